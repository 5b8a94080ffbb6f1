/** Entities from a table with a row for each, and fields from a table with a row for each of them. */
import type { Entity } from '#shared/design/answers.ts'
import { cellOf, type Item } from '../outline.ts'
import type { NodeNames } from './node-names.ts'
import { applyPart, draftOf, finish, type EntityDraft } from './read-entities.ts'

const nameHead =
  /^(?:entity|table|collection|record|data|model|object|name|what|type of data|data type)\b/
const columns: readonly (readonly [RegExp, string])[] = [
  [/^(?:store|stored|storage|database|db|where|system|home|location|kept in|lives)\b/, 'in'],
  [/^(?:primary key|pk|key|partition key|id)\b/, 'key'],
  [/^(?:fields|columns|attributes|contents?|schema)\b/, 'fields'],
  [/\bind(?:ex|exes|ices)\b/, 'index'],
  [/^(?:shard|sharding|partition)/, 'shard by'],
  [/^consistency\b/, 'consistency'],
  [/^(?:retention|ttl|keep|kept|expiry|expires)\b/, 'keep'],
  [/^class$|^sensitivity$/, 'class'],
]

/** `undefined` for a row that names no entity. */
export function readEntityRow(item: Item, names: NodeNames): Entity | undefined {
  const cells = (item.cells ?? []).map(({ head, text }) => ({
    head,
    text: text.replaceAll('`', ''),
  }))
  if (isFieldTable(item)) return undefined
  const named = cells.find(({ head }) => nameHead.test(head)) ?? cells[0]
  if (named === undefined) return undefined
  const draft = draftOf(named.text, names)
  if (draft === undefined) return undefined
  for (const cell of cells) {
    if (cell === named || /^[-–—]?$|^n\/?a$|^none$/i.test(cell.text)) continue
    applyCell(draft, cell, names)
  }
  return finish(draft)
}

function applyCell(
  draft: EntityDraft,
  { head, text }: { head: string; text: string },
  names: NodeNames,
): void {
  const word = columns.find(([pattern]) => pattern.test(head))?.[1]
  if (word !== undefined) applyPart(draft, `${word} ${text}`, names)
  else if (/^(?:rows|records|count|volume)\b/.test(head)) applyPart(draft, `${text} rows`, names)
  else if (/\b(?:size|bytes)\b/.test(head)) applyPart(draft, `${text} each`, names)
  else applyPart(draft, text, names)
}

/** A table of "Field | Type" speaks of one entity. */
export function isFieldTable(item: Item): boolean {
  return (
    item.form === 'row' &&
    /^(?:field|column|attribute|property)\b/.test(item.cells?.[0]?.head ?? '')
  )
}

/** The field that a row of such a table speaks of, with what marks a key or an index. */
export function fieldOfRow(item: Item): { name: string; isKey: boolean; isIndexed: boolean } {
  const rest = (item.cells ?? [])
    .slice(1)
    .map(({ text }) => text)
    .join(' ')
  const name = (cellOf(item, /^(?:field|column|attribute|property)\b/) || item.text).replaceAll(
    '`',
    '',
  )
  return {
    name,
    isKey: /\bpk\b|primary key/i.test(rest),
    isIndexed: /\bindex(?:ed)?\b/i.test(rest),
  }
}
