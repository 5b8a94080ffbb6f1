/**
 * Entities from "Link (content) in PostgreSQL: key code; fields code, url; shard by code; 36M rows of 500 B",
 * "links(code primary key, target)", and headings with fields below them.
 */
import {
  entityClasses,
  type Consistency,
  type Entity,
  type EntityClass,
} from '#shared/design/answers.ts'
import { classOfName } from './class-of-name.ts'
import type { NodeNames } from './node-names.ts'
import { quantitiesIn } from './quantity.ts'
import { daysOf } from './quantity-unit.ts'

export type EntityDraft = { -readonly [K in keyof Entity]: Entity[K] }

const ephemeralWords =
  /\bephemeral\b|\blost \w+ (?:is|are) (?:accepted|acceptable|fine|ok(?:ay)?)\b|\bloss (?:is )?(?:accepted|acceptable|fine|ok(?:ay)?)\b|\b(?:may|can) be lost\b|\bcan be rebuilt\b|\brebuilt from\b|\brecomputed from\b/i

/** The entity that the words of an entry state, without what is nested in it; `undefined` for a sentence that names none. */
export function readEntity(text: string, names: NodeNames): EntityDraft | undefined {
  const [, head = '', rest = ''] = splitHead(text) ?? []
  if (head === '') return undefined
  const draft = draftOf(head, names)
  if (draft === undefined) return undefined
  const parts = rest
    .split(
      /;\s+|(?<=[a-z)\d])\.\s+(?=[A-Z])|,\s+(?=(?:secondary |unique )?index(?:ed|es)? (?:on|by)\b|[GL]?SI\b|SK\b|sort key\b|(?:partition|shard)\w* by\b|TTL\b)/,
    )
    .map((part) => part.trim().replace(/\.$/, ''))
  for (const part of parts) if (part !== '') applyPart(draft, part, names)
  return draft
}

/** Head and rest of "X: …", "x(a, b), …"; the whole is the head where neither is there. */
function splitHead(text: string): readonly [string, string, string] | undefined {
  const plain = text.replaceAll('`', '')
  const call = /^([A-Za-z_][\w.]*)\(([^)]*)\)\s*[:,–—-]?\s*(.*)$/.exec(plain)
  if (call !== null) return [plain, call[1] ?? '', join(columnsPart(call[2] ?? ''), call[3] ?? '')]
  const colon = /^((?:[^:([]|\([^)]*\)|\[[^\]]*\])+?)\s*(?::(?=\s|$)|\s[–—-]\s)\s*(.*)$/.exec(plain)
  if (colon !== null) return [plain, colon[1] ?? '', colon[2] ?? '']
  return plain.split(/\s+/).length <= 8 && !plain.endsWith('.') ? [plain, plain, ''] : undefined
}

function columnsPart(columns: string): string {
  const isFields = columns.trim() !== '' && !classIn(columns)
  return isFields ? `fields ${columns}` : columns
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('; ')
}

/** "Link (content, ephemeral) in PostgreSQL". */
export function draftOf(head: string, names: NodeNames): EntityDraft | undefined {
  const brackets = [...head.matchAll(/\(([^)]*)\)|\[([^\]]*)\]/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
  const plain = head
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const [, named = plain, store = ''] =
    /^(.+?)\s+(?:(?:stored |kept |lives )?(?:in|on)|→|->|@)\s+(.+)$/.exec(plain) ?? []
  const name = (named.split(/,\s/)[0] ?? named)
    .replace(/^(?:table|collection|entity|the)\s+/i, '')
    .replace(/\s+(?:table|collection|entity)$/i, '')
    .trim()
  if (name === '' || name.split(' ').length > 6) return undefined
  const draft: EntityDraft = { name, storeIds: [], ephemeral: false }
  if (store !== '') setStore(draft, store, names)
  for (const text of brackets) {
    const words = text.split(/[,;]\s*/)
    if (isFieldList(words, names)) setFields(draft, text)
    else for (const word of words) applyBracket(draft, word, names)
  }
  return draft
}

