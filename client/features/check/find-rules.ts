import type { Rule } from '#shared/checker/define-rule.ts'
import { categoryTitles } from './category-titles.ts'

/** Rules that hold every word of the query, in the order given; all of them for none. */
export function findRules(rules: readonly Rule[], query: string): readonly Rule[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return rules.filter((rule) => {
    const { id, title, category, why, fix, question } = rule
    const said = [id, title, categoryTitles[category], why, fix, question].join(' ').toLowerCase()
    return words.every((word) => said.includes(word))
  })
}
