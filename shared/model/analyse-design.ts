/**
 * A first analytic model of a design at its peak: one pass after the other, each a pure function. What a
 * pass cannot know is absent from its result; nothing is guessed beyond the defaults of the kinds.
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
  const capacities = capacitiesOf(input)
  const { loads, assumptions } = spreadLoad(input, capacities)
  const utilisations = utilisationsOf(loads, capacities)
  const latency = latencyOf(input)
  const availability = availabilityOf(input)
  const cost = costOf(input)
  return { capacities, loads, utilisations, latency, availability, cost, assumptions }
}