/** "(id, owner, total)" lists fields where "(money, ephemeral)" says what it is. */
function isFieldList(words: readonly string[], names: NodeNames): boolean {
  const isWord = (word: string) =>
    classIn(word) ?? (/^ephemeral$/i.test(word) || names.isName(word))
  if (words.some((word) => /^(?:pk|partition key)\s\S/i.test(word))) return false
  return words.length > 1 && words.every((word) => isWord(word.trim()) === false)
}

function applyBracket(draft: EntityDraft, word: string, names: NodeNames): void {
  const name = classIn(word)
  const key = /^(?:pk|partition key|primary key|key)[:\s]\s*(\S.*)$/i.exec(word.trim())?.[1]
  if (name !== undefined) draft.class = name
  else if (key !== undefined) draft.primaryKey = key
  else if (/^ephemeral$/i.test(word.trim())) draft.ephemeral = true
  else if (draft.storeIds.length === 0 && names.namedBy(word).length > 0)
    setStore(draft, word, names)
  else if (word.trim() !== '') applyPart(draft, word.trim(), names)
}

function setStore(draft: EntityDraft, text: string, names: NodeNames): void {
  const whole = names.namedBy(text)
  const parts = text.split(/\s*(?:,|\band\b|\+|&)\s*/)
  const listed = parts.length > 1 ? parts.flatMap((part) => names.namedBy(part)) : []
  draft.storeIds = [...new Set(listed.length > whole.length ? listed : whole)]
  if (draft.storeIds.length === 0) addText(draft, `in ${text}`)
}

function classIn(text: string): EntityClass | undefined {
  const word = text.trim().toLowerCase()
  return entityClasses.find((name) => name === word)
}

type Setter = (draft: EntityDraft, value: string, names: NodeNames) => void

const setters: readonly (readonly [RegExp, Setter])[] = [
  [
    /^(?:primary )?keys?:?\s+(?!.*\brows\b)|^pk:?\s+|^partition(?:ed)?(?: key| by)?:?\s+(?=.*\bcluster)/i,
    (d, v) => void (d.primaryKey = v),
  ],
  [/^(?:fields?|columns?|attributes?|properties):?\s+/i, setFields],
  [
    /^(?:secondary )?ind(?:ex(?:es|ed)?|ices)(?: (?:on|by))?:?\s+/i,
    (d, v) => void (d.indexes = listOf(v)),
  ],
  [
    /^(?:shard(?:ed|ing)?(?: key)?(?: by| on)?|partition(?:ed|ing)?(?: key)?(?: by| on)?|hash(?:ed)? by|split by):?\s+/i,
    (d, v) => void (d.shardKey = v.replace(/^by\s+/, '')),
  ],
  [/^consistency:?\s+/i, setConsistency],
  [
    /^(?:keep|kept|retention|retain(?:ed)?|ttl|expires?(?: after)?|deleted after)(?: for)?:?\s+/i,
    setRetention,
  ],
  [
    /^(?:class|type|kind):?\s+(?=\w+$)/i,
    (d, v) =>
      void (classIn(v) === undefined
        ? addText(d, `class ${v}`)
        : (d.class = classIn(v) ?? 'content')),
  ],
  [/^(?:store(?:d)?(?: in)?|stored on|lives in|kept in|in|database|db):?\s+/i, setStore],
]

/** Whether words state a property of an entity, and are no field of it. */
export function isProperty(part: string): boolean {
  return ephemeralWords.test(part) || setters.some(([pattern]) => pattern.test(part))
}

