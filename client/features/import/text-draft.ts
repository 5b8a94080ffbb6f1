/**
 * A text that is being edited beside the board it was taken from. It is always read against that board, so
 * that its names keep their meaning however the board goes on; what the board is told is only the difference
 * to what it was told before. So two people who edit at once change only what each of them changed.
 */
import type { Graph } from '#shared/design/design.ts'
import { mergeGraph, type GraphMerge } from '#shared/exchange/mermaid/merge-graph.ts'
import { writeMermaid } from '#shared/exchange/mermaid/write-mermaid.ts'
import type { Problem } from '#shared/exchange/problem.ts'
import { changesOf } from '#shared/review/graph-changes.ts'
import { applyChanges, type EditedCanvas } from './apply-changes.ts'

export interface TextDraft {
  readonly text: string
  /** The board that the text was taken from. */
  readonly base: Graph
  /** What the board was told last, with the ids of `base` and of the text. */
  readonly told: Graph
  /** Ids on the board of what the text added. */
  readonly made: ReadonlyMap<string, string>
  /** The board after it was told last. */
  readonly agreed: Graph
  /** Whether somebody else had changed the board before it was told last. */
  readonly isBehind: boolean
  /** What the text says, once it was read; nothing while it is typed. */
  readonly reading: Reading | undefined
}

export interface Reading {
  readonly graph: Graph
  readonly changes: GraphMerge['changes']
  readonly problems: readonly Problem[]
  /** The first thing that keeps the text from being read. */
  readonly error: Problem | undefined
  /** Whether most of the board would go, which a slip of the hand does more often than a wish. */
  readonly removesMuch: boolean
}

export function draftOf(board: Graph, text = writeMermaid(board)): TextDraft {
  return {
    text,
    base: board,
    told: board,
    made: new Map(),
    agreed: board,
    isBehind: false,
    reading: undefined,
  }
}

export function readDraft({ text, base, told }: TextDraft): Reading {
  const { graph, problems } = mergeGraph(base, text)
  const error = problems.find(({ severity }) => severity === 'error')
  if (error !== undefined) return { graph: told, changes: [], problems, error, removesMuch: false }
  const changes = changesOf({ graph: told, geometry: {} }, { graph, geometry: {} })
  const removed = changes.filter(({ change, what }) => change === 'removed' && what === 'node')
  const removesMuch = removed.length >= 3 && removed.length * 2 > told.nodes.length
  return { graph, changes, problems, error, removesMuch }
}

/** Does on the board what was read; the draft goes on from there. */
export function tellBoard(canvas: EditedCanvas, draft: TextDraft, reading: Reading): TextDraft {
  const isBehind = isBehindOf(draft, canvas.graph())
  const made = new Map(draft.made)
  applyChanges(canvas, reading, made)
  const told = { ...reading, changes: [] }
  return { ...draft, told: reading.graph, made, agreed: canvas.graph(), isBehind, reading: told }
}

/** Whether the board says something that this text does not know. */
export function isBehindOf({ agreed, isBehind }: TextDraft, board: Graph): boolean {
  return isBehind || (agreed !== board && writeMermaid(agreed) !== writeMermaid(board))
}
