/** The facts at the head of a design document. Every field is optional; numbers may be written freely. */
import {
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml'
import { namedFields } from './front-matter-names.ts'
import type { Problem } from './problem.ts'
import { readNumber, readPercent, readRatio } from './read-number.ts'
import { minutesIn, moneyIn, readDataSize, readLatency } from './answers/read-facts.ts'

export interface FrontMatter {
  /** Id of a scenario, or its title in plain words. */
  readonly scenario?: string
  readonly publicFacing?: boolean
  readonly dailyActiveUsers?: number
  readonly actionsPerUser?: number
  /** Requests per second. */
  readonly averageQps?: number
  /** Requests per second. */
  readonly peakQps?: number
  readonly readWriteRatio?: string
  readonly dataSize?: string
  /** Percent. */
  readonly availabilityTarget?: number
  readonly latencyTarget?: string
  /** A duration in words: "1 h". */
  readonly rto?: string
  readonly rpo?: string
  readonly retention?: string
  readonly regions?: number
  /** A sum in words: "$5,000 a month". */
  readonly budget?: string
  readonly teamSize?: number
  readonly compliance?: readonly string[]
  readonly tags?: readonly string[]
  /** Fields that are said to be not known: they are not looked for elsewhere either. */
  readonly unknown?: readonly (keyof FrontMatter)[]
}

type Reader = (value: unknown) => unknown
interface Field {
  readonly read: Reader
  /** Units that may stand behind a number; it is read all the same. */
  readonly units?: RegExp
  readonly expected: string
}

const text: Field = {
  read: (value) => (isPlain(value) ? String(value).trim() : undefined),
  expected: 'a text',
}
const number: Field = {
  read: readNumber,
  units:
    /^\W*(?:(?:k|m|b|bn|mio|million|billion|thousand|trillion|t|g)\b)?\W*(?:$|users?|people|person|dau|rps|qps|tps|req|requests|queries|actions|reads|writes|per|a\b|an\b|\/|s\b|regions?|engineers?|developers?|devs?|peak|at|average|avg|on|in|and|to|or|\()/i,
  expected: 'a number such as 4600, 4,600 or 1.2k',
}

const duration: Field = {
  read: (value) => (minutesIn(String(value)) === undefined ? undefined : String(value).trim()),
  expected: 'a duration such as 15 min or 1 h',
}
const list = { read: readList, expected: 'a list such as [media, search]' }

/** What people keep at the head of any document; nothing here reads it, and nobody needs to be told. */
// prettier-ignore
const customary: ReadonlySet<string> = new Set([
  'title', 'author', 'authors', 'date', 'status', 'version', 'id', 'owner', 'owners', 'team', 'reviewers',
  'description', 'layout', 'slug', 'created', 'updated', 'lastupdated', 'last_updated', 'draft', 'permalink',
  'aliases', 'category', 'categories', 'sidebar_position', 'sidebar_label', 'config',
])

/** A place that is kept for a value says nothing yet. */
function isOpen(value: unknown): boolean {
  return typeof value === 'string' && /^(?:tbd|todo|tba|\?+|n\/?a|-|–|)$/i.test(value.trim())
}

type FieldName = Exclude<keyof FrontMatter, 'unknown'>

const fields: Readonly<Record<FieldName, Field>> = {
  scenario: text,
  publicFacing: { read: readFlag, expected: 'true or false' },
  dailyActiveUsers: number,
  actionsPerUser: number,
  averageQps: number,
  peakQps: number,
  readWriteRatio: {
    read: (value) => (readRatio(value) === undefined ? undefined : String(value).trim()),
    expected: 'a ratio such as "3:1"',
  },
  dataSize: {
    read: (value) => (isEmpty(readDataSize(String(value))) ? undefined : String(value).trim()),
    expected: 'an amount such as 2 TB or 3.65 PB a year',
  },
  availabilityTarget: { read: readPercent, expected: 'a share such as 99.95%' },
  latencyTarget: {
    read: (value) => (readLatency(String(value)) === undefined ? undefined : String(value).trim()),
    expected: 'a time such as p99 under 200 ms',
  },
  rto: duration,
  rpo: duration,
  retention: duration,
  regions: number,
  budget: {
    read: (value) => (moneyIn(String(value)) === undefined ? undefined : String(value).trim()),
    expected: 'a sum such as $5,000 a month',
  },
  teamSize: number,
  compliance: list,
  tags: list,
}

/** `yaml` is the text between the two lines of dashes; places count from its first line. */
export function readFrontMatter(yaml: string): {
  readonly fields: FrontMatter
  readonly problems: readonly Problem[]
} {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true })
  const [error] = document.errors
  if (error !== undefined) return { fields: {}, problems: [notYaml(error)] }
  if (isMap(document.contents)) return readFields(document.contents, lines)
  return { fields: {}, problems: document.contents === null ? [] : [noFields] }
}

