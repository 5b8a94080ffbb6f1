/** Ranges of clocks, half open, kept sorted and apart from each other. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** The union; neither list has to be sorted. */
export function addRanges(a: readonly Range[], b: readonly Range[]): readonly Range[] {
  const joined: Range[] = []
  for (const range of sorted([...a, ...b])) {
    const last = joined.at(-1)
    if (last === undefined || range.from > last.to) joined.push(range)
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
  }
  return joined
}

/** What of `ranges` is left without `taken`. `ranges` must come from here. */
export function subtractRanges(
  ranges: readonly Range[],
  taken: readonly Range[],
): readonly Range[] {
  const gaps = addRanges(taken, [])
  const rest: Range[] = []
  let at = 0
  for (const range of ranges) {
    let from = range.from
    while ((gaps[at]?.to ?? Infinity) <= from) at += 1
    for (let i = at; i < gaps.length && from < range.to; i += 1) {
      const gap = gaps[i]
      if (gap === undefined || gap.from >= range.to) break
      if (gap.from > from) rest.push({ from, to: gap.from })
      from = Math.max(from, gap.to)
    }
    if (from < range.to) rest.push({ from, to: range.to })
  }
  return rest
}

function sorted(ranges: Range[]): Range[] {
  return ranges.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)
}
