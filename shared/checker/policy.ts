/**
 * A team's own policy (`loadbearing.config.json`): rules turned off, severities of its own, findings
 * accepted with a reason and, if it likes, an end. It hides nothing silently: what is waived is answered
 * beside what is found.
 */
import { z } from 'zod'
import type { CheckResult } from './check-design.ts'
import { severities, type Finding, type Rule, type Severity } from './define-rule.ts'

const day = z.iso.date('expects a day such as 2027-03-31')

export const waiverSchema = z.strictObject({
  /** Id of the rule. */
  rule: z.string(),
  /** Ids or labels of components; everything that the rule finds when absent. */
  components: z.array(z.string()).min(1).optional(),
  reason: z.string().trim().min(1, 'expects the reason in words'),
  /** The last day on which it holds. */
  expires: day.optional(),
})
export type Waiver = z.infer<typeof waiverSchema>

export const policySchema = z.strictObject({
  $schema: z.string().optional(),
  /** By id of the rule. */
  rules: z.record(z.string(), z.enum(['off', ...severities])).default({}),
  waivers: z.array(waiverSchema).default([]),
  /** Modules of more rules, by path from the file. */
  packs: z.array(z.string()).default([]),
  /** The lowest severity that fails a run. */
  failOn: z.enum([...severities, 'never']).optional(),
})
export type Policy = z.infer<typeof policySchema>

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
export function rulesUnder(policy: Policy, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(({ id }) => policy.rules[id] !== 'off')
}

/** Ids that the policy names and no rule has, in the order of the policy. */
export function unknownRules(policy: Policy, rules: readonly Rule[]): readonly string[] {
  const known = new Set(rules.map(({ id }) => id))
  const named = [...Object.keys(policy.rules), ...policy.waivers.map(({ rule }) => rule)]
  return [...new Set(named)].filter((id) => !known.has(id))
}

/** `labelOf` answers the label of a component; `today` is a day such as 2026-11-20. */
export function applyPolicy(
  { findings }: Pick<CheckResult, 'findings'>,
  policy: Policy,
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

function severityUnder(policy: Policy, { rule, severity }: Finding): Severity {
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
