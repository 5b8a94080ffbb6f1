/** Requirements from entries such as "FR1 (must): People shorten a link." or "Out: analytics; folders". */
import type { Priority, Requirement } from '#shared/design/answers.ts'
import { textOf, type Item } from '../outline.ts'
import type { HeadingMeaning } from './heading-meaning.ts'

type Kind = Requirement['kind']
/** What is known about an entry before it is read. */
interface Given {
  readonly kind: Kind | undefined
  readonly priority?: Priority
  readonly context: string
}

/** "FR1", "REQ-2" and the like; other letters only with a mark behind them: "S3 stores" is no id. */
const idPattern =
  /^(?:[[(]([A-Z]{1,4}[-_.]?\d+(?:\.\d+)*)[\])]|((?:N?FR|NF|REQ|US|UC)[-_.]?\d+(?:\.\d+)*)(?=[\s:.)–—-]|$)|((?!P\d)[A-Z]{1,4}[-_.]?\d+(?:\.\d+)*)(?=\s?[:.)–—]|\s-\s|\s\())\s*/
const bracketWords = /^[([]([^)\]]{1,40})[)\]]\s*[:–—-]?\s*/
const label = /^([\p{L}'’ /-]{1,24}?)\s*(?::|–|—|\s-)\s+/u

const priorityWords: readonly (readonly [Priority, RegExp])[] = [
  [
    'out',
    /^(?:out(?:[- ]of[- ]scope)?|not(?: in scope| now| yet)?|wo[nu]'?t(?:[- ](?:have|do))?|non[- ]?goals?|excluded|later|p3|no|w|v2|future)$/i,
  ],
  [
    'should',
    /^(?:should(?:[- ]have)?|could(?:[- ]have)?|nice(?:[- ]to[- ]have)?|optional|may|p1|p2|stretch|medium|low|s|c)$/i,
  ],
  ['must', /^(?:must(?:[- ]have)?|p0|core|required|mvp|in[- ]scope|high|m|shall)$/i],
]

const limits =
  /\b(?:must (?:run|use|be (?:built|written|hosted|deployed)|stay (?:in|within|under))|has to (?:run|use)|only (?:use|aws|azure|gcp|open)|no more than \$|budget|deadline|(?:a )?team of|existing (?:system|database|stack|infrastructure)|on[- ]prem\w*|within the eu|in the eu|data residency|limited to|open[- ]source only|may not (?:use|leave))\b/i
const quality =
  /\b(?:latency|p50|p95|p99|availability|available|uptime|throughput|qps|rps|tps|scal\w+|durab\w+|consisten\w+|reliab\w+|secure|encrypt\w*|fault|rto|rpo|concurrent|dau|mau|daily active|(?:requests|messages|writes|reads) (?:per|a|each) second|sla|slo|retention|gdpr|hipaa|pci|low[- ]latency|eventual\w*)\b|\d\s?(?:ms|%)(?![\p{L}\d])/iu

/** Requirements of an entry with what is nested in it; ids are empty where it was not numbered. */
export function readRequirements(
  item: Item,
  meaning: HeadingMeaning,
  titles: readonly string[] = [],
): readonly Requirement[] {
  const fromTitle = titles.map(priorityOf).find((priority) => priority !== undefined)
  const priority = meaning.priority ?? fromTitle
  const given: Given = {
    kind: kindOfMeaning(meaning),
    ...(priority === undefined ? {} : { priority }),
    context: '',
  }
  return item.form === 'row' ? readRow(item, given) : readEntry(item, given)
}

/** "Users" above "sign up" and "log in" only names what they have in common. */
function isShort(text: string, item: Item): boolean {
  return text.split(' ').length <= 2 && item.children.length > 1
}

function kindOfMeaning({ section, isConstraint }: HeadingMeaning): Kind | undefined {
  if (isConstraint === true) return 'constraint'
  return section === 'functional-requirements' ? 'functional' : undefined
}

function readEntry(item: Item, given: Given): readonly Requirement[] {
  const head = headOf(item.text, given)
  const isLabel = head.text === '' || head.text.endsWith(':')
  if (item.children.length === 0) return isLabel && head.text === '' ? [] : split(head)
  const next: Given = {
    kind: head.kind,
    ...(head.priority === undefined ? {} : { priority: head.priority }),
    context: head.text.replace(/:$/, ''),
  }
  if (!isLabel && !isShort(head.text, item)) {
    return split({ ...head, text: textOf({ ...item, text: head.text }) })
  }
  const below = item.children.flatMap((child) => readEntry(child, next))
  return below
}

interface Head {
  readonly id: string
  readonly text: string
  readonly priority: Priority | undefined
  readonly kind: Kind | undefined
  readonly wasLabelled: boolean
  readonly isStated: boolean
}

function headOf(written: string, given: Given): Head {
  const numbered = cutId(written)
  const bracketed = cutBrackets(numbered.text, given)
  const labelled = cutLabel(bracketed.text)
  const { text, ...end } = cutEnd(labelled.text)
  return {
    id: numbered.id,
    text: given.context === '' ? text : `${given.context}: ${text}`,
    priority: labelled.priority ?? end.priority ?? bracketed.priority,
    kind: bracketed.kind,
    wasLabelled: labelled.priority !== undefined,
    isStated: bracketed.isStated,
  }
}

function cutId(text: string): { id: string; text: string } {
  const match = idPattern.exec(text)
  if (match === null) return { id: '', text }
  const id = match.slice(1).find((part) => part !== undefined) ?? ''
  return { id, text: text.slice(match[0].length) }
}

/** "(must, constraint): …" */
function cutBrackets(text: string, given: Given) {
  const match = bracketWords.exec(text)
  const words = match?.[1]?.split(/[,/]\s*/) ?? []
  const priority = words.map(priorityOf).find((word) => word !== undefined)
  const kind = words.map(kindOf).find((word) => word !== undefined)
  if (match === null || (priority === undefined && kind === undefined)) {
    return { ...given, text: text.replace(/^[:.)–—-]\s*/, ''), isStated: false }
  }
  return {
    text: text.slice(match[0].length),
    priority: priority ?? given.priority,
    kind: kind ?? given.kind,
    isStated: kind !== undefined,
  }
}

const leftOut =
  /^(?:we\s+)?(?:leave (?:out|aside)|exclude|do(?:n't| not) cover|will not (?:build|cover|support))\s+/i

const priorityAtEnd = /\s*(?:[[(]([\w -]{2,14})[\])]|[–—-]\s([\w -]{4,14}))\.?$/

/** "Rate a dish (P1)", "Dark mode – nice to have" */
function cutEnd(text: string): { text: string; priority?: Priority } {
  const match = priorityAtEnd.exec(text)
  const priority = priorityOf(match?.[1] ?? match?.[2] ?? '')
  if (match === null || priority === undefined) return { text }
  return { text: text.slice(0, match.index), priority }
}

/** "Must: …" */
function cutLabel(text: string): { text: string; priority?: Priority } {
  const refusal = leftOutIn(text)
  if (refusal !== undefined) return { text: refusal, priority: 'out' }
  const left = leftOut.exec(text)
  if (left !== null) return { text: text.slice(left[0].length).replace(/\.$/, ''), priority: 'out' }
  const match = label.exec(`${text} `)
  const priority = priorityOf(match?.[1] ?? '')
  if (match === null || priority === undefined) return { text }
  return { text: text.slice(match[0].length).trim(), priority }
}

const listBreak = /[,;]\s+(?:and\s+)?|\s+and\s+/

/** "Must: shorten a link; show counts" lists several. */
function split(head: Head): readonly Requirement[] {
  const parts = head.text.split(listBreak)
  const isList = head.priority === 'out' && parts.every((part) => part.split(' ').length <= 3)
  const semicolons = head.wasLabelled ? head.text.split(/;\s+/) : [head.text]
  const texts = isList ? parts : semicolons
  return texts
    .filter((text) => text.trim() !== '')
    .map((text) => ({
      id: head.id,
      text: text.trim(),
      priority: head.priority ?? 'must',
      kind: head.isStated ? (head.kind ?? 'functional') : kindByWords(text, head.kind),
    }))
}

function kindByWords(text: string, kind: Kind | undefined): Kind {
  if (kind === 'functional' && isOfRuleOrTarget(text)) return 'constraint'
  if (kind === 'functional' || kind === 'constraint') return kind
  if (limits.test(text)) return 'constraint'
  return kind ?? 'quality'
}

function priorityOf(word: string): Priority | undefined {
  const text = word.trim().replaceAll('’', "'")
  return priorityWords.find(([, pattern]) => pattern.test(text))?.[0]
}

function kindOf(word: string): Kind | undefined {
  const text = word.trim().toLowerCase()
  return text === 'functional' || text === 'quality' || text === 'constraint' ? text : undefined
}

/** Columns such as "ID | Requirement | Priority". */
function readRow(item: Item, given: Given): readonly Requirement[] {
  const cells = item.cells ?? []
  const at = (pattern: RegExp) => cells.find(({ head }) => pattern.test(head))?.text
  const id = at(/^(?:id|#|no\.?|ref)$/) ?? ''
  const priority = priorityOf(at(/prio|moscow|scope/) ?? '') ?? given.priority
  const rest = cells.filter(({ head }) => !/^(?:id|#|no\.?|ref)$|prio|moscow|scope/.test(head))
  const isStory = rest.some(({ head }) => /^as an?\b/.test(head))
  const text = rest
    .map((cell) => cell.text)
    .filter((cell) => cell !== '')
    .join(isStory ? ' ' : ': ')
  if (text === '') return []
  const numbered = /^[A-Za-z]{1,4}[-_. ]?\d+(?:\.\d+)*$/.test(id) ? id : ''
  return [{ id: numbered, text, priority: priority ?? 'must', kind: kindByWords(text, given.kind) }]
}

/** Rules of law that apply, targets in numbers: no endpoint will ever serve them, wherever they stand. */
const lawName = String.raw`(?:gdpr|dsgvo|rgpd|ccpa|cpra|lgpd|hipaa|pci(?:[- ]?dss)?|soc[- ]?2|sox|ferpa|coppa|iso[- ]?27001|psd ?2|mifid(?: ii)?|dora|nis ?2)`
const onlyLaws = new RegExp(
  String.raw`^(?:(?:the |be |must |we |it |system |product |has to |have to |should |shall |compl(?:y|iant|iance|ies)(?: with)?|compliance:?|regulations?:?|rules?:?|law:?|conforms? to|adheres? to|meets?|subject to|under)\s*)*${lawName}(?:(?:\s*[,;/&+]\s*|\s+and\s+)${lawName})*\s*(?:appl(?:y|ies)|compliant|compliance)?\b[.\s]*$`,
  'i',
)
const target =
  /^(?:(?:p\d\d|median|peak|average)\s)?(?:latency|availability|uptime|throughput|response times?|durability|rto|rpo|recovery|capacity|load|data (?:residency|stays?|must stay))\b/i
const residence =
  /^(?:(?:all|the|user|customer|personal) )*data (?:must |has to |shall |should )?(?:stays?|remains?|resides?|lives?|(?:is|be) (?:kept|stored|hosted)) (?:with)?in (?:the )?(?:eu\b|europe\w*|us\b|germany|switzerland|country|region)/i
const named = /^(?:quality|non-?functional|nfrs?|service levels?|performance|slos?)\s*[:–—-]\s/i

/** Whether words among the features speak of a rule or a target and of no feature. */
export function isOfRuleOrTarget(text: string): boolean {
  const said = text.trim()
  if (residence.test(said)) return true
  return onlyLaws.test(said) || (target.test(said) && /\d/.test(said)) || named.test(said)
}

const refused =
  /^(.{3,80}?)\s+(?:(?:is|are|remains?|stays?)\s+(?:(?:explicitly |deliberately )?(?:out of scope|not (?:in scope|part of .*|included|covered|built|supported)|excluded|left out)|for later))\.?$/i
const promisedNot =
  /^we (?:will not|won't|do not|don't|shall not) (?:build |support |cover |offer |handle )?(.+?)\.?$/i

/** "Calls are out of scope", "we will not ship abroad": what is left out, named in a sentence. */
function leftOutIn(text: string): string | undefined {
  return refused.exec(text)?.[1] ?? promisedNot.exec(text)?.[1]
}

/** Whether an entry under plain "Requirements" speaks of how well, not of what. */
export function isQuality(text: string): boolean {
  return quality.test(text) || limits.test(text)
}
