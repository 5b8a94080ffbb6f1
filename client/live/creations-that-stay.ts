/** Which records a step back would remove although a partner has built on them since. */
import type { TLRecord } from '@tldraw/tlschema'
import type { PartnerEdits } from './partner-edits.ts'

type Board = ReadonlyMap<string, TLRecord>

/** `board` is what would be there before `removed` is taken away. */
export function staysOf(
  board: Board,
  removed: readonly TLRecord[],
  partners: PartnerEdits,
): ReadonlySet<string> {
  const stays = new Set<string>()
  const going = new Set<string>(removed.map((record) => record.id))
  for (const record of removed) if (partners.haveChanged(record.id)) keep(record.id)
  let grown = true
  while (grown) {
    const before = stays.size
    for (const record of board.values()) {
      if (!going.has(record.id)) for (const id of neededBy(record, stays, partners)) keep(id)
    }
    for (const id of bindingsOfStaying(board, going, stays)) keep(id)
    grown = stays.size > before
  }
  return stays

  function keep(id: string): void {
    if (going.delete(id)) stays.add(id)
  }
}

/** What a record that stays cannot be without. A binding of one's own goes with what it is bound to. */
function neededBy(
  record: TLRecord,
  stays: ReadonlySet<string>,
  partners: PartnerEdits,
): readonly string[] {
  if (record.typeName === 'binding') {
    const holds = partners.haveMade(record.id) || stays.has(record.id)
    return holds ? [record.fromId, record.toId] : []
  }
  if (record.typeName !== 'shape') return []
  const assetId = 'assetId' in record.props ? record.props.assetId : undefined
  return typeof assetId === 'string' ? [record.parentId, assetId] : [record.parentId]
}

/** An arrow that stays keeps its ends, as long as these stay too. */
function bindingsOfStaying(
  board: Board,
  going: ReadonlySet<string>,
  stays: ReadonlySet<string>,
): readonly string[] {
  const kept: string[] = []
  for (const id of going) {
    const record = board.get(id)
    if (record?.typeName !== 'binding' || !stays.has(record.fromId)) continue
    if (!going.has(record.toId)) kept.push(id)
  }
  return kept
}
