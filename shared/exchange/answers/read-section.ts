/** What the entries of each section hold. What is no item of its section becomes a note. */
import type { Decision, Endpoint, SectionId, Statement } from '#shared/design/answers.ts'
import { lengthOf, textOf, type Item } from '../outline.ts'
import { maxEntryLength } from '../outline-lines.ts'
import { readExact, type Records } from './exact-records.ts'
import type { Group } from './gather-sections.ts'
import type { NodeNames } from './node-names.ts'
import { cutPrice } from './decision-words.ts'
import { decisionOf, readDecision } from './read-decisions.ts'
import {
  isOptionRecord,
  readDecisionRow,
  readMatrix,
  readOptionRecords,
  readRecord,
} from './read-decision-record.ts'
import { readEndpointCode } from './read-endpoint-code.ts'
import { readEndpoint, readEndpointsBelow } from './read-endpoints.ts'
import { readEntityEntry } from './read-entity-entry.ts'
import { readEstimates } from './read-estimates.ts'
import { readFailure, readFailureRecord, readFailureRow } from './read-failures.ts'
import { readFlowEntry } from './read-flows.ts'
import { isQuality, readRequirements } from './read-requirements.ts'

type Reader = (item: Item, group: Group, names: NodeNames) => Records

/** The section of a group; one over all requirements counts as functional. */
export function sectionOf({ meaning }: Group): SectionId {
  return meaning.section === 'requirements' ? 'functional-requirements' : meaning.section
}

/** Records of a group in the order of its entries. */
export function readGroup(group: Group, names: NodeNames): readonly Records[] {
  if (group.meaning.section === 'decisions') {
    const options = group.items.filter(isOptionRecord)
    if (options.length > 1) {
      const others = group.items.filter((item) => !isOptionRecord(item))
      const decision = readOptionRecords(options, group.heading ?? '', names)
      return [...others.map((item) => readItem(item, group, names)), { decisions: [decision] }]
    }
    const rows = group.items.filter(({ form }) => form === 'row')
    const matrix = readMatrix(rows, names)
    if (matrix !== undefined) {
      const others = group.items.filter(({ form }) => form !== 'row')
      return [...others.map((item) => readItem(item, group, names)), { decisions: [matrix] }]
    }
  }
  const records = group.items
    .flatMap((item) => piecesOf(item, group))
    .map((item) => readItem(item, group, names))
  return group.meaning.section === 'data-model' ? withCommonStore(records, group, names) : records
}

const wide =
  /^(?:everything|all (?:of (?:it|them|this)|tables|data|records|entities|collections)|they all|both)\b.{0,40}?\b(?:in|on)\s+(?:the )?(?:one |same |single )?([^,.;:]{2,50})/i

/** "Everything is in the one PostgreSQL" says where each record lives that says nothing else. */
function withCommonStore(
  records: readonly Records[],
  { items }: Group,
  names: NodeNames,
): readonly Records[] {
  const said = items.map(({ text }) => wide.exec(text)?.[1]).find((store) => store !== undefined)
  const storeIds = said === undefined ? [] : names.namedBy(said)
  if (storeIds.length !== 1) return records
  return records.map((record) => ({
    ...record,
    entities: (record.entities ?? [])
      .filter(({ name }) => !/^(?:everything|all\b|they all|both)/i.test(name))
      .map((entity) =>
        entity.storeIds.length === 0 && !/\bin\s/.test(entity.text ?? '')
          ? { ...entity, storeIds }
          : entity,
      ),
  }))
}

function readItem(item: Item, group: Group, names: NodeNames): Records {
  const exact = item.exact === undefined ? undefined : readExact(item.exact, item.text)
  if (exact !== undefined) return withKnownNodes(exact, names)
  const isLong = item.form !== 'code' && lengthOf(item) > maxEntryLength
  const isProse = group.meaning.isProse === true
  const records = isLong || isProse ? {} : readers[group.meaning.section](item, group, names)
  const isNothing = Object.values(records).every((list) => list.length === 0)
  if (!isNothing) return records
  const text = textOf(item)
  if (text === '') return {}
  const about = isProse ? `${group.meaning.prefix ?? ''}. ${text}` : text
  return { notes: [{ section: sectionOf(group), text, nodeIds: names.namedIn(about) }] }
}

