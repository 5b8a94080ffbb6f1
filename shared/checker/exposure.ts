/** Who can reach a design, and where they come in. */
import type { SectionId } from '#shared/design/answers.ts'
import type { DesignEdge } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'
import { carriesWork, nodesWith, plays } from './parts.ts'
import { isSaidInAnswers } from './said.ts'

/** Whether anything was said beside the drawing, or the drawing is said to face the public. */
export function mayBeJudged({ design }: CheckContext): boolean {
  return design.answers.sections.length > 0 || design.scale.publicFacing === true
}

/** Sections that have to be filled before what is in none of them counts as forgotten. */
const nearlyWhole = 5

/**
 * Whether a topic is due: its own section is there, or the document is nearly whole. Somebody who has
 * written down a data model and no more is not asked about threats and alerts yet.
 */
export function isDue(context: CheckContext, section: SectionId): boolean {
  return context.design.answers.sections.some(({ id }) => id === section) || isNearlyWhole(context)
}

/** Whether most of what a design document holds is written. */
export function isNearlyWhole({ design }: CheckContext): boolean {
  return design.answers.sections.filter(({ isEmpty }) => !isEmpty).length >= nearlyWhole
}

const insiders =
  /\b(?:internal|intranet|employees?|staff|back[-\s]?office|operators?|on[-\s]?call|vpn|analysts?|engineers?|company network|in[-\s]house)\b/i
const insideOnly =
  /\b(?:internal(?:ly)? (?:tool|use|only|users?|system|service|platform|app\w*|network)|only (?:for )?(?:employees|staff|internal)|(?:employees|staff) only|intranet|(?:behind|through|over) (?:the |a |our )?(?:company )?vpn|company network|in[-\s]house (?:tool|use))\b/i
const saidWhere: readonly SectionId[] = [
  'functional-requirements',
  'non-functional-requirements',
  'security',
  'decisions',
  'trade-offs',
  'operations',
]

/** `unknown` while nobody said; people who work for the owner are no public. */
export const exposureOf = oncePerCheck((context): 'public' | 'internal' | 'unknown' => {
  const { publicFacing } = context.design.scale
  if (publicFacing !== undefined) return publicFacing ? 'public' : 'internal'
  const clients = nodesWith(context, 'client')
  const isAmongUs = clients.length > 0 && clients.every(({ label }) => insiders.test(label))
  return isAmongUs || isSaidInAnswers(context, insideOnly, saidWhere) ? 'internal' : 'unknown'
})

export interface FrontDoors {
  /** What callers from outside pass first: gateways, balancers, proxies, edges; in the order of the graph. */
  readonly entries: readonly string[]
  /** The first components behind them that run the product's logic. */
  readonly services: readonly string[]
  /** Arrows from outside to a door. */
  readonly edges: readonly DesignEdge[]
}

/** Where callers come in; all empty while neither a client nor an entry is drawn. */
export const frontDoorsOf = oncePerCheck((context): FrontDoors => {
  const { index } = context
  const seen = new Set<string>()
  const waiting = startsOf(context)
  const edges: DesignEdge[] = []
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    const isOutside = plays(context, id, 'client')
    if (!isOutside) seen.add(id)
    if (!isOutside && !passesOn(context, id)) continue
    for (const edge of edgesFrom(index, id)) {
      if (!isDoorway(context, edge)) continue
      if (isOutside) edges.push(edge)
      if (!seen.has(edge.to)) waiting.push(edge.to)
    }
  }
  const doors = index.graph.nodes.map((node) => node.id).filter((id) => seen.has(id))
  const services = doors.filter((id) => plays(context, id, 'compute'))
  return { entries: doors.filter((id) => !services.includes(id)), services, edges }
})

/** Clients; where none is drawn, entries that nothing leads to. */
function startsOf(context: CheckContext): string[] {
  const clients = nodesWith(context, 'client').map((node) => node.id)
  if (clients.length > 0) return clients
  const entries = nodesWith(context, 'entry').map((node) => node.id)
  return entries.filter((id) => edgesTo(context.index, id).length === 0)
}

function passesOn(context: CheckContext, id: string): boolean {
  if (plays(context, id, 'compute')) return false
  return plays(context, id, 'entry') || plays(context, id, 'balancer')
}

function isDoorway(context: CheckContext, edge: DesignEdge): boolean {
  if (!carriesWork(context, edge) || edge.type === 'replication') return false
  return passesOn(context, edge.to) || plays(context, edge.to, 'compute')
}
