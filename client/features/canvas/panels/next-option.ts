/** Which option an arrow key goes to, by where options lie, so that one rule serves lists and grids. */
export interface Spot {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type ArrowKey = 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight'

/** Index of the option; the same index at an edge, the first one when none is active yet. */
export function nextOption(spots: readonly Spot[], active: number, key: ArrowKey): number {
  const from = spots[active]
  if (from === undefined) return 0
  let best = active
  let least = Infinity
  for (const [index, spot] of spots.entries()) {
    const distance = distanceTowards(from, spot, key)
    if (distance < least) [best, least] = [index, distance]
  }
  return best
}

/** Infinity for what does not lie that way; up and down, being level sideways counts for little. */
function distanceTowards(from: Spot, to: Spot, key: ArrowKey): number {
  const across = to.left + to.width / 2 - (from.left + from.width / 2)
  const down = to.top + to.height / 2 - (from.top + from.height / 2)
  const isLevel = Math.abs(down) < from.height / 2
  const isSideways = key === 'ArrowLeft' || key === 'ArrowRight'
  const ahead = { ArrowDown: down, ArrowUp: -down, ArrowRight: across, ArrowLeft: -across }[key]
  if (ahead <= 1 || isLevel !== isSideways) return Infinity
  return isSideways ? ahead : ahead * 1000 + Math.abs(across)
}
