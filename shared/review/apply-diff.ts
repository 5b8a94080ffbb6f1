/** A difference carried out, and turned round. */
import type { Design } from '#shared/design/design.ts'
import type { Geometry } from '#shared/exchange/mermaid/geometry.ts'
import { applyAnswers, invertAnswers } from './answer-changes.ts'
import { applyGraph } from './apply-graph.ts'
import { forParts, type DesignDiff, type GraphPart, type StructuralChange } from './design-diff.ts'
import { pluralOf, type Move } from './graph-changes.ts'
import { applyScale, type ScaleChange } from './scale-changes.ts'

/** The later design; `before` has to be the one that the difference was taken from. It is not changed. */
export function applyDiff(before: Design, diff: DesignDiff): Design {
  const ids = new Map(diff.renumbered.nodes)
  return {
    graph: applyGraph(before.graph, diff),
    answers: applyAnswers(before.answers, diff.answers, (id) => ids.get(id) ?? id),
    scale: applyScale(before.scale, diff.scale),
  }
}

/** Where things lie after the moves, under the later ids. Places of what is removed go with it. */
export function applyMoves(places: Geometry, diff: DesignDiff): Geometry {
  const ids = new Map([...diff.renumbered.nodes, ...diff.renumbered.groups])
  const moved = new Map(diff.moves.map(({ id, to }) => [id, to]))
  const gone = new Set(
    diff.graph.flatMap((one) => (one.change === 'removed' ? [one.thing.id] : [])),
  )
  const kept = Object.entries(places).filter(([id]) => !gone.has(id))
  return Object.fromEntries(
    kept.map(([id, place]) => [ids.get(id) ?? id, moved.get(id) ?? place] as const),
  )
}

/** The way back: `applyDiff(after, invertDiff(diff))` is the earlier design. */
export function invertDiff(diff: DesignDiff): DesignDiff {
  const ids = forParts((part) => new Map(diff.renumbered[part]))
  const laterId = (part: GraphPart, id: string) => ids[part].get(id) ?? id
  return {
    graph: diff.graph.map((change) => invertChange(change, laterId)),
    answers: invertAnswers(diff.answers),
    scale: diff.scale.map(invertScaleChange),
    moves: diff.moves.map((move): Move => {
      const id = laterId(pluralOf(move.what), move.id)
      return { ...move, id, from: move.to, to: move.from }
    }),
    renumbered: forParts((part) => diff.renumbered[part].map(([old, now]) => [now, old] as const)),
    order: Object.fromEntries(
      Object.entries(diff.order).map(([part, [old, now]]) => [part, [now, old] as const]),
    ),
  }
}

function invertChange(
  change: StructuralChange,
  laterId: (part: GraphPart, id: string) => string,
): StructuralChange {
  if (change.change === 'added') return { ...change, change: 'removed' }
  if (change.change === 'removed') return { ...change, change: 'added' }
  const id = laterId(pluralOf(change.what), change.id)
  if (change.change === 'renamed') return { ...change, id, from: change.to, to: change.from }
  const { from, to, ...rest } = change
  return {
    ...rest,
    id,
    ...(to === undefined ? {} : { from: to }),
    ...(from === undefined ? {} : { to: from }),
  }
}

function invertScaleChange({ field, from, to }: ScaleChange): ScaleChange {
  return {
    field,
    ...(to === undefined ? {} : { from: to }),
    ...(from === undefined ? {} : { to: from }),
  }
}
