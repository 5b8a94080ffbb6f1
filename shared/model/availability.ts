/**
 * Availability in series and in parallel (knowledge F.5: Π aᵢ and 1 − Π (1 − aᵢ)). Only what somebody
 * stated counts; everything else is taken for perfect, so a result is the best that can come of the
 * stated figures. Instances fail independently of each other, which flatters instances in one zone.
 */
import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgesFrom } from '#shared/design/graph.ts'
import { numberOn } from './capacity.ts'
import type { ModelInput } from './model-input.ts'
import { entryPointsOf, orderFrom } from './order.ts'
import { has } from './targets.ts'

/** Shares of time from 0 to 1. */
export interface Chain {
  /** The flow that somebody named; absent for a drawn way. */
  readonly name?: string
  /** What has to work, first to last. */
  readonly nodeIds: readonly string[]
  /** At best, unknown parts being perfect. */
  readonly atBest: number
  /** Stated parts, the weakest first. */
  readonly weakest: readonly { readonly id: string; readonly availability: number }[]
}

const statedShare = /\b(\d{2}(?:\.\d+)?)\s?%/
const aboutTime = /\b(?:sla|slo|uptime|up ?time|availab\w*|available)\b/i

/** Availability of things that all have to work, 1 for none. Shares from 0 to 1. */
export function inSeries(shares: readonly number[]): number {
  return shares.reduce((product, share) => product * clamp(share), 1)
}

/** Availability of things of which one has to work, 0 for none. Shares from 0 to 1. */
export function inParallel(shares: readonly number[]): number {
  return 1 - shares.reduce((product, share) => product * (1 - clamp(share)), 1)
}

/** Chains of declared flows; without any, the weakest way that is drawn. None where nothing is stated. */
export function availabilityOf(input: ModelInput): readonly Chain[] {
  if (!input.index.graph.nodes.some((node) => shareOf(input, node) !== undefined)) {
    return []
  }
  const declared = input.flows.flatMap((flow) => {
    const nodeIds = waitedPart(input, flow.nodeIds)
    return nodeIds.length > 1 ? [{ name: flow.name, ...chainOf(input, nodeIds) }] : []
  })
  const chains = declared.length > 0 ? declared : drawnChains(input)
  return chains.filter(({ weakest }) => weakest.length > 0)
}

function shareOf(input: ModelInput, node: DesignNode): number | undefined {
  const said = statedAvailability(node) ?? input.saidAvailability(node)
  return said === undefined || said <= 1 ? said : said / 100
}

/** Share of time that one instance answers, as stated in a property or in words; 0 to 1. */
function statedAvailability(node: DesignNode): number | undefined {
  const stated = numberOn(node, 'availability')
  if (stated !== undefined) return clamp(stated / 100)
  const text = `${node.label} ${node.technology}`
  const match = aboutTime.test(text) ? statedShare.exec(text) : null
  return match === null ? undefined : clamp(Number(match[1]) / 100)
}

/** One tier: its instances and the standby that an arrow of failover leads to. */
function tierOf(input: ModelInput, id: string): number | undefined {
  const node = input.index.nodes.get(id)
  const one = node === undefined ? undefined : shareOf(input, node)
  if (node === undefined || one === undefined) return undefined
  const isWhole = has(input, id, 'external') || node.properties['managed'] === true
  const instances = isWhole ? 1 : Math.min(input.instancesOf(node) ?? 1, 100)
  const spares = edgesFrom(input.index, id)
    .filter(({ type }) => type === 'failover')
    .map(({ to }) => input.index.nodes.get(to))
    .map((spare) => (spare === undefined ? one : (shareOf(input, spare) ?? one)))
  return inParallel([...Array.from({ length: instances }, () => one), ...spares])
}

function chainOf(input: ModelInput, nodeIds: readonly string[]): Chain {
  const ids = [...new Set(nodeIds)].filter((id) => !has(input, id, 'client'))
  const stated = ids
    .filter((id) => !input.isOptional(id))
    .flatMap((id) => {
      const availability = tierOf(input, id)
      return availability === undefined ? [] : [{ id, availability }]
    })
  return {
    nodeIds: ids,
    atBest: inSeries(stated.map(({ availability }) => availability)),
    weakest: stated.toSorted((a, b) => a.availability - b.availability),
  }
}

function waitedPart(input: ModelInput, nodeIds: readonly string[]): readonly string[] {
  const end = nodeIds.findIndex((id, i) => {
    const before = nodeIds[i - 1]
    if (before === undefined) return false
    const edge = edgesFrom(input.index, before).find(({ to }) => to === id)
    return has(input, id, 'messaging') || (edge !== undefined && !input.waits(edge))
  })
  return end === -1 ? nodeIds : nodeIds.slice(0, end)
}

/** From each entry, the weakest way: a router takes one way on, everything else needs all it waits for. */
function drawnChains(input: ModelInput): readonly Chain[] {
  const { ids } = entryPointsOf(input)
  const waited = (id: string) => edgesFrom(input.index, id).filter((edge) => isNeeded(input, edge))
  const { order } = orderFrom(ids, (id) => waited(id).map(({ to }) => to))
  const worst = new Map<string, number>()
  const choose = (id: string): readonly string[] => {
    const next = [...new Set(waited(id).map(({ to }) => to))]
    if (!isRouter(input, id) || next.length < 2) return next
    const kinds = new Set(next.map((to) => input.kindOf(to).id))
    // Alike parts behind a balancer may be instances of one tier, and one of those is enough.
    if (kinds.size === 1)
      return next.filter((to) => worst.get(to) === bestOf(next, worst)).slice(0, 1)
    return [next.reduce((a, b) => ((worst.get(b) ?? 1) < (worst.get(a) ?? 1) ? b : a))]
  }
  for (const id of order.toReversed()) {
    const behind = choose(id).map((to) => worst.get(to) ?? 1)
    const own = input.isOptional(id) ? 1 : (tierOf(input, id) ?? 1)
    worst.set(id, own * inSeries(behind))
  }
  return ids.map((id) => chainOf(input, collect(id, choose)))
}

function bestOf(ids: readonly string[], shares: ReadonlyMap<string, number>): number {
  return Math.max(...ids.map((id) => shares.get(id) ?? 1))
}

function isRouter(input: ModelInput, id: string): boolean {
  return has(input, id, 'client') || (has(input, id, 'entry') && !has(input, id, 'compute'))
}

function isNeeded(input: ModelInput, edge: DesignEdge): boolean {
  if (edge.from === edge.to || has(input, edge.to, 'client')) return false
  const { fallback } = edge.properties
  const isGuarded = fallback === true || (typeof fallback === 'string' && fallback !== '')
  return input.waits(edge) && !isGuarded && !input.isOptional(edge.to)
}

function collect(start: string, next: (id: string) => readonly string[]): readonly string[] {
  const found = new Set<string>()
  const waiting = [start]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    waiting.push(...next(id))
  }
  return [...found]
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}
