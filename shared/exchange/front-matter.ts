/** The facts at the head of a design document. Every field is optional; numbers may be written freely. */
import { isMap, isScalar, LineCounter, parseDocument, type YAMLMap } from 'yaml'
import type { Problem } from './problem.ts'
import { readNumber, readPercent } from './read-number.ts'

export interface FrontMatter {
  /** Id of a scenario, or its title in plain words. */
  readonly scenario?: string
  readonly publicFacing?: boolean
  readonly dailyActiveUsers?: number
  /** Requests per second. */
  readonly averageQps?: number
  /** Requests per second. */
  readonly peakQps?: number
  readonly readWriteRatio?: string
  readonly dataSize?: string
  /** Percent. */
  readonly availabilityTarget?: number
  readonly latencyTarget?: string
  readonly regions?: number
  readonly tags?: readonly string[]
}

type Reader = (value: unknown) => unknown
interface Field {
  readonly read: Reader
  readonly expected: string
}

const text: Field = {
  read: (value) => (isPlain(value) ? String(value).trim() : undefined),
  expected: 'a text',
}
const number: Field = { read: readNumber, expected: 'a number such as 4600, 4,600 or 1.2k' }

const fields: Readonly<Record<keyof FrontMatter, Field>> = {
  scenario: text,
  publicFacing: { read: readFlag, expected: 'true or false' },
  dailyActiveUsers: number,
  averageQps: number,
  peakQps: number,
  readWriteRatio: text,
  dataSize: text,
  availabilityTarget: { read: readPercent, expected: 'a share such as 99.95%' },
  latencyTarget: text,
  regions: number,
  tags: { read: readList, expected: 'a list such as [media, search]' },
}

/** `yaml` is the text between the two lines of dashes; places count from its first line. */
export function readFrontMatter(yaml: string): {
  readonly fields: FrontMatter
  readonly problems: readonly Problem[]
} {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true })
  const problems: Problem[] = document.errors.map((error) => ({
    severity: 'error',
    line: error.linePos?.[0].line ?? 1,
    column: error.linePos?.[0].col ?? 1,
    message: `The front matter is not valid YAML: ${error.message.split('\n')[0] ?? ''}`,
  }))
  if (!isMap(document.contents)) return { fields: {}, problems }
  const read = readFields(document.contents, lines)
  return { fields: read.fields, problems: [...problems, ...read.problems] }
}

function readFields(map: YAMLMap, lines: LineCounter) {
  const found: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const { key, value } of map.items) {
    if (!isScalar(key)) continue
    const name = String(key.value)
    const place = lines.linePos(key.range?.[0] ?? 0)
    const add = (message: string) =>
      problems.push({ severity: 'note', line: place.line, column: place.col, message })
    if (!isField(name)) {
      add(`"${name}" is not a field that is read here.`)
      continue
    }
    const plain: unknown = isNodeWithJson(value) ? value.toJSON() : value
    if (plain === null || plain === undefined) continue
    const result = fields[name].read(plain)
    if (result === undefined) add(`${name} expects ${fields[name].expected}.`)
    else found[name] = result
  }
  return { fields: found as FrontMatter, problems }
}

function isField(name: string): name is keyof FrontMatter {
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
