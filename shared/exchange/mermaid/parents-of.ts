/** Which group holds a component, and which one a group. */
import type { DiagramGroup } from './diagram-model.ts'

export interface Parents {
  readonly ofNodes: ReadonlyMap<string, string>
  readonly ofGroups: ReadonlyMap<string, string>
}

/** The first group that names a member holds it; one that names itself holds a component so called. */
export function parentsOf(groups: readonly DiagramGroup[]): Parents {
  const ids = new Set(groups.map((group) => group.id))
  const ofNodes = new Map<string, string>()
  const ofGroups = new Map<string, string>()
  for (const { id, members } of groups) {
    for (const member of members) {
      const parents = ids.has(member) && member !== id ? ofGroups : ofNodes
      if (!parents.has(member)) parents.set(member, id)
    }
  }
  return { ofNodes, ofGroups }
}