export function applyPart(draft: EntityDraft, written: string, names: NodeNames): void {
  const [part = written, ...further] = /^(?:primary |partition )?key\b/i.test(written)
    ? written.split(/,\s+(?=(?:secondary |unique )?index)/i)
    : [written]
  for (const other of further) applyPart(draft, other, names)
  if (ephemeralWords.test(part)) draft.ephemeral = true
  if (/^ephemeral$/i.test(part)) return
  if (applySetter(draft, part, names) || readSize(draft, part)) return
  const consistency = consistencyIn(part)
  if (consistency !== undefined && part.split(' ').length <= 3) draft.consistency = consistency
  else if (/^[a-z_]\w*(?:,\s*[a-z_]\w*)+$/.test(part) && draft.fields === undefined)
    setFields(draft, part)
  else addText(draft, part)
}

function applySetter(draft: EntityDraft, part: string, names: NodeNames): boolean {
  for (const [pattern, set] of setters) {
    const match = pattern.exec(part)
    if (match === null || match[0].length >= part.length) continue
    set(draft, part.slice(match[0].length).trim(), names)
    return true
  }
  return false
}

export function setFields(draft: EntityDraft, value: string): void {
  const fields = listOf(value)
  const keys = fields.filter((field) => /\b(?:pk|primary(?: key)?)\b/i.test(field)).map(fieldName)
  draft.fields = fields
    .map((field) => field.replace(/\s*[([]?\b(?:pk|primary key|primary)\b[)\]]?/i, '').trim())
    .filter(Boolean)
  if (keys[0] !== undefined && draft.primaryKey === undefined) draft.primaryKey = keys.join(', ')
}

function fieldName(field: string): string {
  return /^[\w.]+/.exec(field)?.[0] ?? field
}

function setConsistency(draft: EntityDraft, value: string): void {
  const consistency = consistencyIn(value)
  if (consistency === undefined) addText(draft, `consistency ${value}`)
  else draft.consistency = consistency
}

function consistencyIn(text: string): Consistency | undefined {
  if (/\bstrong(?:ly)?\b|\blineari[sz]ab\w+|\bserializab\w+|\bacid\b/i.test(text)) return 'strong'
  if (/read[- ]your[- ](?:own[- ])?writes/i.test(text)) return 'read-your-writes'
  if (/\bcausal(?:ly)?\b/i.test(text)) return 'causal'
  return /\beventual(?:ly)?\b/i.test(text) ? 'eventual' : undefined
}

function setRetention(draft: EntityDraft, value: string): void {
  const duration = quantitiesIn(value).find(({ dimension }) => dimension === 'duration')
  if (duration === undefined) addText(draft, `keep ${value}`)
  else draft.retentionDays = daysOf(duration.value)
}

/** "36M rows of 500 B". */
export function readSize(draft: EntityDraft, part: string): boolean {
  if (part.split(' ').length > 10) return false
  // "One row per article" tells what a row is, and not how many there are.
  if (/\brows? (?:per|for (?:each|every))\b/i.test(part)) return false
  const quantities = quantitiesIn(part)
  const rows = quantities.find(
    ({ dimension, noun, perSeconds }) =>
      dimension === 'count' &&
      perSeconds === undefined &&
      /^(?:rows?|records?|items?|documents?|entries|objects?|keys)$/i.test(noun),
  )
  const size = quantities.find(
    ({ dimension, perSeconds }) => dimension === 'data' && perSeconds === undefined,
  )
  const isEach =
    rows !== undefined ||
    /\b(?:each|per (?:row|record|item)|a (?:row|record)|mean|average)\b/i.test(part)
  if (rows !== undefined) draft.rows = rows.value
  if (size !== undefined && isEach) draft.meanBytes = size.value
  return rows !== undefined || (size !== undefined && isEach)
}

function addText(draft: EntityDraft, text: string): void {
  draft.text = draft.text === undefined ? text : `${draft.text}; ${text}`
}

export function finish(draft: EntityDraft): Entity {
  const name = draft.class ?? classOfName(draft.name)
  return name === undefined ? draft : { ...draft, class: name }
}

/** Parts between commas that stand in no brackets. */
export function listOf(text: string): readonly string[] {
  return text
    .split(/,(?![^()[\]]*[)\]])/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
