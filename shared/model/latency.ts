/**
 * Time of a request along the arrows that are waited for: own time of every component, one after the
 * other; calls side by side count as the slowest; what is handed over for later counts as nothing.
 */
import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgesFrom } from '#shared/design/graph.ts'
import { defaultOf, numberOn } from './capacity.ts'
import type { DeclaredFlow, ModelInput } from './model-input.ts'
import { entryPointsOf, orderFrom } from './order.ts'
import { percentileOfSum } from './percentiles.ts'
import { has } from './targets.ts'

/** Milliseconds of one way through a design. */
export interface PathLatency {
  /** The flow that somebody named; absent for a way that was only drawn. */
  readonly name?: string
  readonly nodeIds: readonly string[]
  /** Sum of medians, defaults of kinds included. */
  readonly p50: number
  /** An estimate, see percentiles.ts. */
  readonly p99: number
  /** The part of `p50` that somebody stated. */
  readonly statedMs: number
  /** Components whose time nobody knows; they count as nothing. */
  readonly unknown: readonly string[]
}

export interface LatencyResult {
  /** Flows that were written down, those with two components at least. */
  readonly flows: readonly PathLatency[]
  /** The slowest way that is drawn; absent without a way. */
  readonly slowest?: PathLatency
  /** The way with the most stated time. */
  readonly slowestStated?: PathLatency
  /** The fastest way that is drawn: what no request can be faster than. */
  readonly fastest?: PathLatency
}

interface Step {
  readonly id: string
  readonly ms: number
  readonly isStated: boolean
  readonly isKnown: boolean
}

/** A clause of a label that is a duration and nothing else: "80 ms", "~2 s p99", "takes 300 ms". */
const ownClause =
  /^(?:~|≈|\babout\b|\baround\b|\btakes?\b|\banswers? in\b|\bresponds? in\b|\blatency(?: of)?|\bavg\b|\baverage\b|\bmedian\b|\bp\d{2}(?:\.\d+)?\b|[\s:=])*(\d+(?:\.\d+)?)\s?(ms|s|secs?|seconds?|milliseconds?)(?:\s*(?:p\d{2}(?:\.\d+)?|median|avg|average|on average|latency|round trip|rtt|each way|typical(?:ly)?))?$/i
/** Milliseconds behind a name: "Search 80 ms". */
const behindName = /[a-z)] [~≈]?(\d+(?:\.\d+)?)\s?(ms|milliseconds)$/i
/** Words that make it something else than the time of an answer. */
const otherTimes =
  /\b(?:time-?outs?|ttl|every|each|within|under|below|intervals?|heartbeats?|after|expires?|flush\w*|delay\w*|retention|lag|windows?|cached?|polls?|for|budget|target|segments?|retr(?:y|ies)|backoff|batch\w*|keeps?|kept|old|stale|health|checks?|probes?|fail-?over|switch\w*|restarts?|refresh\w*|leases?|locks?|holds?|debounce|ticks?|linger|grace|until|max|limit)\b|[<≤]/i

export function latencyOf(input: ModelInput): LatencyResult {
  const flows = input.flows
    .map((flow) => pathOfFlow(input, flow))
    .filter((path) => path.nodeIds.length > 1)
  const map = mapOf(input)
  const slowest = drawnPath(input, map, { choose: Math.max, measure: ({ ms }) => ms })
  const slowestStated = drawnPath(input, map, {
    choose: Math.max,
    measure: ({ ms, isStated }) => (isStated ? ms : 0),
  })
  const fastest = drawnPath(input, map, { choose: Math.min, measure: ({ ms }) => ms })
  return {
    flows,
    ...(slowest === undefined ? {} : { slowest }),
    ...(slowestStated === undefined ? {} : { slowestStated }),
    ...(fastest === undefined ? {} : { fastest }),
  }
}

/** The steps of a flow up to where nobody waits any more. */
function pathOfFlow(
  input: ModelInput,
  { name, nodeIds, steps: written }: DeclaredFlow,
): PathLatency {
  const steps: Step[] = []
  const walked: string[] = []
  let weight = 1
  for (const [i, id] of nodeIds.entries()) {
    const edge = edgeBetween(input, nodeIds[i - 1], id)
    if (edge !== undefined && !input.waits(edge)) break
    if (has(input, id, 'messaging')) break
    walked.push(id)
    if (edge !== undefined) steps.push(...stepsOfEdge(edge))
    const step = stepOf(input, id)
    if (step !== undefined) steps.push({ ...step, ms: step.ms * weight })
    weight = weightBehind(input, id)
  }
  const path = { name, ...pathOf(walked, steps) }
  // Who wrote times behind the steps has reckoned already.
  const told = written.reduce((sum, step) => sum + (bracketed(step) ?? 0), 0)
  return told === 0 ? path : { ...path, p50: told, statedMs: told }
}

function bracketed(step: string): number | undefined {
  const inside = /\(([^)]*)\)/.exec(step)?.[1]
  return inside === undefined ? undefined : durationIn(inside)
}

function edgeBetween(
  input: ModelInput,
  from: string | undefined,
  to: string,
): DesignEdge | undefined {
  if (from === undefined) return undefined
  return edgesFrom(input.index, from).find((edge) => edge.to === to)
}

/** Share of requests that go on behind a cache. */
function weightBehind(input: ModelInput, id: string): number {
  const node = input.index.nodes.get(id)
  if (node === undefined) return 1
  const hits = numberOn(node, 'hitRate') ?? defaultOf(input.kindOf(id), 'hitRate')
  return hits === undefined ? 1 : 1 - Math.min(100, Math.max(0, hits)) / 100
}

