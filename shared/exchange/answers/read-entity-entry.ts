/** Entities of one entry of a data model: a line, a line with fields below, a heading, a row, a block of code. */
import type { Entity } from '#shared/design/answers.ts'
import type { Item } from '../outline.ts'
import type { NodeNames } from './node-names.ts'
import {
  applyPart,
  draftOf,
  finish,
  isProperty,
  listOf,
  readEntity,
  readSize,
  setFields,
  type EntityDraft,
} from './read-entities.ts'
import { readEntityCode } from './read-entity-code.ts'
import { fieldOfRow, isFieldTable, readEntityRow } from './read-entity-table.ts'

/** Empty for words that name none. */
export function readEntityEntry(item: Item, names: NodeNames): readonly Entity[] {
  if (item.form === 'code') return readEntityCode(item.text)
  if (item.form === 'row') return [readEntityRow(item, names) ?? []].flat()
  if (item.form === 'titled') return readTitled(item, names)
  const listed = namesIn(item)
  if (listed.length > 1) return listed.flatMap((name) => withClass(draftOf(name, names)))
  const draft = readSentence(item.text, names) ?? readEntity(item.text, names)
  if (draft === undefined) return []
  applyBelow(draft, item.children, names)
  return [finish(draft)]
}

const lives =
  /^(?:the |an? |all )?(\p{L}[\p{L} -]{1,40}?)\s+(?:lives?|are|is|goe?s?|sits?|stays?)\b(?:.{0,60}?)\b(?:in|on)\s+(.+?)(?=[,;.]|\s(?:which|and|as|with|by|where)\b|$)(.*)$/iu

/** "Posts live in Cassandra, partitioned by author" names a record and a component that stores it. */
function readSentence(text: string, names: NodeNames): EntityDraft | undefined {
  const match = lives.exec(text.replaceAll('`', ''))
  if (match === null) return undefined
  const storeIds = names.namedBy(match[2] ?? '')
  const draft = storeIds.length === 0 ? undefined : draftOf(match[1] ?? '', names)
  if (draft === undefined) return undefined
  draft.storeIds = storeIds
  for (const part of (match[3] ?? '').split(/[,;.]\s+|\s+(?:and|which)\s+/)) {
    const words = part.replace(/[.,;]$/, '').trim()
    if (words !== '') applyPart(draft, words, names)
  }
  return draft
}

function withClass(draft: EntityDraft | undefined): readonly Entity[] {
  return draft === undefined ? [] : [finish(draft)]
}

/** "Ride, Driver, Rider, Location" lists names and nothing else. */
function namesIn({ text, children }: Item): readonly string[] {
  if (children.length > 0 || /[:;()]/.test(text)) return []
  const parts = text.replace(/\.$/, '').split(/,\s*(?:and\s+)?|\s+and\s+/)
  return parts.every((part) => part.split(' ').length <= 2) ? parts : []
}

/** A heading is an entity with its fields below, or the store that the entities below share. */
function readTitled(item: Item, names: NodeNames): readonly Entity[] {
  const { children } = item
  const code = children.flatMap((child) =>
    child.form === 'code' ? readEntityCode(child.text) : [],
  )
  const own = children.filter((child) => child.form !== 'code')
  const stores = names.namedBy(item.text)
  const isStore = names.isName(item.text.replace(/:$/, '')) && own.every(isEntry)
  if (own.length > 0 && (isStore || own.every((child) => isEntity(child, names)))) {
    const below = own.flatMap((child) => readEntityEntry(child, names))
    return [...below, ...code].map((entity) =>
      entity.storeIds.length === 0 ? { ...entity, storeIds: stores } : entity,
    )
  }
  if (code.length > 0 && own.every((child) => child.form === 'paragraph')) {
    return code.map((entity) =>
      entity.storeIds.length === 0 ? { ...entity, storeIds: stores } : entity,
    )
  }
  const draft = draftOf(item.text.replace(/:$/, ''), names)
  if (draft === undefined) return code
  applyBelow(draft, own, names)
  return [finish(draft), ...code]
}

