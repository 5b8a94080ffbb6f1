/** One finding per root cause (knowledge E.0, guard 4): which rule speaks when several see one fault. */
import type { Finding } from './define-rule.ts'

/** A finding of the key is left out where one of these rules points at all of its subject. */
const replacedBy: Readonly<Record<string, readonly string[]>> = {
  'rel-queue-no-dlq': ['scale-queue-without-consumer'],
  'rel-spof-data': ['data-derived-as-truth'],
  'rel-spof-stateless': ['hl-replicas-without-balancer'],
  'sec-store-exposed': ['hl-client-to-store'],
}

/** The findings without those that follow from another one. */
export function keepRootCauses(findings: readonly Finding[]): readonly Finding[] {
  const pointedAt = new Map<string, Set<string>>()
  for (const finding of findings) {
    const ids = pointedAt.get(finding.rule) ?? new Set()
    for (const id of [...finding.nodes, ...finding.edges]) ids.add(id)
    pointedAt.set(finding.rule, ids)
  }
  const isCovered = ({ rule, subject }: Finding) =>
    subject.length > 0 &&
    (replacedBy[rule] ?? []).some((other) => subject.every((id) => pointedAt.get(other)?.has(id)))
  return findings.filter((finding) => !isCovered(finding))
}
