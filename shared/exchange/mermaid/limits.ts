/** Refuses drawings that are too large to be worth a board, with the number that is too high. */
import type { Problem } from '../problem.ts'
import { maxDiagramEdges, maxDiagramNodes, refusal, type DiagramModel } from './diagram-model.ts'

export function withinLimits(model: DiagramModel): DiagramModel | Problem {
  const excess =
    excessOf(model.nodes.length, maxDiagramNodes, 'components') ??
    excessOf(model.groups.length, maxDiagramNodes, 'subgraphs') ??
    excessOf(model.edges.length, maxDiagramEdges, 'arrows')
  return excess ?? model
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
