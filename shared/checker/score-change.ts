/** What changed between two looks at a design. Apart from `score.ts`, so that it comes without the rules. */
import type { Category } from './define-rule.ts'

/** As much of a score as a later look needs. */
export interface ScoreMark {
  readonly percent?: number
  readonly categories: readonly { readonly category: Category; readonly percent: number }[]
}

export interface ScoreChange {
  /** In points; absent where one of the two looks had nothing to judge. */
  readonly percent?: number
  /** Only those that changed, with the points won or lost. */
  readonly categories: readonly { readonly category: Category; readonly percent: number }[]
}

/** From an earlier look to a later one. */
export function scoreChange(before: ScoreMark, after: ScoreMark): ScoreChange {
  const earlier = new Map(before.categories.map((one) => [one.category, one.percent]))
  const changed = after.categories.flatMap(({ category, percent }) => {
    const points = percent - (earlier.get(category) ?? percent)
    return points === 0 ? [] : [{ category, percent: points }]
  })
  if (before.percent === undefined || after.percent === undefined) return { categories: changed }
  return { percent: after.percent - before.percent, categories: changed }
}
