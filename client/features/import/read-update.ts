/** A text that came from this board and was edited elsewhere: what it changes here, by id. */
import type { Graph } from '#shared/design/design.ts'
import { mergeGraph, type GraphMerge } from '#shared/exchange/mermaid/merge-graph.ts'
import { splitDocument } from '#shared/exchange/split-document.ts'

export type Update = Pick<GraphMerge, 'graph' | 'changes'>

/** Nothing when the text knows no component of the board, or holds more than one drawing. */
export function readUpdate(board: Graph, text: string): Update | undefined {
  const { diagrams } = splitDocument(text)
  const [diagram] = diagrams
  if (diagram === undefined || diagrams.length > 1 || board.nodes.length === 0) return undefined
  // Names of things in a text are its own; only an id that is written out says where it came from.
  if (!board.nodes.some(({ id }) => diagram.text.includes(id))) return undefined
  const merge = mergeGraph(board, diagram.text)
  return merge.problems.some(({ severity }) => severity === 'error') ? undefined : merge
}

/** The same with kinds that a person chose while looking over it. */
export function updateWithKinds(update: Update, chosen: ReadonlyMap<string, string>): Update {
  const stated = update.changes.map((one) => {
    if (one.change !== 'added' || one.what !== 'node') return one
    return { ...one, thing: { ...one.thing, kind: chosen.get(one.thing.id) ?? one.thing.kind } }
  })
  const added = new Set(
    stated.flatMap((one) => (one.change === 'added' && one.what === 'node' ? [one.thing.id] : [])),
  )
  const kinds = [...chosen]
    .filter(([id]) => !added.has(id))
    .map(([id, to]) => ({ change: 'changed', what: 'node', id, field: 'kind', to }) as const)
  return { ...update, changes: [...stated, ...kinds] }
}