/** A component may be gone since the comment was written. */
function withKnownNodes(records: Records, { ids }: NodeNames): Records {
  const known = <T extends { readonly nodeIds: readonly string[] }>(list: readonly T[] = []) =>
    list.map((one) => ({ ...one, nodeIds: one.nodeIds.filter((id) => ids.has(id)) }))
  const { entities = [], requirements = [], estimates = [], endpoints = [] } = records
  return {
    requirements,
    estimates,
    endpoints,
    entities: entities.map((one) => ({
      ...one,
      storeIds: one.storeIds.filter((id) => ids.has(id)),
    })),
    flows: known(records.flows),
    decisions: known(records.decisions),
    tradeOffs: known(records.tradeOffs),
    failures: known(records.failures),
    security: known(records.security),
    operations: known(records.operations),
    notes: known(records.notes),
  }
}

/** Sentences of a paragraph, and lines of a block of sums, are entries of their own. */
function piecesOf(item: Item, { meaning }: Group): readonly Item[] {
  if (item.form === 'code' && meaning.section === 'estimates') {
    return item.text
      .split('\n')
      .map((text, n) => ({ ...item, form: 'paragraph', text: text.trim(), line: item.line + n }))
  }
  if (item.form !== 'paragraph' || item.text.length > maxEntryLength) return [item]
  if (meaning.prefix === 'Alternative') return [item]
  if (meaning.section === 'api') {
    const calls = item.text.split(/[,;.]\s+(?:and\s+)?(?=`?(?:GET|POST|PUT|PATCH|DELETE)\s+`?\/)/)
    if (calls.length > 1) return calls.map((text) => ({ ...item, text }))
  }
  if (meaning.isProse === true) return toldIn(item)
  return entriesOf(item.text, meaning.section).map((text) => ({ ...item, text }))
}

/** Sentences of a paragraph, each with the few words at its head that tell what it is about ("Cache."). */
function toldIn(item: Item): readonly Item[] {
  const [first = '', ...others] = sentencesOf(item.text)
  const isHead = others.length > 0 && first.split(' ').length <= 4
  const texts = isHead ? others.map((text) => `${first} ${text}`) : [first, ...others]
  return texts.map((text) => ({ ...item, text }))
}

/** Sentences that begin something; the others belong to the one before. */
function entriesOf(text: string, section: Group['meaning']['section']): readonly string[] {
  const sentences = sentencesOf(text)
  const begins = beginnings[section]
  if (begins === undefined) return sentences
  const entries: string[] = []
  for (const sentence of sentences) {
    const last = entries.at(-1)
    const isOpen =
      section === 'decisions' && last !== undefined && weighing.test(last) && !choosing.test(last)
    if (last === undefined || (begins.test(sentence) && !isOpen)) entries.push(sentence)
    else entries[entries.length - 1] = `${last} ${sentence}`
  }
  return entries
}

/** What was looked at, without what was taken: the next sentence says that. */
const weighing =
  /\b(?:looked at|considered|compared|candidates|evaluated|options (?:were|are)|could have)\b/i
const choosing = /\b(?:chose|chosen|went|picked|took|decided|use|settled)\b/i

