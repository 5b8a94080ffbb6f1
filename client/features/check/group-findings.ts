/** Findings as they are read: what one rule says many times is said once, with the places under it. */
import type { Finding } from '#shared/checker/define-rule.ts'

export interface FindingGroup {
  /** Stable while the group exists. */
  readonly key: string
  /** All of one rule and severity, in the order given; at least one. */
  readonly findings: readonly [Finding, ...Finding[]]
}

/** Two of a kind are read faster one by one. */
const fewestInGroup = 3

/** Groups in the order of their first finding, each of one rule and one severity. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const byRule = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.severity}`
    const known = byRule.get(key)
    if (known === undefined) byRule.set(key, [finding])
    else known.push(finding)
  }
  return [...byRule].flatMap(([key, found]): readonly FindingGroup[] =>
    found.length < fewestInGroup
      ? found.map((finding) => ({ key: finding.id, findings: [finding] }))
      : [{ key, findings: found }],
  )
}
