/** Boundaries that were renamed are found again by what they hold. */
import type { DesignGroup, Graph } from '#shared/design/design.ts'
import type { Pairing } from './pairing.ts'
import { sharedOf } from './shared-of.ts'

const leastShare = 0.5

/** `nodes`: ids of the later components → ids of the earlier ones. */
export function pairGroupsByMembers(
  groups: Pairing<DesignGroup>,
  [before, after]: readonly [Graph, Graph],
  nodes: ReadonlyMap<string, string>,
): void {
  if (groups.openAfter.length === 0 || groups.openBefore.length === 0) return
  const was = membersOf(before, (id) => id)
  const is = membersOf(after, (id) => nodes.get(id))
  const pairs = groups.openAfter.flatMap((now) =>
    groups.openBefore.map((old) => ({
      old,
      now,
      share: sharedOf(was.get(old.id), is.get(now.id)) + (old.type === now.type ? 0.1 : 0),
    })),
  )
  const alike = pairs.filter(({ share }) => share >= leastShare)
  for (const { old, now } of alike.toSorted((a, b) => b.share - a.share))
    groups.pair(now.id, old.id)
}

/** Components by the boundary that holds them closest, under their earlier ids. */
function membersOf(
  { nodes }: Graph,
  idOf: (id: string) => string | undefined,
): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>()
  for (const { id, groupId } of nodes) {
    if (groupId === undefined) continue
    const inside = members.get(groupId) ?? new Set()
    members.set(groupId, inside.add(idOf(id) ?? `new ${id}`))
  }
  return members
}
