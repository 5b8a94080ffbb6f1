/** Counts of hits among tries, by name, and what was missed. */
export interface Tally {
  readonly hits: number
  readonly tries: number
  readonly misses: readonly string[]
}

export const noTally: Tally = { hits: 0, tries: 0, misses: [] }

/** One try; `miss` says what was expected and what came instead. */
export function tryOf(isHit: boolean, miss: () => string): Tally {
  return { hits: isHit ? 1 : 0, tries: 1, misses: isHit ? [] : [miss()] }
}

export function sumOf(tallies: readonly Tally[]): Tally {
  return {
    hits: tallies.reduce((sum, { hits }) => sum + hits, 0),
    tries: tallies.reduce((sum, { tries }) => sum + tries, 0),
    misses: tallies.flatMap(({ misses }) => misses),
  }
}

/** In percent; nothing tried is nothing missed. */
export function shareOf({ hits, tries }: Tally): number {
  return tries === 0 ? 100 : (100 * hits) / tries
}
