/** Entities of one entry of a data model: a line, a line with fields below, a heading, a row, a block of code. */
import type { Entity } from '#shared/design/answers.ts'
import type { Item } from '../outline.ts'
import { isNoName } from './entity-names.ts'
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
  return entitiesOf(item, names).filter(({ name }) => !isNoName(name))
}

function entitiesOf(item: Item, names: NodeNames): readonly Entity[] {
  if (item.form === 'code') return readEntityCode(item.text)
  if (item.form === 'row') return [readEntityRow(item, names) ?? []].flat()
  if (item.form === 'titled') return readTitled(item, names)
  const held = heldIn(item.text, names)
  if (held.length > 0) return held
  const listed = namesIn(item)
  if (listed.length > 1) return listed.flatMap((name) => withClass(draftOf(name, names)))
  const below = inStore(item, names)
  if (below.length > 0) return below
  const several = severalIn(item.text, names)
  if (several.length > 0) return several
  const calls = callsIn(item.text, names)
  if (calls.length > 1) return calls
  const draft =
    readSentence(item.text, names) ?? readEntity(withStoreFirst(item.text, names), names)
  if (draft === undefined) return []
  applyBelow(draft, item.children, names)
  return [finish(draft)]
}

/** "Redis: carts by session id, TTL 7 days; page fragments" begins with the store and lists what it keeps. */
function inStore({ text, children }: Item, names: NodeNames): readonly Entity[] {
  const [, head = '', rest = ''] =
    /^([^:(]{2,40}):\s+(.{3,300})$/.exec(text.replaceAll('`', '')) ?? []
  if (
    head === '' ||
    children.length > 0 ||
    !names.isName(head) ||
    /^(?:key|fields?|pk|in)\b/i.test(rest)
  )
    return []
  const pieces = rest.replace(/\.$/, '').split(/;\s+/)
  const split =
    pieces.length > 1 || /\b(?:by|ttl|keyed)\b/i.test(rest)
      ? pieces
      : rest.split(/,\s*(?:and\s+)?|\s+and\s+/)
  return split.flatMap((piece) => {
    const [name = '', ...said] = piece.split(
      /\s(?=by\s|keyed\s|with\s|per\s)|,\s+|\s?\((?=[^)]*\))/,
    )
    const draft = name.split(' ').length > 4 ? undefined : draftOf(name, names)
    if (draft === undefined) return []
    draft.storeIds = names.called(head)
    for (const part of said) applyPart(draft, part.replace(/\)$/, ''), names)
    return [finish(draft)]
  })
}

