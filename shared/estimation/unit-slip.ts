/** Which unit was probably taken for another, by how far a figure is from its recomputation. */
export interface UnitSlip {
  /** How often too large, or too small, the figure is. */
  readonly factor: number
  /** "bits and bytes" */
  readonly units: string
}

/**
 * The slips of knowledge/e-rules.md 16. Its powers of 1024/1000 are left out: they are at most 10 % apart,
 * which is rounding (f-numbers.md F.3).
 */
const slips: readonly UnitSlip[] = [
  { factor: 8, units: 'bits and bytes' },
  { factor: 1e3, units: 'two neighbouring prefixes (K, M, G, T)' },
  { factor: 1e6, units: 'two prefixes (K, M, G, T)' },
  { factor: 1e9, units: 'two prefixes (K, M, G, T)' },
  { factor: 86_400, units: 'a day and a second' },
]
const tolerance = 0.05

/** The slip that explains why `stated` is not `recomputed`; `undefined` when none does. */
export function unitSlipBetween(stated: number, recomputed: number): UnitSlip | undefined {
  if (stated <= 0 || recomputed <= 0) return undefined
  const ratio = Math.max(stated / recomputed, recomputed / stated)
  return slips.find(({ factor }) => Math.abs(ratio / factor - 1) <= tolerance)
}