/** What the searches share: arrows that are waited for and the time of every component. */
interface WaitedMap {
  readonly starts: readonly string[]
  readonly waited: ReadonlyMap<string, readonly (readonly [DesignEdge, number])[]>
  readonly steps: ReadonlyMap<string, Step>
  /** Last ones first. */
  readonly order: readonly string[]
}

function mapOf(input: ModelInput): WaitedMap {
  const starts = entryPointsOf(input).ids
  const waited = new Map<string, readonly (readonly [DesignEdge, number])[]>()
  const steps = new Map<string, Step>()
  const { order } = orderFrom(starts, (id) => {
    const edges = edgesFrom(input.index, id).filter((edge) => isStep(input, edge))
    waited.set(
      id,
      edges.map((edge) => [edge, msOfEdge(edge)] as const),
    )
    const step = stepOf(input, id)
    if (step !== undefined) steps.set(id, step)
    return edges.map((edge) => edge.to)
  })
  return { starts, waited, steps, order: order.toReversed() }
}

interface Search {
  readonly choose: (a: number, b: number) => number
  readonly measure: (step: Step) => number
}

interface Way {
  readonly ms: number
  readonly edge?: DesignEdge
}

/**
 * The way with the largest or smallest sum; each component is looked at once, last ones first. Most
 * requests end at a cache that answers more than half of them, so the fastest way does.
 */
function drawnPath(
  input: ModelInput,
  { starts, waited, steps, order }: WaitedMap,
  { choose, measure }: Search,
): PathLatency | undefined {
  const ways = new Map<string, Way>()
  for (const id of order) {
    const step = steps.get(id)
    const own = step === undefined ? 0 : measure(step)
    const isEnd = choose === Math.min && weightBehind(input, id) < 0.5
    const next = (isEnd ? [] : (waited.get(id) ?? [])).flatMap(([edge, ms]) => {
      const behind = ways.get(edge.to)
      return behind === undefined ? [] : [{ edge, ms: behind.ms + ms }]
    })
    const best = bestOf(next, choose)
    ways.set(id, best === undefined ? { ms: own } : { edge: best.edge, ms: own + best.ms })
  }
  const first = bestOf(
    starts.map((id) => ({ id, ms: ways.get(id)?.ms ?? 0 })),
    choose,
  )
  return first === undefined ? undefined : follow(input, ways, first.id)
}

function isStep(input: ModelInput, edge: DesignEdge): boolean {
  return edge.from !== edge.to && input.waits(edge) && !has(input, edge.to, 'client')
}

function bestOf<T extends { readonly ms: number }>(
  list: readonly T[],
  choose: (a: number, b: number) => number,
): T | undefined {
  if (list.length === 0) return undefined
  const ms = list.reduce((best, item) => choose(best, item.ms), list[0]?.ms ?? 0)
  return list.find((item) => item.ms === ms)
}

function follow(input: ModelInput, ways: ReadonlyMap<string, Way>, start: string): PathLatency {
  const ids = [start]
  const steps: Step[] = []
  const seen = new Set(ids)
  for (let id: string | undefined = start; id !== undefined;) {
    const step = stepOf(input, id)
    if (step !== undefined) steps.push(step)
    const edge: DesignEdge | undefined = ways.get(id)?.edge
    if (edge === undefined || seen.has(edge.to)) break
    steps.push(...stepsOfEdge(edge))
    seen.add(edge.to)
    ids.push(edge.to)
    id = edge.to
  }
  return pathOf(ids, steps)
}

function pathOf(nodeIds: readonly string[], steps: readonly Step[]): Omit<PathLatency, 'name'> {
  const medians = steps.map(({ ms }) => ms)
  const sum = (list: readonly Step[]) => list.reduce((total, { ms }) => total + ms, 0)
  return {
    nodeIds,
    p50: sum(steps),
    p99: percentileOfSum(medians, 'p99'),
    statedMs: sum(steps.filter(({ isStated }) => isStated)),
    unknown: steps.filter(({ isKnown }) => !isKnown).map(({ id }) => id),
  }
}

/** Clients take no time: a target is about the answer. */
function stepOf(input: ModelInput, id: string): Step | undefined {
  const node = input.index.nodes.get(id)
  if (node === undefined || has(input, id, 'client')) return undefined
  const stated = statedLatency(node)
  const ms = stated ?? defaultOf(input.kindOf(id), 'latencyMs')
  return { id, ms: ms ?? 0, isStated: stated !== undefined, isKnown: ms !== undefined }
}

/** Milliseconds that a component states for itself, in a property or in words: "Search (80 ms)". */
export function statedLatency({ properties, label, technology }: DesignNode): number | undefined {
  const { latencyMs } = properties
  if (typeof latencyMs === 'number' && latencyMs >= 0) return latencyMs
  return durationIn(label) ?? durationIn(technology)
}

function stepsOfEdge(edge: DesignEdge): readonly Step[] {
  const ms = msOfEdge(edge)
  return ms === 0 ? [] : [{ id: edge.id, ms, isStated: true, isKnown: true }]
}

function msOfEdge({ properties, label }: DesignEdge): number {
  const { latencyMs } = properties
  if (typeof latencyMs === 'number' && latencyMs >= 0) return latencyMs
  return durationIn(label) ?? 0
}

/** Only what can be nothing else: a label holds many durations, of health checks, retries and refreshes. */
function durationIn(text: string): number | undefined {
  if (!/\d\s?m?s|sec|milli/i.test(text)) return undefined
  for (const clause of text.split(/[,;()[\]|·•\n]|<br\s*\/?>/i).map((part) => part.trim())) {
    const match =
      ownClause.exec(clause) ?? (otherTimes.test(clause) ? null : behindName.exec(clause))
    if (match === null) continue
    const value = Number(match[1])
    return match[2]?.toLowerCase().startsWith('m') === true ? value : value * 1000
  }
  return undefined
}
