/** The order in which records can be added one after another, so that none points at what is not there yet. */
import type { TLRecord } from '@tldraw/tlschema'

const ranks: Readonly<Record<string, number>> = { document: 0, page: 1, asset: 2, shape: 3 }
const bindingRank = 4

/** Pages before shapes, parents before children, ends before bindings; else the order that was given. */
export function orderRecords(records: readonly TLRecord[]): TLRecord[] {
  const depths = depthsOf(records)
  return records.toSorted(
    (a, b) => rankOf(a) - rankOf(b) || (depths.get(a.id) ?? 0) - (depths.get(b.id) ?? 0),
  )
}

function rankOf({ typeName }: TLRecord): number {
  return ranks[typeName] ?? bindingRank
}

/** How many shapes lie above each shape. */
function depthsOf(records: readonly TLRecord[]): ReadonlyMap<string, number> {
  const parents = new Map<string, string>()
  for (const record of records) {
    if (record.typeName === 'shape') parents.set(record.id, record.parentId)
  }
  const depths = new Map<string, number>()
  for (const id of parents.keys()) noteDepth(id, parents, depths)
  return depths
}

function noteDepth(
  id: string,
  parents: ReadonlyMap<string, string>,
  depths: Map<string, number>,
): void {
  const chain: string[] = []
  let above: string | undefined = id
  while (above !== undefined && parents.has(above) && !depths.has(above)) {
    depths.set(above, 0)
    chain.push(above)
    above = parents.get(above)
  }
  let depth = above === undefined ? 0 : (depths.get(above) ?? -1) + 1
  for (const one of chain.toReversed()) depths.set(one, depth++)
}
