/**
 * How far a design has come, by category (knowledge E.17): what there was to judge, what passed, and what
 * weighs most. A rule that found nothing to judge counts neither way.
 */
import type { CheckResult } from './check-design.ts'
import {
  categories,
  severities,
  type Category,
  type Finding,
  type Rule,
  type Severity,
} from './define-rule.ts'
import { rules as allRules } from './rules/index.ts'

export const severityWeights: Readonly<Record<Severity, number>> = {
  error: 5,
  warning: 2,
  suggestion: 1,
  info: 0,
}

/** A share from which a design counts as mastered, if no error remains. */
export const masteryPercent = 80

export interface CategoryScore {
  readonly category: Category
  /** Rules that had something to judge; a category without any is left out. */
  readonly applicable: number
  /** Those of them that had nothing to say above `info`. */
  readonly passed: number
  /** 0 to 100. */
  readonly percent: number
}

export interface Score {
  readonly categories: readonly CategoryScore[]
  readonly applicable: number
  readonly passed: number
  /** 0 to 100 over all applicable rules; absent while there is nothing to judge. */
  readonly percent?: number
  readonly isMastered: boolean
  /** Up to three findings that weigh most, each of another rule. */
  readonly heaviest: readonly Finding[]
}

/** What of a rule its score depends on. */
type Scored = Pick<Rule, 'id' | 'category'>

/** `rules` are the ones that the result came from. */
export function scoreOf(result: CheckResult, rules: readonly Scored[] = allRules): Score {
  const silent = new Set([...result.notApplicable, ...result.failures.map(({ rule }) => rule)])
  const judged = rules.filter(({ id }) => !silent.has(id))
  const lost = lostByRule(result.findings)
  const perCategory = categories.flatMap((category) => {
    const own = judged.filter((rule) => rule.category === category)
    return own.length === 0 ? [] : [{ category, ...tally(own, lost) }]
  })
  const { applicable, passed, percent } = tally(judged, lost)
  const hasError = result.findings.some(({ severity }) => severity === 'error')
  const isJudged = applicable > 0
  return {
    categories: perCategory,
    applicable,
    passed,
    ...(isJudged ? { percent } : {}),
    isMastered: isJudged && !hasError && percent >= masteryPercent,
    heaviest: heaviestOf(result.findings),
  }
}

/** A rule that says a thing in many places loses no more than one error. */
function lostByRule(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const lost = new Map<string, number>()
  for (const { rule, severity } of findings) {
    const sum = (lost.get(rule) ?? 0) + severityWeights[severity]
    lost.set(rule, Math.min(severityWeights.error, sum))
  }
  return lost
}

function tally(rules: readonly Scored[], lost: ReadonlyMap<string, number>) {
  const losses = rules.map(({ id }) => lost.get(id) ?? 0)
  const sum = losses.reduce((total, loss) => total + loss, 0)
  const most = rules.length * severityWeights.error
  return {
    applicable: rules.length,
    passed: losses.filter((loss) => loss === 0).length,
    percent: most === 0 ? 0 : Math.round(100 * (1 - sum / most)),
  }
}

function heaviestOf(findings: readonly Finding[]): readonly Finding[] {
  const counted = findings.filter(({ severity }) => severityWeights[severity] > 0)
  const sorted = counted.toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  )
  const perRule = new Map<string, Finding>()
  for (const finding of sorted) {
    if (!perRule.has(finding.rule)) perRule.set(finding.rule, finding)
  }
  return [...perRule.values()].slice(0, 3)
}
