/**
 * A Mermaid flowchart as plain data. The parser behind it can be replaced: nothing outside this file
 * and `explain-syntax.ts` knows which one it is. It gives no meaning to what it reads.
 */
import { parse, PeleError, register, type ParsedDiagramModel } from 'pele/core'
import flowchart from 'pele/diagrams/flowchart'
import type { Problem } from '../problem.ts'
import { breakCycles } from './break-cycles.ts'
import { decodeLines, decodeText, iconWordsOf, wordsOf } from './decode-text.ts'
import {
  isProblem,
  maxDiagramEdges,
  maxDiagramLength,
  type DiagramEdge,
  type DiagramModel,
  type DiagramNode,
} from './diagram-model.ts'
import { explainSyntax } from './explain-syntax.ts'

type Parsed = Extract<ParsedDiagramModel, { type: 'flowchart' }>
type ParsedNode = Parsed['nodes'] extends Map<string, infer N> ? N : never

/** The flowchart, or where and why it cannot be read. Never throws for a text, however broken. */
export function parseFlowchart(text: string): DiagramModel | Problem {
  const first = tryParse(text)
  const bare = isProblem(first) ? withoutTrailingComments(withoutArrowStyles(text)) : text
  if (bare === text) return first
  // Mermaid takes comments on lines of their own alone, and styles of arrows that exist.
  const second = tryParse(bare)
  return isProblem(second) ? first : second
}

function tryParse(text: string): DiagramModel | Problem {
  register(flowchart)
  try {
    const options = { limit: maxDiagramLength, maxEdges: maxDiagramEdges }
    const parsed = parse(withoutFrontMatter(text), options)
    if (parsed.type === 'flowchart') return modelOf(parsed, text)
    return explainSyntax(text, undefined)
  } catch (error) {
    if (error instanceof PeleError) return explainSyntax(text, error)
    throw error
  }
}

function withoutArrowStyles(text: string): string {
  return text.replace(/^[^\S\n]*linkStyle\b.*$/gm, '')
}

/** Two percent signs behind a blank and outside quotes and brackets begin a comment. */
function withoutTrailingComments(text: string): string {
  return text.replace(/^(.*\S)[^\S\n]+%%(?!\{).*$/gm, (line: string, before: string) => {
    const quotes = before.split('"').length - 1
    const isOpen = /[[({|][^\])}|]*$/.test(before)
    return quotes % 2 === 0 && !isOpen ? before : line
  })
}

function modelOf(parsed: Parsed, text: string): DiagramModel {
  const groupIds = new Set(parsed.subgraphs.map((group) => group.id))
  const named = new Set(namesakesOf(parsed))
  const groups = parsed.subgraphs.map(({ id, title, nodes }) => ({
    id,
    label: decodeText(title),
    members: [...nodes.filter((member) => member !== id), ...(named.has(id) ? [id] : [])],
  }))
  return {
    direction: parsed.direction ?? 'TB',
    nodes: [...parsed.nodes.values()]
      .filter((node) => !groupIds.has(node.id) || named.has(node.id))
      .map(nodeOf),
    edges: parsed.edges.map(edgeOf),
    ...breakCycles(groups, text),
  }
}

/**
 * Components that are called like the subgraph around them: `subgraph API`, and in it `API --> Orders`.
 * An arrow between a subgraph and what lies in it makes no other sense.
 */
function namesakesOf({ subgraphs, edges }: Parsed): readonly string[] {
  const parents = new Map(subgraphs.flatMap(({ id, nodes }) => nodes.map((node) => [node, id])))
  const isInside = (id: string, group: string) => {
    const seen = new Set([id])
    for (const inner of seen) {
      const parent = parents.get(inner)
      if (parent === group) return inner !== group
      if (parent !== undefined) seen.add(parent)
    }
    return false
  }
  const ids = new Set(subgraphs.map(({ id }) => id))
  return edges.flatMap(({ start, end }) => [
    ...(ids.has(start) && isInside(end, start) ? [start] : []),
    ...(ids.has(end) && isInside(start, end) ? [end] : []),
  ])
}

/** The parser need not understand it; its lines stay, so that places are right. */
function withoutFrontMatter(text: string): string {
  const head = /^\s*---[^\S\n]*\n[\s\S]*?\n[^\S\n]*---[^\S\n]*(?=\n|$)/.exec(text)?.[0]
  return head === undefined ? text : head.replace(/[^\n]/g, '') + text.slice(head.length)
}

function nodeOf(node: ParsedNode): DiagramNode {
  const text = node.text ?? node.id
  const lines = decodeLines(text)
  const icons = [iconWordsOf(text), wordsOf(node.icon ?? '')]
  return {
    id: node.id,
    label: lines.join(' '),
    ...(lines.length > 1 ? { lines } : {}),
    shape: node.type ?? '',
    classes: node.classes,
    hint: icons.filter((words) => words !== '').join(' '),
  }
}

function edgeOf(edge: Parsed['edges'][number]): DiagramEdge {
  return {
    ...(edge.isUserDefinedId && edge.id !== undefined ? { id: edge.id } : {}),
    from: edge.start,
    to: edge.end,
    label: decodeText(edge.text),
    line: lineOf(edge.stroke),
    heads: headsOf(edge.type),
  }
}

function lineOf(stroke: string | undefined): DiagramEdge['line'] {
  return stroke === 'dotted' || stroke === 'thick' || stroke === 'invisible' ? stroke : 'solid'
}

function headsOf(type: string | undefined): DiagramEdge['heads'] {
  if (type === undefined || type === 'arrow_open') return 'none'
  return type.startsWith('double_') ? 'both' : 'end'
}
