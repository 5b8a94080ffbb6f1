/**
 * Offered load: the peak of the whole design, spread from its clients along the arrows. Every figure is a
 * range. `most` is what arrives if each request takes every way; `least` is what arrives if requests are
 * shared as well as the sizes of the targets allow, so what is too much then is too much however they
 * are shared. It holds nothing about time: queues even nothing out, and an arrow back adds nothing.
 */
import { edgesTo } from '#shared/design/graph.ts'
import { defaultOf, numberOn, type Capacity } from './capacity.ts'
import { entryPointsOf, orderFrom } from './order.ts'
import type { Assumption, ModelInput } from './model-input.ts'
import { exactly, nothing, plus, times, type Range } from './range.ts'
import { has, targetsOf, targetsOfAll, type Target, type Targets } from './targets.ts'

/** Requests, operations or messages a second at the peak. */
export interface Load {
  readonly total: Range
  /** Present where the ratio of the design is stated, as are `writes`. */
  readonly reads?: Range
  readonly writes?: Range
}

export interface LoadResult {
  /** By node; a node that no work reaches is absent, and all are while the peak is unknown. */
  readonly loads: ReadonlyMap<string, Load>
  readonly assumptions: ReadonlySet<Assumption>
}

interface Parts {
  readonly reads: Range
  readonly writes: Range
}

const none: Parts = { reads: nothing, writes: nothing }
/** They collect and batch, so what they pass on may be any part of what they took. */
const backgroundKinds: ReadonlySet<string> = new Set([
  'worker', 'transcoder', 'batch-processor', 'stream-processor', 'scheduler', 'etl-pipeline', 'cdc',
]) // prettier-ignore
/** Every taker of these gets every message. */
const copyingKinds: ReadonlySet<string> = new Set(['event-stream', 'pubsub', 'cdc', 'esb'])

/** Loads of all components. Time grows with components plus arrows. */
export function spreadLoad(
  input: ModelInput,
  capacities: ReadonlyMap<string, Capacity>,
): LoadResult {
  return new Spread(input, capacities).run()
}

class Spread {
  private readonly parts = new Map<string, Parts>()
  private readonly sizes = new Map<string, number>()
  private readonly targets = new Map<string, Targets>()
  private readonly assumptions = new Set<Assumption>()
  private place: ReadonlyMap<string, number> = new Map()
  private at = -1

  constructor(
    private readonly input: ModelInput,
    private readonly capacities: ReadonlyMap<string, Capacity>,
  ) {}

  run(): LoadResult {
    const { peakQps } = this.input.scale
    const entries = entryPointsOf(this.input)
    if (peakQps === undefined || entries.ids.length === 0) {
      return { loads: new Map(), assumptions: this.assumptions }
    }
    const first = entries.areClients ? targetsOfAll(this.input, entries.ids) : directly(entries.ids)
    const { order, hasCycle } = orderFrom(allOf(first), (id) => allOf(this.targetsFrom(id)))
    if (hasCycle) this.assumptions.add('cycles-cut')
    this.place = new Map(order.map((id, i) => [id, i]))
    this.passOn(first, this.partsOfPeak(peakQps))
    for (const [i, id] of order.entries()) {
      this.at = i
      this.passOn(this.targetsFrom(id), this.outputOf(id))
    }
    return { loads: this.loads(), assumptions: this.assumptions }
  }

  /** With no ratio everything counts as one kind of request. */
  private partsOfPeak(peak: number): Parts {
    const { readsPerWrite } = this.input.scale
    if (readsPerWrite === undefined) this.assumptions.add('no-read-write-ratio')
    const writes = readsPerWrite === undefined ? 0 : peak / (readsPerWrite + 1)
    return { reads: exactly(peak - writes), writes: exactly(writes) }
  }

  /** What a component passes on of what it took: a cache keeps its hits to itself. */
  private outputOf(id: string): Parts {
    const { reads, writes } = this.parts.get(id) ?? none
    const kind = this.input.kindOf(id).id
    if (backgroundKinds.has(kind) && !this.answersClients(id))
      return { reads: times(reads, 0, 1), writes: times(writes, 0, 1) }
    const { least, most } = this.missesOf(id)
    return { reads: times(reads, least, most), writes }
  }

  /** Whether people's requests reach it directly, whatever its kind is for. */
  private answersClients(id: string): boolean {
    return edgesTo(this.input.index, id).some(
      ({ from, type }) =>
        type !== 'async' && (has(this.input, from, 'client') || has(this.input, from, 'entry')),
    )
  }

  /** Share of reads that a component asks further for; `most` trusts stated hit rates of reads alone. */
  private missesOf(id: string): Range {
    const node = this.input.index.nodes.get(id)
    const stated = node === undefined ? undefined : numberOn(node, 'hitRate')
    const rate = stated ?? defaultOf(this.input.kindOf(id), 'hitRate')
    if (rate === undefined) return exactly(1)
    if (stated === undefined) this.assumptions.add('default-hit-rate')
    const least = 1 - clampShare(rate / 100)
    const isSure = stated !== undefined && this.input.scale.readsPerWrite !== undefined
    return { least, most: isSure ? least : 1 }
  }

