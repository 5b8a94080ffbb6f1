/** Entities from a table with a row for each, and fields from a table with a row for each of them. */
import type { Entity } from '#shared/design/answers.ts'
import { cellOf, type Item } from '../outline.ts'
import type { NodeNames } from './node-names.ts'
import { applyPart, draftOf, finish, type EntityDraft } from './read-entities.ts'

const nameHead =
  /^(?:entit(?:y|ies)|tables?|collections?|records?|data|model|objects?|name|what|documents?|items?|things?|type of data|data type|tabelle|daten)\b/
const columns: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:stores?|stored|storage|database|db|where|system|home|location|place|kept(?: in)?|held in|lives|engine|speicher)\b/,
    'in',
  ],
  [/^(?:primary key|pk|keys?|partition key|id|identif\w+|schlüssel|clave)\b/, 'key'],
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
  if (/^(?:personal(?: data)?|pii|personal\?|contains pii)\b/.test(head)) {
    applyPersonal(draft, text, names)
    return
  }
  const word = columns.find(([pattern]) => pattern.test(head))?.[1]
  // "no; may be lost" says two things in a cell.
  const [said = '', ...further] = text.split(/;\s+/)
  if (word === 'in' && further.length > 0) {
    applyPart(draft, `in ${said}`, names)
    for (const part of further) applyPart(draft, part, names)
  } else if (word !== undefined) applyPart(draft, `${word} ${text}`, names)
  else if (/^(?:rows|records|count|volume)\b/.test(head)) applyPart(draft, `${text} rows`, names)
  else if (/\b(?:size|bytes)\b/.test(head)) applyPart(draft, `${text} each`, names)
  else for (const part of [said, ...further]) applyPart(draft, part, names)
}

function applyPersonal(draft: EntityDraft, text: string, names: NodeNames): void {
  const [answer = '', ...others] = text.split(/;\s+/)
  if (/^(?:yes|y|ja|sí|true|✓|✅|x)\b/i.test(answer)) draft.class ??= 'pii'
  for (const part of others) applyPart(draft, part, names)
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