const beginnings: { readonly [K in Group['meaning']['section']]?: RegExp } = {
  flows: /(?!)/,
  failures:
    /^(?:if|when|should|once|an? (?:broken|crashed|lost|dead|failed|failing|outage|loss|failure|crash)|(?:the )?(?:outage|loss|failure|crash) of)\b|^[^:.]{1,60}(?::|\s[–—-])\s/i,
  decisions: /\b(?:because|since|instead of|rather than|over|chose|chosen|we use|we pick)\b/i,
  'data-model': /^[`\w][\w` ]{0,40}(?::|\s[–—-]|\()|\b(?:in|on)\s/,
}

/** A sentence ends before a capital letter, and not behind a single letter or a shortening. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(
      /(?<=[^.\s\d][.!?])(?<!\b(?:e\.g|i\.e|etc|vs|approx|ca|no|fig)\.)\s+(?=[A-Z"“`])|(?<=\d[.!?])\s+(?=[A-Z][a-z])/,
    )
    .filter((sentence) => sentence.trim() !== '')
}

const requirements: Reader = (item, { meaning, titles }) => ({
  requirements: readRequirements(item, meaning, titles).map((requirement) =>
    meaning.section === 'requirements' && !isQuality(requirement.text)
      ? { ...requirement, kind: 'functional' as const }
      : requirement,
  ),
})

function statements(key: 'tradeOffs' | 'security' | 'operations'): Reader {
  return (item, { meaning, titles }, names) => {
    const text = item.form === 'row' ? rowText(item) : textOf(item)
    const context = meaning.prefix ?? titles.at(-1) ?? ''
    const isSaid = context === '' || text.toLowerCase().includes(context.toLowerCase())
    return { [key]: [statementOf(isSaid ? text : `${context}: ${text}`, names)] }
  }
}

function statementOf(text: string, names: NodeNames): Statement {
  return { text, nodeIds: names.namedIn(text) }
}

/** "Seat hold: pro fair; con seats look sold out". */
function rowText({ text, cells = [] }: Item): string {
  const [first, ...rest] = cells.filter((cell) => cell.text !== '')
  if (first === undefined) return text
  const parts = rest.map((cell) => `${cell.head} ${cell.text}`.trim())
  return parts.length === 0 ? first.text : `${first.text}: ${parts.join('; ')}`
}

/** What is said of all endpoints stays a sentence, wherever it stands. */
const readApi: Reader = (item, _group, names) => {
  const isCommon = ({ text }: Item) => speaksOfAll(text)
  const notes = item.children.filter(isCommon).map(({ text }) => ({
    section: 'api' as const,
    ...statementOf(text, names),
  }))
  const own =
    notes.length === 0
      ? item
      : { ...item, children: item.children.filter((child) => !isCommon(child)) }
  return { endpoints: endpointsOf(own), notes }
}

/** "All endpoints need a token". */
export function speaksOfAll(text: string): boolean {
  return /^(?:all|every|each)\b.{0,40}\b(?:endpoints?|calls?|requests?|routes?|apis?|methods?)\b/i.test(
    text,
  )
}

/** A heading is an endpoint with words about it below, or the subject of several. */
function endpointsOf(item: Item): readonly Endpoint[] {
  if (item.form === 'code') return readEndpointCode(item)
  const own = readEndpoint(item)
  if (own !== undefined) return [own]
  return item.form === 'titled' ? readEndpointsBelow(item.children) : []
}

const readers: Readonly<Record<SectionId | 'requirements', Reader>> = {
  requirements,
  'functional-requirements': requirements,
  'non-functional-requirements': requirements,
  estimates: (item) => ({ estimates: readEstimates(item) }),
  api: readApi,
  'data-model': (item, _group, names) => ({ entities: readEntityEntry(item, names) }),
  flows: (item, _group, names) => ({
    flows: item.form === 'code' ? [] : readFlowEntry(item, names),
  }),
  decisions: (item, { meaning }, names) => {
    if (item.form === 'code') return {}
    if (item.form === 'row') return { decisions: [readDecisionRow(item, names)] }
    if (meaning.prefix !== undefined) return { decisions: [readAlternative(item, names)] }
    const isRecord = item.form === 'titled' || item.children.length > 0
    return { decisions: [isRecord ? readRecord(item, names) : readDecision(item.text, names)] }
  },
  'trade-offs': statements('tradeOffs'),
  failures: (item, _group, names) => {
    if (item.form === 'code') return {}
    if (item.form === 'row') return { failures: [readFailureRow(item, names)] }
    const isRecord = item.form === 'titled' || item.children.length > 0
    return { failures: [isRecord ? readFailureRecord(item, names) : readFailure(item.text, names)] }
  },
  security: statements('security'),
  operations: statements('operations'),
}

/** "MongoDB: no need for documents" below "Alternatives considered" was weighed and not chosen. */
function readAlternative(item: Item, names: NodeNames): Decision {
  if (/\b(?:we chose|chosen|picked|selected)\b/i.test(item.text))
    return readDecision(item.text, names)
  const match = /^([^:.]{1,100}?)(?::|\.|\s[–—-])\s+(.*)$/.exec(item.text)
  const option = (match?.[1] ?? item.text).replace(/\s+(?:instead of|rather than)\s.*$/i, '')
  const said = [match?.[2] ?? '', ...item.children.map(textOf)]
    .map((part) => part.replace(/\.$/, '').replace(/^rejected(?::| because)?\s*/i, ''))
    .filter((part) => part !== '')
    .join('; ')
  const [why, consequence] = cutPrice(said)
  const chosen = /\s(?:instead of|rather than)\s+(.{2,60})$/i.exec(match?.[1] ?? '')?.[1] ?? ''
  return decisionOf({ topic: '', chosen, others: [option], why, consequence }, names)
}