  private passOn({ main, caches, aside }: Targets, { reads: asked, writes }: Parts): void {
    let reads = asked
    for (const cache of caches) {
      this.add(cache, { reads, writes: times(writes, 0, 1) })
      const misses = this.asksFurther(cache.id) ? { least: 0, most: 1 } : this.missesOf(cache.id)
      reads = times(reads, misses.least, misses.most)
    }
    for (const [target, share] of this.sharesOf(main, 'reads', reads)) {
      this.add(target, { ...none, reads: share })
    }
    // Without a ratio everything counts among the reads, but for rates that arrows state.
    const hasWrites = writes.most > 0 || this.input.scale.readsPerWrite !== undefined
    for (const [target, share] of hasWrites ? this.sharesOf(main, 'writes', writes) : []) {
      this.add(target, { ...none, writes: share })
    }
    for (const target of main) if (target.rate !== undefined) this.add(target, none)
    const every = { reads: times(reads, 0, 1), writes: times(writes, 0, 1) }
    for (const target of aside) this.add(target, every)
  }

  /** Whether a cache itself asks the store on a miss. */
  private asksFurther(id: string): boolean {
    return this.targetsFrom(id).main.length > 0
  }

  private sharesOf(
    main: readonly Target[],
    part: 'reads' | 'writes',
    amount: Range,
  ): readonly (readonly [Target, Range])[] {
    const hasRatio = this.input.scale.readsPerWrite !== undefined
    const open = main.filter(({ rate }) => rate === undefined)
    const fits = ({ takes }: Target) => !hasRatio || takes === 'both' || takes === part
    const isFit = main.some(fits) ? fits : () => true
    const takers = open.filter(isFit)
    const others = open.filter((target) => !isFit(target))
    const isFree = ({ share }: Target) => share === undefined
    const stated = takers.filter((target) => !isFree(target))
    const given = stated.reduce((sum, { share = 0 }) => sum + share, 0)
    const free = takers.filter(isFree)
    const left = times(amount, clampShare(1 - given))
    if (free.length > 1) this.assumptions.add('shares-follow-sizes')
    const sizes = free.map(({ id }) => this.sizeOf(id))
    const bySize = sharesBySize(sizes)
    return [
      ...stated.map((target) => [target, times(amount, target.share ?? 0)] as const),
      ...free.map((target, i) => [target, times(left, bySize[i] ?? 0, 1)] as const),
      // Words like "POST" or "read" tell where requests go, and are not certain enough to exclude more.
      ...others.map((target) => [target, times(amount, 0, 1)] as const),
    ]
  }

  /** An arrow back, to what has passed its work on already, adds nothing. */
  private add(target: Target, more: Parts): void {
    if ((this.place.get(target.id) ?? -1) <= this.at) return
    const { reads, writes } = this.parts.get(target.id) ?? none
    const given = target.rate === undefined ? more : rated(target, target.rate)
    this.parts.set(target.id, {
      reads: plus(reads, times(given.reads, target.calls)),
      writes: plus(writes, times(given.writes, target.calls)),
    })
  }

  private targetsFrom(id: string): Targets {
    const known = this.targets.get(id)
    if (known !== undefined) return known
    const found = targetsOf(this.input, id)
    const node = this.input.index.nodes.get(id)
    const isCopying = node !== undefined && copyingKinds.has(this.input.kindOf(id).id)
    const targets = isCopying ? { ...found, main: found.main.map(toAll) } : found
    this.targets.set(id, targets)
    return targets
  }

  /** Requests a second that a target is made for; infinite where nobody knows. */
  private sizeOf(id: string): number {
    const known = this.sizes.get(id)
    if (known !== undefined) return known
    this.sizes.set(id, Number.POSITIVE_INFINITY)
    const { main } = this.targetsFrom(id)
    const isPassage = has(this.input, id, 'entry') && !has(this.input, id, 'compute')
    const size =
      isPassage && main.length > 0
        ? main.reduce((sum, target) => sum + this.sizeOf(target.id), 0)
        : this.ownSize(id)
    this.sizes.set(id, size)
    return size
  }

  private ownSize(id: string): number {
    const capacity = this.capacities.get(id)
    if (capacity?.readers === undefined) return Number.POSITIVE_INFINITY
    return capacity.readers * capacity.perInstance
  }

  private loads(): ReadonlyMap<string, Load> {
    const hasRatio = this.input.scale.readsPerWrite !== undefined
    const toLoad = ({ reads, writes }: Parts): Load => {
      const total = plus(reads, writes)
      return hasRatio ? { total, reads, writes } : { total }
    }
    return new Map([...this.parts].map(([id, parts]) => [id, toLoad(parts)]))
  }
}

/** Shares that sum to 1; unknown sizes are taken for large enough, so they take all. */
function sharesBySize(sizes: readonly number[]): readonly number[] {
  const unknown = sizes.filter((size) => !Number.isFinite(size)).length
  if (unknown > 0) return sizes.map((size) => (Number.isFinite(size) ? 0 : 1 / unknown))
  const sum = sizes.reduce((a, b) => a + b, 0)
  return sizes.map((size) => (sum === 0 ? 1 / sizes.length : size / sum))
}

function rated({ takes }: Target, rate: number): Parts {
  return takes === 'writes' ? { ...none, writes: exactly(rate) } : { ...none, reads: exactly(rate) }
}

function toAll(target: Target): Target {
  return { ...target, share: 1 }
}

function directly(ids: readonly string[]): Targets {
  return { main: ids.map((id) => ({ id, takes: 'both', calls: 1 })), caches: [], aside: [] }
}

function allOf({ main, caches, aside }: Targets): readonly string[] {
  return [...main, ...caches, ...aside].map(({ id }) => id)
}

function clampShare(share: number): number {
  return Math.min(1, Math.max(0, share))
}
