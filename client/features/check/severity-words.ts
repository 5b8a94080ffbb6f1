import type { Severity } from '#shared/checker/define-rule.ts'

/** As they are said aloud before a finding. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  suggestion: 'Suggestion',
  info: 'Decided',
}
