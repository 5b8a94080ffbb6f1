/** A drawing as a parser leaves it: names, words and lines, without any meaning given to them. */
import type { Problem } from '../problem.ts'

export interface DiagramNode {
  readonly id: string
  /** The text in the shape; the id when there is none. */
  readonly label: string
  /** The same text with its lines apart, where it has several. */
  readonly lines?: readonly string[]
  /** The notation's name of the shape, e.g. `square`, `cylinder` or `person`; empty for a bare id. */
  readonly shape: string
  readonly classes: readonly string[]
  /** Words beside the label that may tell its kind: an icon's name, a technology; empty for none. */
  readonly hint: string
  /** Id of the kind that the notation itself names, whatever the label says. */
  readonly kind?: string
  readonly technology?: string
  /** A sentence about it. */
  readonly note?: string
}

export interface DiagramEdge {
  /** The id that the diagram gives; absent for most. */
  readonly id?: string
  readonly from: string
  readonly to: string
  readonly label: string
  readonly line: 'solid' | 'dotted' | 'thick' | 'invisible'
  readonly heads: 'none' | 'end' | 'both'
  readonly technology?: string
}

export interface DiagramGroup {
  readonly id: string
  readonly label: string
  /** Ids of nodes and of groups directly inside. */
  readonly members: readonly string[]
  /** Set where the title says whose the members are, and nothing of what they are. */
  readonly isScope?: boolean
}

export interface DiagramModel {
  readonly direction: string
  readonly nodes: readonly DiagramNode[]
  readonly edges: readonly DiagramEdge[]
  readonly groups: readonly DiagramGroup[]
  /** Notes about what was read differently than it stands. */
  readonly problems: readonly Problem[]
}

/** Longest diagram that is read, in characters: it keeps a pasted file from holding up a page. */
export const maxDiagramLength = 1_000_000
/** Most connections that are read from one diagram. */
export const maxDiagramEdges = 10_000
/** Most components, and most boundaries, that are read from one diagram. */
export const maxDiagramNodes = 20_000
/** Most levels of boundaries within boundaries. */
export const maxDiagramDepth = 100

export function isProblem(result: DiagramModel | Problem): result is Problem {
  return 'severity' in result
}

/** A refusal at a place, counted from 1. */
export function refusal(line: number, column: number, message: string): Problem {
  return { severity: 'error', line: Math.max(line, 1), column: Math.max(column, 1), message }
}

export function noteAt(line: number, message: string): Problem {
  return { severity: 'note', line: Math.max(line, 1), column: 1, message }
}
