/** What SARIF tells about a rule, so that a code host can show it without asking anybody. */
import type { ReportingConfiguration, ReportingDescriptor, Result } from 'sarif'
import type { Rule, Severity } from '#shared/checker/define-rule.ts'
import type { Policy } from '#shared/checker/policy.ts'

/** `none` belongs to results that are no failures: what a decision has answered already. */
export const sarifLevels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  suggestion: 'note',
  info: 'none',
}

export function sarifRule(rule: Rule, policy: Policy): ReportingDescriptor {
  const { id, title, category, why, fix, question } = rule
  const own = configurationOf(policy.rules[id])
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: {
      text: `${why}\n\nConsider: ${fix}\n\nAn interviewer asks: ${question}`,
      markdown: `${why}\n\n**Consider:** ${fix}\n\n**An interviewer asks:** ${question}`,
    },
    ...(own === undefined ? {} : { defaultConfiguration: own }),
    properties: { tags: ['design', category] },
  }
}

/** Severity follows the scale of a design; only a policy fixes it for all of them. */
function configurationOf(own: Severity | 'off' | undefined): ReportingConfiguration | undefined {
  if (own === undefined) return undefined
  return own === 'off' ? { enabled: false } : { level: sarifLevels[own] }
}

/** `rel-spof-data` → `RelSpofData`; the standard asks for a name in this form. */
function nameOf(id: string): string {
  return id.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
