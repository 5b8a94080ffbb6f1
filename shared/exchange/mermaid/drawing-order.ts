/**
 * A graph in the order in which a text draws it: subgraphs, what is in them, then the rest. The same
 * order comes back from reading, so that a text is written the same again.
 */
import type { DesignGroup, DesignNode, Graph } from '#shared/design/design.ts'

export type Member = { readonly node: DesignNode } | { readonly group: DrawnGroup }

export interface DrawnGroup {
  readonly group: DesignGroup
  readonly members: readonly Member[]
}

export interface Drawing {
  readonly members: readonly Member[]
  /** The graph's nodes and groups in the order of the drawing. */
  readonly nodes: readonly DesignNode[]
  readonly groups: readonly DesignGroup[]
}

type Inside = ReadonlyMap<string | undefined, Members>
interface Members {
  readonly groups: DesignGroup[]
  readonly nodes: DesignNode[]
}

export function drawingOf(graph: Graph): Drawing {
  const members = membersIn(insideOf(graph), undefined)
  const nodes: DesignNode[] = []
  const groups: DesignGroup[] = []
  collect(members, nodes, groups)
  return { members, nodes, groups }
}

function insideOf(graph: Graph): Inside {
  const inside = new Map<string | undefined, Members>()
  const at = (id: string | undefined) => {
    const found = inside.get(id) ?? { groups: [], nodes: [] }
    inside.set(id, found)
    return found
  }
  const parents = soundParents(graph.groups)
  const ids = new Set(graph.groups.map((group) => group.id))
  for (const group of graph.groups) at(parents.get(group.id)).groups.push(group)
  for (const node of graph.nodes) {
    const isInside = node.groupId !== undefined && ids.has(node.groupId)
    at(isInside ? node.groupId : undefined).nodes.push(node)
  }
  return inside
}

/** Parents of groups; one that is missing, or that closes a circle, counts as none. */
function soundParents(groups: readonly DesignGroup[]): ReadonlyMap<string, string> {
  const ids = new Set(groups.map((group) => group.id))
  const parents = new Map<string, string>()
  for (const { id, parentId } of groups) {
    if (parentId === undefined || !ids.has(parentId)) continue
    let above: string | undefined = parentId
    while (above !== undefined && above !== id) above = parents.get(above)
    if (above === undefined) parents.set(id, parentId)
  }
  return parents
}

function membersIn(inside: Inside, id: string | undefined): readonly Member[] {
  const { groups = [], nodes = [] } = inside.get(id) ?? {}
  return [
    ...groups.map((group) => ({ group: { group, members: membersIn(inside, group.id) } })),
    ...nodes.map((node) => ({ node })),
  ]
}

function collect(members: readonly Member[], nodes: DesignNode[], groups: DesignGroup[]): void {
  for (const member of members) {
    if ('node' in member) nodes.push(member.node)
    else {
      groups.push(member.group.group)
      collect(member.group.members, nodes, groups)
    }
  }
}
