/** The parts that components play, as rules ask for them, and how a message names them. */
import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgeTypes } from '#shared/design/vocabulary.ts'
import type { KindTrait } from '#shared/kinds/define-kind.ts'
import type { CheckContext } from './define-rule.ts'
import { nodesWhose } from './drawn-kinds.ts'
import { oncePerThing } from './once-per-check.ts'

/** Ids that no node has play no part. */
export function plays(context: CheckContext, nodeId: string, trait: KindTrait): boolean {
  return context.kindOf(nodeId).traits.includes(trait)
}

/** Nodes that play a part, in the order of the graph. */
export const nodesWith = oncePerThing(
  (context: CheckContext, trait: KindTrait): readonly DesignNode[] =>
    nodesWhose(context, ({ traits }) => traits.includes(trait)),
)

/** Whether a node keeps data: a store, or a copy that can be rebuilt. */
export function keepsData(context: CheckContext, nodeId: string): boolean {
  return plays(context, nodeId, 'store') || plays(context, nodeId, 'derived')
}

/** Whether an arrow takes part in serving users; what only watches or copies does not. */
export const carriesWork = oncePerThing((context: CheckContext, edge: DesignEdge): boolean => {
  if (edge.type === 'observability') return false
  return !plays(context, edge.from, 'watches') && !plays(context, edge.to, 'watches')
})

/**
 * Whether a component runs the product's logic, or may: a box whose kind nobody knows counts in a design
 * that says something about itself, and not in a sketch that may be no system at all.
 */
export function mayRun(context: CheckContext, nodeId: string): boolean {
  const { traits } = context.kindOf(nodeId)
  if (traits.includes('compute')) return true
  const { answers } = context.design
  return traits.length === 0 && (context.band !== 'unknown' || answers.sections.length > 0)
}

/** Kinds that work in the background: they are handed work, and nobody waits for them. */
const backgroundKinds: ReadonlySet<string> = new Set([
  'worker',
  'batch-processor',
  'stream-processor',
  'scheduler',
])

/** Whether a component works in the background. */
export function isInBackground(context: CheckContext, nodeId: string): boolean {
  return backgroundKinds.has(context.kindOf(nodeId).id)
}

/**
 * Whether the caller waits for the other end. An arrow at a queue or to a worker never waits, whatever
 * type it was drawn with.
 */
export const waits = oncePerThing((context: CheckContext, edge: DesignEdge): boolean => {
  if (!edgeTypes[edge.type].waits || !carriesWork(context, edge)) return false
  if (isInBackground(context, edge.to)) return false
  return !plays(context, edge.from, 'messaging') && !plays(context, edge.to, 'messaging')
})

/** What a person wrote on an arrow. */
export function wordsOf(edge: DesignEdge): string {
  return `${edge.label} ${edge.protocol}`
}

/** What a person wrote on a component. */
export function wordsOn(node: DesignNode): string {
  const { note } = node.properties
  return `${node.label} ${node.technology} ${typeof note === 'string' ? note : ''}`
}

/** The name of a component in a message: its label, or its kind when it has none. */
export function nameOf(context: CheckContext, nodeId: string): string {
  const label = context.index.nodes.get(nodeId)?.label.trim() ?? ''
  return label === '' ? `the ${context.kindOf(nodeId).title.toLowerCase()}` : `“${label}”`
}

/** Up to three names, then how many more: “API”, “Cache” and 4 more. */
export function namesOf(context: CheckContext, nodeIds: readonly string[]): string {
  const names = nodeIds.slice(0, 3).map((id) => nameOf(context, id))
  const more = nodeIds.length - names.length
  if (more > 0) return `${names.join(', ')} and ${more} more`
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** The same sentence with a capital at its beginning. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
