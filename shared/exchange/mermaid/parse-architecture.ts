/**
 * Mermaid's `architecture-beta`: groups, services, junctions, and edges from side to side. One
 * statement a line. A junction is only a bend of its lines: what leads into it leads on to what it
 * leads to.
 */
import type { Problem } from '../problem.ts'
import { breakCycles } from './break-cycles.ts'
import { decodeText, wordsOf } from './decode-text.ts'
import { refusal, type DiagramEdge, type DiagramModel } from './diagram-model.ts'
import { shorten } from './detect-diagram.ts'
import { passJunctions } from './pass-junctions.ts'

interface Part {
  readonly type: 'group' | 'service' | 'junction'
  readonly id: string
  readonly icon: string
  readonly title: string
  readonly parent: string | undefined
  readonly line: number
}
interface Line {
  readonly edge: DiagramEdge
  readonly line: number
}
interface Parts {
  readonly all: Map<string, Part>
  readonly lines: Line[]
}

const title = String.raw`\[\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\]]+?)\s*\]`
const part = new RegExp(
  String.raw`^(group|service|junction)\s+([\w-]+)\s*(?:\(([\w:.-]+)\)|"([^"]*)")?\s*(?:${title})?\s*(?:\bin\s+([\w-]+))?$`,
)
const end = String.raw`([\w-]+)(?:\{group\})?`
const edge = new RegExp(
  String.raw`^${end}\s*:\s*[LRTB]\s*(<?)\s*-(?:\s*${title}\s*)?-\s*(>?)\s*[LRTB]\s*:\s*${end}$`,
)
const ignored = /^(?:title|accTitle|accDescr|align)\b/

/** `header` is the line of the first words, counted from 1. */
export function parseArchitecture(text: string, header: number): DiagramModel | Problem {
  const parts: Parts = { all: new Map(), lines: [] }
  for (const [i, raw] of text.split(/\r\n|\r|\n/).entries()) {
    if (i + 1 < header) continue
    const isHeader = i + 1 === header
    const content = isHeader ? raw.replace(/^\s*architecture(?:-beta)?/, '') : raw
    const statement = withoutComment(content).trim()
    if (statement === '' || ignored.test(statement)) continue
    const problem = readStatement(parts, statement, i + 1)
    if (problem !== undefined) return { ...problem, column: raw.search(/\S/) + 1 }
  }
  return missingIn(parts) ?? modelOf(parts, text)
}

function readStatement(parts: Parts, statement: string, line: number): Problem | undefined {
  const [, type, id, icon, iconText, words, parent] = part.exec(statement) ?? []
  if (id !== undefined && (type === 'group' || type === 'service' || type === 'junction')) {
    if (parts.all.has(id)) return refusal(line, 1, `"${id}" is already the name of another part.`)
    parts.all.set(id, {
      type,
      id,
      icon: icon ?? iconText ?? '',
      title: titleOf(words),
      parent,
      line,
    })
    return undefined
  }
  const drawn = edge.exec(statement)
  if (drawn === null) return refusal(line, 1, expected(statement))
  parts.lines.push({ edge: edgeOf(drawn), line })
  return undefined
}

/** An arrow with a head at its left alone runs from right to left. */
function edgeOf(drawn: readonly (string | undefined)[]): DiagramEdge {
  const [, left = '', into = '', words, onto = '', right = ''] = drawn
  const isBackwards = into !== '' && onto === ''
  const heads = (['none', 'end', 'both'] as const)[into.length + onto.length] ?? 'end'
  return {
    from: isBackwards ? right : left,
    to: isBackwards ? left : right,
    label: decodeText(titleOf(words)),
    line: 'solid',
    heads,
  }
}

/** A title without its quotes. */
function titleOf(words = ''): string {
  const inside = /^(["'])(.*)\1$/s.exec(words)?.[2]
  return inside === undefined ? words : inside.replace(/\\(.)/g, '$1')
}

function expected(statement: string): string {
  return `Expected "group", "service", "junction" or an edge such as a:R --> L:b, found "${shorten(statement)}".`
}

/** The first name that nothing has. */
function missingIn({ all, lines }: Parts): Problem | undefined {
  for (const { id, parent, line } of all.values()) {
    if (parent !== undefined && all.get(parent)?.type !== 'group') {
      return refusal(line, 1, `"${id}" is in "${parent}", but no group has that name.`)
    }
  }
  for (const { edge: drawn, line } of lines) {
    const missing = [drawn.from, drawn.to].find((name) => !all.has(name))
    if (missing !== undefined) return refusal(line, 1, `No service is called "${missing}".`)
  }
  return undefined
}

function modelOf({ all, lines }: Parts, text: string): DiagramModel | Problem {
  const parts = [...all.values()]
  const junctions = new Set(parts.filter(({ type }) => type === 'junction').map(({ id }) => id))
  const members = membersOf(parts.filter(({ id }) => !junctions.has(id)))
  const groups = parts
    .filter(({ type }) => type === 'group')
    .map((group) => ({
      id: group.id,
      label: decodeText(group.title || group.id),
      members: members.get(group.id) ?? [],
    }))
  const edges = passJunctions(
    lines.map((line) => line.edge),
    junctions,
  )
  if (!Array.isArray(edges)) return edges
  const services = parts.filter(({ type }) => type === 'service')
  return { direction: 'LR', nodes: services.map(nodeOf), edges, ...breakCycles(groups, text) }
}

function membersOf(parts: readonly Part[]): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>()
  for (const { id, parent } of parts) {
    if (parent === undefined) continue
    const list = members.get(parent)
    if (list === undefined) members.set(parent, [id])
    else list.push(id)
  }
  return members
}

function nodeOf({ id, icon, title: label }: Part) {
  const hint = icon === 'server' || icon === 'cloud' || icon === 'internet' ? '' : wordsOf(icon)
  const shape = icon === 'database' ? 'cylinder' : icon
  return { id, label: decodeText(label || id), shape, classes: [], hint }
}

/** What stands before a comment; two percent signs within a title are no comment. */
function withoutComment(line: string): string {
  if (line.trim().startsWith('%%')) return ''
  return line.replace(/\s%%(?![^[]*\]).*$/, '')
}
