/**
 * A Mermaid flowchart as plain data. The parser behind it can be replaced: nothing outside this file
 * knows which one it is. It gives no meaning to what it reads.
 */
import { parse, PeleError, register, type ParsedDiagramModel } from 'pele/core'
import flowchart from 'pele/diagrams/flowchart'
import type { Problem } from '../problem.ts'
import { decodeText } from './decode-text.ts'
import { explainSyntax } from './explain-syntax.ts'

/** Longest diagram that is read, in characters; it keeps a pasted file from holding up a page. */
export const maxDiagramLength = 300_000
/** Most connections that are read from one diagram. */
export const maxDiagramEdges = 10_000

export interface FlowchartNode {
  readonly id: string
  /** The text in the shape; the id when there is none. */
  readonly label: string
  /** The parser's name of the shape, e.g. `square` or `cylinder`; empty for a bare id. */
  readonly shape: string
  readonly classes: readonly string[]
}

export interface FlowchartEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: string
  readonly line: 'solid' | 'dotted' | 'thick' | 'invisible'
  readonly heads: 'none' | 'end' | 'both'
}

export interface FlowchartGroup {
  readonly id: string
  readonly label: string
  /** Ids of nodes and of groups directly inside. */
  readonly members: readonly string[]
}

export interface FlowchartModel {
  readonly direction: string
  readonly nodes: readonly FlowchartNode[]
  readonly edges: readonly FlowchartEdge[]
  readonly groups: readonly FlowchartGroup[]
}

type Parsed = Extract<ParsedDiagramModel, { type: 'flowchart' }>

/** The flowchart, or where and why it cannot be read. Never throws for a text, however broken. */
export function parseFlowchart(text: string): FlowchartModel | Problem {
  register(flowchart)
  try {
    const parsed = parse(text, { limit: maxDiagramLength, maxEdges: maxDiagramEdges })
    if (parsed.type === 'flowchart') return modelOf(parsed)
    return explainSyntax(text, undefined)
  } catch (error) {
    if (error instanceof PeleError) return explainSyntax(text, error)
    throw error
  }
}

export function isProblem(result: FlowchartModel | Problem): result is Problem {
  return 'severity' in result
}

function modelOf(parsed: Parsed): FlowchartModel {
  const groupIds = new Set(parsed.subgraphs.map((group) => group.id))
  return {
    direction: parsed.direction ?? 'TB',
    nodes: [...parsed.nodes.values()].filter((node) => !groupIds.has(node.id)).map(nodeOf),
    edges: parsed.edges.map(edgeOf),
    groups: parsed.subgraphs.map(({ id, title, nodes }) => ({
      id,
      label: decodeText(title),
      members: nodes,
    })),
  }
}

function nodeOf(node: Parsed['nodes'] extends Map<string, infer N> ? N : never): FlowchartNode {
  const label = decodeText(node.text ?? node.id)
  return { id: node.id, label, shape: node.type ?? '', classes: node.classes }
}

function edgeOf(edge: Parsed['edges'][number], position: number): FlowchartEdge {
  return {
    id: edge.id ?? `edge-${position}`,
    from: edge.start,
    to: edge.end,
    label: decodeText(edge.text),
    line: lineOf(edge.stroke),
    heads: headsOf(edge.type),
  }
}

function lineOf(stroke: string | undefined): FlowchartEdge['line'] {
  return stroke === 'dotted' || stroke === 'thick' || stroke === 'invisible' ? stroke : 'solid'
}

function headsOf(type: string | undefined): FlowchartEdge['heads'] {
  if (type === undefined || type === 'arrow_open') return 'none'
  return type.startsWith('double_') ? 'both' : 'end'
}
