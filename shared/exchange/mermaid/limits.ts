/** Refuses drawings that are too large to be worth a board, with the number that is too high. */
import type { Problem } from '../problem.ts'
import {
  maxDiagramDepth,
  maxDiagramEdges,
  maxDiagramNodes,
  refusal,
  type DiagramGroup,
  type DiagramModel,
} from './diagram-model.ts'
import { parentsOf } from './parents-of.ts'

export function withinLimits(model: DiagramModel): DiagramModel | Problem {
  const excess =
    excessOf(model.nodes.length, maxDiagramNodes, 'components') ??
    excessOf(model.groups.length, maxDiagramNodes, 'subgraphs') ??
    excessOf(model.edges.length, maxDiagramEdges, 'arrows') ??
    excessOf(depthOf(model.groups), maxDiagramDepth, 'subgraphs within each other')
  return excess ?? model
}

/** Levels of groups within groups; circles have been broken before. */
function depthOf(groups: readonly DiagramGroup[]): number {
  const parents = parentsOf(groups).ofGroups
  const depths = new Map<string, number>()
  for (const { id } of groups) {
    const path: string[] = []
    let at: string | undefined = id
    while (at !== undefined && !depths.has(at)) {
      path.push(at)
      at = parents.get(at)
    }
    let depth = at === undefined ? 0 : (depths.get(at) ?? 0)
    for (const step of path.toReversed()) depths.set(step, (depth += 1))
  }
  return Math.max(0, ...depths.values())
}

/** The sentence for a count that is too high, or nothing. */
export function excessOf(count: number, most: number, what: string): Problem | undefined {
  return count > most ? tooMany(most, what) : undefined
}

export function tooMany(most: number, what: string): Problem {
  const limit = most.toLocaleString('en-US')
  const message = `The diagram is too large: it has more than ${limit} ${what}. Split it into several.`
  return refusal(1, 1, message)
}