function isEntry({ form, text }: Item): boolean {
  return form === 'bullet' && /[(:]/.test(text)
}

const types =
  /\b(?:uuid|guid|text|string|varchar\w*|char|u?int\d*|integer|bigint|long|bool(?:ean)?|float|double|decimal|numeric|timestamp\w*|datetime|date|time|json\w*|enum|blob|bytes|array|list|pk|fk|primary key|foreign key|unique|nullable|index(?:ed)?|optional)\b/i

/** Whether an entry below a heading speaks of a record and not of a field. */
function isEntity(item: Item, names: NodeNames): boolean {
  if (item.form === 'row') return !isFieldTable(item) && (item.cells?.length ?? 0) > 1
  if (item.form === 'paragraph') return false
  const plain = item.text.replaceAll('`', '')
  if (item.children.length > 0 || /^\w+\([^)]*,[^)]*\)/.test(plain)) return true
  return !isProperty(plain) && hasParts(plain, names)
}

/** "orders: id, owner, total" speaks of a record, "owner_id: uuid, not null" of a field. */
function hasParts(plain: string, names: NodeNames): boolean {
  const match = /^([^:–—_]+?)\s*(?::|\s[–—-])\s+(.*[,;].*)$/.exec(plain)
  const [head, rest] = [match?.[1], match?.[2]]
  if (head === undefined || rest === undefined) return false
  const start = rest.split(' ').slice(0, 2).join(' ')
  return !types.test(start) && draftOf(head, names) !== undefined
}

/** Below an entity stand its fields, one a line or a row, and sentences about it. */
function applyBelow(draft: EntityDraft, children: readonly Item[], names: NodeNames): void {
  const fields: string[] = []
  for (const child of children) {
    if (isFieldTable(child)) applyFieldRow(draft, child, fields)
    else for (const part of partsOf(child)) applyLine(draft, part, fields, names)
  }
  if (fields.length > 0) setFields(draft, [...(draft.fields ?? []), ...fields].join(', '))
}

function applyFieldRow(draft: EntityDraft, row: Item, fields: string[]): void {
  const { name, isKey, isIndexed } = fieldOfRow(row)
  fields.push(name)
  if (isKey) draft.primaryKey ??= name
  if (isIndexed) draft.indexes = [...(draft.indexes ?? []), name]
}

function partsOf(item: Item): readonly string[] {
  const text = item.text.replaceAll('`', '').replace(/\.$/, '')
  return item.form === 'paragraph' ? text.split(/\.\s+(?=[A-Z])|;\s+/) : [text]
}

function applyLine(draft: EntityDraft, text: string, fields: string[], names: NodeNames): void {
  const [, keyed] = /^primary key is (.+)$/i.exec(text) ?? []
  const [, marked] = /^(\w+)\s*[:([]?\s*(?:pk|primary key)\b[)\]]?/i.exec(text) ?? []
  if (keyed !== undefined) draft.primaryKey = keyed
  else if (marked !== undefined) fields.push(`${marked} PK`)
  else if (isProperty(text)) applyPart(draft, text, names)
  else if (isSentence(text)) {
    if (!readSize(draft, text)) applyPart(draft, text, names)
  } else if (!readSize(draft, text)) addField(draft, text, fields)
}

function isSentence(text: string): boolean {
  const [head = ''] = text.split(/[:(–—,]/)
  return head.trim().split(/\s+/).length > 3
}

function addField(draft: EntityDraft, text: string, fields: string[]): void {
  const [, name = text, rest = ''] = /^([^:(–—]+?)\s*(?::|\(|\s[–—-])\s*(.*?)\)?$/.exec(text) ?? []
  const hasList = name === text && listOf(text).length > 1
  if (hasList) fields.push(...listOf(text))
  else fields.push(/\b(?:pk|primary key)\b/i.test(rest) ? `${name} PK` : name)
  if (/\bindex(?:ed)?\b/i.test(rest)) draft.indexes = [...(draft.indexes ?? []), name]
}