/** "Booking: Oracle, primary key no" and "Room — MySQL — PK: id" name the store behind the head. */
function withStoreFirst(text: string, names: NodeNames): string {
  const plain = text.replaceAll('`', '')
  const match =
    /^([^:–—(]{2,40}(?:\([^)]*\))?)\s*(?::|\s[–—-])\s+(?:(?:stored|kept|lives|held) )?(?:in (?:the )?|on )?([^,;:.–—(]{2,50}?)\s*(?:[,;]\s+|\s[–—-]\s+|\.\s+(?=[A-Z])|\.?$)(.*)$/.exec(
      plain,
    )
  const [, head = '', store = '', rest = ''] = match ?? []
  if (match === null || !isStoreName(store, names)) return text
  const parts = rest
    .replace(/\s[–—-]\s/g, '; ')
    .replace(/\.\s+(?=[A-Z])/g, '; ')
    .replace(
      /,\s+(?=(?:primary |partition )?(?:key|pk|index\w*|expires|ttl|unique|kept|shard\w*)\b)/gi,
      '; ',
    )
  return `${head} in ${store}: ${parts}`.replace(/:\s*$/, '')
}

/** Words that are the name of a component, or name one and little else. */
function isStoreName(text: string, names: NodeNames): boolean {
  if (/^(?:pk|sk|keys?|primary|partition|index\w*|fields?|columns?|ttl|one|id)\b/i.test(text))
    return false
  return names.isName(text) || (text.split(' ').length <= 3 && names.namedBy(text).length > 0)
}

const holding =
  /^(?:the |in )?([^,;:.]{2,50}?)\s+(?:holds?|keeps?|stores?|contains?|indexes|we keep|we store)\s+(?:the |all )?([^.;:]{3,120})[.;]?\s*(.*)$/i
const goingTo =
  /^(?:the |all )?([^,;:.]{3,60}?)\s+(?:go(?:es)?|are (?:stored|kept|written|saved)|is (?:stored|kept|written|saved)|are|live) (?:to|into|in|on) (?:the )?([^,;:.]{2,50})\b(.*)$/i

/** "Aurora holds policies, claims and customers", "scanned invoices go to S3". */
function heldIn(text: string, names: NodeNames): readonly Entity[] {
  const plain = text.replaceAll('`', '').replace(/\.$/, '')
  const [, holder = '', held = ''] = holding.exec(plain) ?? []
  const store = holder.split(' ').length > 5 ? [] : names.namedBy(holder)
  return held !== '' && store.length === 1
    ? entitiesNamed(held, store, names)
    : goneTo(plain, names)
}

function goneTo(plain: string, names: NodeNames): readonly Entity[] {
  const [, list = '', place = ''] = goingTo.exec(plain) ?? []
  const target = names.namedBy(place)
  const isList = / and |, /.test(list) || /\bgoe?s? (?:to|into)\b/i.test(plain)
  return target.length === 1 && isList ? entitiesNamed(list, target, names) : []
}

function entitiesNamed(
  list: string,
  storeIds: readonly string[],
  names: NodeNames,
): readonly Entity[] {
  const remark = /\(([^)]*)\)/.exec(list)?.[1] ?? ''
  const words = list.replace(/\([^)]*\)/g, ' ').replace(/\s+for\s.*$|\s+with\s.*$/i, '')
  const parts = words
    .split(/,\s*(?:and\s+)?|\s+and\s+|\s*&\s*/)
    .map((part) => part.replace(/^(?:the|all|our)\s+/i, '').trim())
  if (!parts.every((part) => part !== '' && part.split(' ').length <= 4)) return []
  return parts.flatMap((part) => {
    const draft = draftOf(part, names)
    if (draft === undefined) return []
    draft.storeIds = storeIds
    for (const said of remark.split(/[,;]\s*/)) if (said !== '') applyPart(draft, said, names)
    return [finish(draft)]
  })
}

/** "tournaments, players: PostgreSQL" puts several into one store. */
function severalIn(text: string, names: NodeNames): readonly Entity[] {
  const [, list = '', store = '', rest = ''] =
    /^([^:(]{3,80}?,\s[^:(]{2,60}|[^:(,]{2,40} and [^:(,]{2,40})\s*:\s+(?:in )?([^,;.]{2,50})(?:[,;]\s+(.*))?\.?$/.exec(
      text.replaceAll('`', ''),
    ) ?? []
  if (list === '' || !isStoreName(store, names)) return []
  return entitiesNamed(`${list}${rest === '' ? '' : ` (${rest})`}`, names.namedBy(store), names)
}

/** "`orders` (id, total), `items` (id, order_id)" and "a(x, y), b(x, z)" list tables with their columns. */
function callsIn(text: string, names: NodeNames): readonly Entity[] {
  const plain = text.replaceAll('`', '')
  const found = [...plain.matchAll(/([A-Za-z_][\w]*)\s?\(([^()]*,[^()]*)\)/g)]
  const isIn = /\b(?:in|on) ([A-Z][^,;:(]{2,40}?)\s*[:(]/.exec(plain)?.[1]
  const store = isIn === undefined ? [] : names.namedBy(isIn)
  return found.flatMap(([, name = '', columns = '']) => {
    const draft = draftOf(name, names)
    if (draft === undefined) return []
    draft.storeIds = store
    setFields(draft, columns)
    const [first = ''] = listOf(columns)
    if (draft.primaryKey === undefined && /^(?:id|key|code)$/i.test(first)) draft.primaryKey = first
    return [finish(draft)]
  })
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
  const [only] = children
  const isLine = children.length === 1 && only?.form === 'paragraph'
  const listed = isLine
    ? inStore({ ...item, text: `${item.text}: ${only.text}`, children: [] }, names)
    : []
  if (listed.length > 0) return listed
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
  if (keyed !== undefined) applyPart(draft, `primary key ${keyed}`, names)
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
