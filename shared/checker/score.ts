/** A score over the rules that had something to judge (knowledge E.17). A help for reading, no grade. */
import type { CheckResult } from './check-design.ts'
import { categories, type Category, type Rule, type Severity } from './define-rule.ts'
import { rules as allRules } from './rules/index.ts'

const weights: Readonly<Record<Severity, number>> = { error: 5, warning: 2, suggestion: 1 }

export interface CategoryScore {
  readonly category: Category
  /** Rules that had something to judge. */
  readonly rules: number
  /** Percent, 0 to 100: the share of the worst possible weight that was not found. */
  readonly percent: number
}

export interface Score {
  /** Percent over all categories; absent when no rule had anything to judge. */
  readonly percent?: number
  /** In the order of the categories; those without an applicable rule are left out. */
  readonly categories: readonly CategoryScore[]
}

/**
 * Each applicable rule can lose five points, and loses the weight of its worst finding: a rule counts
 * once, however many components it speaks of.
 */
export function scoreOf(result: CheckResult, rules: readonly Rule[] = allRules): Score {
  const silent = new Set([...result.notApplicable, ...result.failures.map(({ rule }) => rule)])
  const applicable = rules.filter((rule) => !silent.has(rule.id))
  if (applicable.length === 0) return { categories: [] }
  const losses = worstByRule(result)
  const scores = categories.flatMap((category) => {
    const members = applicable.filter((rule) => rule.category === category)
    if (members.length === 0) return []
    return [{ category, rules: members.length, percent: percentOf(members, losses) }]
  })
  return { percent: percentOf(applicable, losses), categories: scores }
}

function worstByRule({ findings }: CheckResult): ReadonlyMap<string, number> {
  const worst = new Map<string, number>()
  for (const { rule, severity } of findings) {
    worst.set(rule, Math.max(worst.get(rule) ?? 0, weights[severity]))
  }
  return worst
}

function percentOf(rules: readonly Rule[], losses: ReadonlyMap<string, number>): number {
  const lost = rules.reduce((sum, rule) => sum + (losses.get(rule.id) ?? 0), 0)
  return Math.round(100 * (1 - lost / (rules.length * weights.error)))
}
