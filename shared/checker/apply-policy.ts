/**
 * Judges' findings under a team's policy. It hides nothing silently: what is waived is answered beside
 * what is found.
 */
import type { CheckResult } from './check-design.ts'
import type { Design } from '#shared/design/design.ts'
import { severities, type Finding, type Rule, type Severity } from './define-rule.ts'
import type { Policy, Waiver } from './policy.ts'

/** What of a policy findings depend on. */
export type PolicyWords = Pick<Policy, 'rules' | 'waivers'>

export interface Waived {
  readonly finding: Finding
  readonly waiver: Waiver
}

export interface PolicyVerdict {
  /** What stays, by severity. */
  readonly findings: readonly Finding[]
  readonly waived: readonly Waived[]
  /** Waivers whose day is past: what they covered is found again. */
  readonly expired: readonly Waiver[]
}

/** The rules that a policy leaves on. */
export function rulesUnder<T extends Pick<Rule, 'id'>>(
  policy: PolicyWords,
  rules: readonly T[],
): readonly T[] {
  return rules.filter(({ id }) => policy.rules[id] !== 'off')
}

/** Ids that the policy names and no rule has, in the order of the policy. */
export function unknownRules(
  policy: PolicyWords,
  rules: readonly Pick<Rule, 'id'>[],
): readonly string[] {
  const known = new Set(rules.map(({ id }) => id))
  const named = [...Object.keys(policy.rules), ...policy.waivers.map(({ rule }) => rule)]
  return [...new Set(named)].filter((id) => !known.has(id))
}

/** `labelOf` answers the label of a component; `today` is a day such as 2026-11-20. */
export function applyPolicy(
  { findings }: Pick<CheckResult, 'findings'>,
  policy: PolicyWords,
  { today, labelOf }: { readonly today: string; readonly labelOf: (id: string) => string },
): PolicyVerdict {
  const isPast = ({ expires }: Waiver) => expires !== undefined && expires < today
  const live = policy.waivers.filter((waiver) => !isPast(waiver))
  const kept: Finding[] = []
  const waived: Waived[] = []
  for (const found of findings) {
    const finding = { ...found, severity: severityUnder(policy, found) }
    const waiver = live.find((one) => covers(one, finding, labelOf))
    if (waiver === undefined) kept.push(finding)
    else waived.push({ finding, waiver })
  }
  const bySeverity = (a: Finding, b: Finding) => rank(a.severity) - rank(b.severity)
  return { findings: kept.toSorted(bySeverity), waived, expired: policy.waivers.filter(isPast) }
}

/** Labels of components by their ids, for `applyPolicy`. */
export function labelsIn({ graph }: Design): (id: string) => string {
  const labels = new Map(graph.nodes.map(({ id, label }) => [id, label]))
  return (id) => labels.get(id) ?? ''
}

function severityUnder(policy: PolicyWords, { rule, severity }: Finding): Severity {
  const own = policy.rules[rule]
  return own === undefined || own === 'off' ? severity : own
}

function covers(waiver: Waiver, finding: Finding, labelOf: (id: string) => string): boolean {
  if (waiver.rule !== finding.rule) return false
  const { components } = waiver
  if (components === undefined) return true
  return finding.nodes.some((id) => components.includes(id) || components.includes(labelOf(id)))
}

function rank(severity: Severity): number {
  return severities.indexOf(severity)
}
