/**
 * A first analytic model of a design at its peak: one pass after the other, each a pure function that
 * runs when its result is asked for. What a pass cannot know is absent from its result; nothing is guessed beyond the defaults of the kinds.
 */
import { availabilityOf, type Chain } from './availability.ts'
import { capacitiesOf, type Capacity } from './capacity.ts'
import { costOf, type CostResult } from './cost.ts'
import { latencyOf, type LatencyResult } from './latency.ts'
import { spreadLoad, type Load } from './load.ts'
import type { Assumption, ModelInput } from './model-input.ts'
import { utilisationsOf, type Utilisation } from './utilisation.ts'

export interface DesignModel {
  /** What components carry, by node; absent where nobody knows. */
  readonly capacities: ReadonlyMap<string, Capacity>
  /** What arrives at the peak, by node; empty while the peak is unknown. */
  readonly loads: ReadonlyMap<string, Load>
  readonly utilisations: ReadonlyMap<string, Utilisation>
  readonly latency: LatencyResult
  readonly availability: readonly Chain[]
  readonly cost: CostResult
  readonly assumptions: ReadonlySet<Assumption>
}

/** Empty maps for an empty design. */
export function analyseDesign(input: ModelInput): DesignModel {
  const capacities = once(() => capacitiesOf(input))
  const spread = once(() => spreadLoad(input, capacities()))
  const utilisations = once(() => utilisationsOf(spread().loads, capacities()))
  const latency = once(() => latencyOf(input))
  const availability = once(() => availabilityOf(input))
  const cost = once(() => costOf(input))
  return {
    get capacities() {
      return capacities()
    },
    get loads() {
      return spread().loads
    },
    get utilisations() {
      return utilisations()
    },
    get latency() {
      return latency()
    },
    get availability() {
      return availability()
    },
    get cost() {
      return cost()
    },
    get assumptions() {
      return spread().assumptions
    },
  }
}

/** No rule asks for latency, say, where no target is stated; most designs need a part of the passes. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
