/** Titles, legends and notes are drawn as boxes too, but they are no part of the design. */
import type { InferredNode } from '../infer/infer-kinds.ts'
import type { Problem } from '../problem.ts'
import { noteAt, type DiagramModel } from './diagram-model.ts'
import { shorten } from './detect-diagram.ts'
import type { PlainEdge } from './spread-group-edges.ts'

export interface Parts {
  readonly model: DiagramModel
  /** Arrows between what is left. */
  readonly edges: readonly PlainEdge[]
  /** A note that names what was left out. */
  readonly problems: readonly Problem[]
}

/** A drawing of nothing but words stays as it is, since something has to be there. */
export function leaveOutWords(
  model: DiagramModel,
  edges: readonly PlainEdge[],
  inferred: ReadonlyMap<string, InferredNode>,
): Parts {
  const words = model.nodes.filter(({ id }) => inferred.get(id)?.isComponent === false)
  const left = words.length === model.nodes.length ? [] : words
  const ids = new Set(left.map(({ id }) => id))
  const nodes = model.nodes.filter(({ id }) => !ids.has(id))
  const there = new Set(nodes.map(({ id }) => id))
  const kept = edges.filter(({ from, to }) => there.has(from) && there.has(to))
  const groups = model.groups.filter(
    ({ members }) => members.length === 0 || !members.every((member) => ids.has(member)),
  )
  const names = left.map(({ label }) => `"${shorten(label)}"`)
  const message = `Left out as words about the drawing: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}.`
  return {
    model: { ...model, nodes, groups },
    edges: kept,
    problems: left.length === 0 ? [] : [noteAt(1, message)],
  }
}
