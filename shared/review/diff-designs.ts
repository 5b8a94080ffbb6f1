/** Finds what differs between two designs. It changes neither. */
import type { Design, Graph } from '#shared/design/design.ts'
import { diffAnswers } from './answer-changes.ts'
import { applyGraph } from './apply-graph.ts'
import { correspondencesOf, type Correspondence } from './correspondence.ts'
import { forParts, type DesignDiff, type GraphDiff, type Places } from './design-diff.ts'
import { changesOf } from './graph-changes.ts'
import { matchGraphs } from './matching/match-graphs.ts'
import { diffScales } from './scale-changes.ts'

const nowhere: Places = { before: {}, after: {} }

/** Things are matched by id first, then by likeness (`matchGraphs`), so renames and imports keep them. */
export function diffDesigns(before: Design, after: Design, places = nowhere): DesignDiff {
  const matches = matchGraphs(before.graph, after.graph)
  const ids = correspondencesOf(before.graph, after.graph, matches)
  const changes = changesOf(
    { graph: before.graph, geometry: places.before },
    { graph: after.graph, geometry: places.after },
    ids,
  )
  const graph = changes.filter((change) => change.change !== 'moved')
  const renumbered = forParts((part) => renumberedIn(ids[part]))
  const later = (id: string) => ids.nodes.later(id) ?? `removed ${id}`
  return {
    graph,
    answers: diffAnswers(before.answers, after.answers, later),
    scale: diffScales(before.scale, after.scale),
    moves: changes.filter((change) => change.change === 'moved'),
    renumbered,
    order: ordersOf(before.graph, after.graph, { graph, renumbered, order: {} }),
  }
}

function renumberedIn({ earlier }: Correspondence): readonly (readonly [string, string])[] {
  return [...earlier].flatMap(([now, old]) => (now === old ? [] : [[old, now] as const]))
}

/** Both orders, where what stays is in another one, or what comes or goes is not at the end. */
function ordersOf(before: Graph, after: Graph, diff: GraphDiff): GraphDiff['order'] {
  const natural = applyGraph(before, diff)
  const removed = new Set(
    diff.graph.flatMap((one) => (one.change === 'removed' ? [one.thing] : [])),
  )
  const orders = (['nodes', 'edges', 'groups'] as const).flatMap((part) => {
    const [was, is] = [before[part].map(idOf), after[part].map(idOf)]
    const comesNaturally = isSame(natural[part].map(idOf), is)
    const goesNaturally = isLast(before[part], removed)
    return comesNaturally && goesNaturally ? [] : [[part, [was, is] as const] as const]
  })
  return Object.fromEntries(orders)
}

interface Named {
  readonly id: string
}

function idOf({ id }: Named): string {
  return id
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, place) => id === b[place])
}

/** Whether these things are all at the end of the list. */
function isLast(things: readonly Named[], these: ReadonlySet<Named>): boolean {
  const first = things.findIndex((thing) => these.has(thing))
  return first < 0 || things.slice(first).every((thing) => these.has(thing))
}