/** The first error alone, since others follow from it; its own place counts from another line. */
function notYaml({ message, linePos }: YAMLParseError): Problem {
  const said = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')
  return {
    severity: 'error',
    line: linePos?.[0].line ?? 1,
    column: linePos?.[0].col ?? 1,
    message: `The front matter is not valid YAML: ${said}. Expected lines such as "peakQps: 4600"; a text with signs in it stands in quotes.`,
  }
}

const noFields: Problem = {
  severity: 'error',
  line: 1,
  column: 1,
  message: 'The front matter holds no fields: expected lines such as "peakQps: 4600".',
}

function readFields(map: YAMLMap, lines: LineCounter) {
  const found: Record<string, unknown> = {}
  const unknown: FieldName[] = []
  const problems: Problem[] = []
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue
    const plain: unknown = isNodeWithJson(value) ? value.toJSON() : value
    for (const [name, own] of namedFields(String(key.value), plain)) {
      const message = isField(name) ? readField(name, own, { found, unknown }) : strange(name)
      if (message === undefined) continue
      const { line, col } = lines.linePos(key.range?.[0] ?? 0)
      problems.push({ severity: 'note', line, column: col, message })
    }
  }
  const all = unknown.length === 0 ? found : { ...found, unknown }
  return { fields: all as FrontMatter, problems }
}

/** Puts what a field says where it belongs, or answers what is not understood about it. */
function readField(
  name: FieldName,
  plain: unknown,
  into: { readonly found: Record<string, unknown>; readonly unknown: FieldName[] },
): string | undefined {
  if (plain === null || plain === undefined || isOpen(plain)) return undefined
  if (plain === 'unknown') {
    into.unknown.push(name)
    return undefined
  }
  const result = fields[name].read(plain)
  if (result === undefined) return `${name} expects ${fields[name].expected}.`
  into.found[name] = result
  return unknownUnit(name, plain)
}

function unknownUnit(name: FieldName, plain: unknown): string | undefined {
  const { units } = fields[name]
  const rest = typeof plain === 'string' ? /^\W*\d[\d.,_'\s]*(.*)$/.exec(plain)?.[1] : undefined
  if (units === undefined || rest === undefined || units.test(rest)) return undefined
  return `"${rest.trim()}" is not a unit that is known here; the number of ${name} was read without it.`
}

function strange(name: string): string | undefined {
  return customary.has(name.toLowerCase())
    ? undefined
    : `"${name}" is not a field that is read here.`
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0
}

function isField(name: string): name is FieldName {
  return Object.hasOwn(fields, name)
}

function isNodeWithJson(value: unknown): value is { toJSON(): unknown } {
  return typeof value === 'object' && value !== null && 'toJSON' in value
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function readFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' ? value.toLowerCase() : ''
  if (['yes', 'true', 'on'].includes(word)) return true
  return ['no', 'false', 'off'].includes(word) ? false : undefined
}

function readList(value: unknown): readonly string[] | undefined {
  const parts = typeof value === 'string' ? value.split(',') : value
  if (!Array.isArray(parts)) return undefined
  return parts
    .filter(isPlain)
    .map((part) => String(part).trim())
    .filter((part) => part !== '')
}
