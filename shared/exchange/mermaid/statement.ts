/**
 * Comments that say what Mermaid itself cannot: one property a line, or several.
 *
 *     %% set api managed true
 *     %% set api id=shape:a1 at=120,40,180,72 replicas=3 note="kept warm"
 *     %% set api->db type=replication
 *
 * The export begins with a comment of its own: below it a line of the second form is all that there is
 * to say of a thing, so that nothing is guessed from its label again. A value is a number, `true`, `false` or text. In the second form a text with spaces stands in quotes,
 * and a name with a leading dot is a property even where a field has that name.
 */
import type { PropertyValue } from '#shared/design/design.ts'
import type { Problem } from '../problem.ts'
import { noteAt } from './diagram-model.ts'

export interface Assignment {
  /** Without the leading dot. */
  readonly name: string
  readonly isProperty: boolean
  readonly value: PropertyValue
}

export interface Statement {
  /** Counted from 1. */
  readonly line: number
  /** Id of a component, a subgraph or an arrow in the diagram, or two ids as `api->db`. */
  readonly target: string
  readonly assignments: readonly Assignment[]
  /** Whether this is all that there is to say of the thing, so that nothing is inferred. */
  readonly isWhole: boolean
}

/** The comment that an exported drawing begins with. */
export const exportHeader =
  '%% Loadbearing: the lines "set …" hold all that Mermaid cannot say of a part'
const header = /^\s*%% Loadbearing\b/m
const opening = /^\s*%%\s*set(?:\s|$)/
const single = /^\s*%%\s*set\s+(\S+)\s+([a-zA-Z][\w-]*)\s+(\S.*?)\s*$/
const many =
  /^\s*%%\s*set\s+("(?:[^"\\]|\\.)*"|\S+)((?:\s+(?:"(?:[^"\\]|\\.)*"|[^\s"=]+)=(?:"(?:[^"\\]|\\.)*"|[^\s"]*))+)\s*$/
const pair = /("(?:[^"\\]|\\.)*"|[^\s"=]+)=("(?:[^"\\]|\\.)*"|[^\s"]*)/g

/** The statements of a diagram in order; a comment that only begins like one is a note. */
export function readStatements(text: string): {
  readonly list: readonly Statement[]
  readonly problems: readonly Problem[]
} {
  const list: Statement[] = []
  const problems: Problem[] = []
  const isExported = header.test(text)
  for (const [i, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (!opening.test(line)) continue
    const statement = readStatement(line, i + 1, isExported)
    if (statement === undefined) problems.push(noteAt(i + 1, form))
    else list.push(statement)
  }
  return { list, problems }
}

const form = 'Expected "%% set <id> <property> <value>" or "%% set <id> <property>=<value> …".'

function readStatement(text: string, line: number, isWhole: boolean): Statement | undefined {
  const [, target, pairs] = many.exec(text) ?? []
  if (target !== undefined && pairs !== undefined) {
    const assignments = [...pairs.matchAll(pair)].map(([, name = '', value = '']) =>
      assignmentOf(unquoted(name), value),
    )
    return { line, target: unquoted(target), assignments, isWhole }
  }
  const [, id, property, value] = single.exec(text) ?? []
  if (id === undefined || property === undefined || value === undefined) return undefined
  const assignment = { name: property, isProperty: false, value: readValue(value) }
  return { line, target: id, assignments: [assignment], isWhole: false }
}

function assignmentOf(name: string, value: string): Assignment {
  const isProperty = name.startsWith('.')
  const isText = value.startsWith('"')
  return {
    name: isProperty ? name.slice(1) : name,
    isProperty,
    value: isText ? unquoted(value) : readValue(value),
  }
}

/** The line of a comment for one thing; the order of the assignments is kept. */
export function printStatement(target: string, assignments: readonly Assignment[]): string {
  const pairs = assignments.map(({ name, isProperty, value }) => {
    const written = isProperty ? `.${name}` : name
    return `${printName(written)}=${printValue(value)}`
  })
  return `%% set ${printName(target)} ${pairs.join(' ')}`
}

function printName(name: string): string {
  return /^[^\s"={}\\%]+$/.test(name) && isPlain(name) ? name : quoted(name)
}

function printValue(value: PropertyValue): string {
  if (typeof value !== 'string') return Object.is(value, -0) ? '-0' : String(value)
  const isBare = /^[^\s"{}\\]+$/.test(value) && isPlain(value) && readValue(value) === value
  return isBare ? value : quoted(value)
}

/** Letters, digits and signs that no reader takes for the end of a line or of the comment. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{N}\p{P}\p{S}]*$/u.test(text) && !text.includes('%%')
}

/** Braces would make Mermaid read a directive, and a strange line end would end the comment. */
function quoted(text: string): string {
  const strange = /[{}%]|[^\P{C}\u200D]|\p{Zl}|\p{Zp}/gu
  return JSON.stringify(text).replace(strange, (mark) =>
    [...Array(mark.length).keys()]
      .map((i) => `\\u${mark.charCodeAt(i).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : text
  } catch {
    return text.slice(1, -1)
  }
}

function readValue(text: string): PropertyValue {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/.test(text) ? Number(text) : text
}
