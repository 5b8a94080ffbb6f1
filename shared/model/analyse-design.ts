/**
 * A first analytic model of a design at its peak: one pass after the other, each a pure function. What a
 * pass cannot know is absent from its result; nothing is guessed beyond the defaults of the kinds.
 */
import { capacitiesOf, type Capacity } from './capacity.ts'
import { spreadLoad, type LoadResult } from './load.ts'
import type { ModelInput } from './model-input.ts'
import { utilisationsOf, type Utilisation } from './utilisation.ts'

export interface DesignModel extends LoadResult {
  /** By node; absent where nobody knows what it carries. */
  readonly capacities: ReadonlyMap<string, Capacity>
  readonly utilisations: ReadonlyMap<string, Utilisation>
}

/** Empty maps for an empty design. */
export function analyseDesign(input: ModelInput): DesignModel {
  const capacities = capacitiesOf(input)
  const { loads, assumptions } = spreadLoad(input, capacities)
  const utilisations = utilisationsOf(loads, capacities)
  return { capacities, loads, assumptions, utilisations }
}
