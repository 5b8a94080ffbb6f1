/** One finding per root cause (knowledge E.0, guard 4): which rule speaks when several see one fault. */
import type { Finding } from './define-rule.ts'

interface Parent {
  readonly rule: string
  /**
   * `all`: it has to point at everything that the child is about. `some`: one part of what the child points
   * at explains it. All by default.
   */
  readonly covers?: 'some'
}

/** A finding of the key is left out where one of these rules has seen the cause of it. */
const parents: Readonly<Record<string, readonly Parent[]>> = {
  'data-derived-not-fed': [{ rule: 'hl-orphan-node' }],
  'est-arithmetic': [{ rule: 'est-unit-mixup' }],
  'perf-under-provisioned': [
    { rule: 'scale-read-heavy-unassisted' },
    { rule: 'scale-write-ceiling' },
  ],
  'rel-availability-unmet': [
    { rule: 'rel-spof-data', covers: 'some' },
    { rule: 'rel-spof-stateless', covers: 'some' },
  ],
  'rel-backup-missing': [{ rule: 'data-derived-as-truth' }],
  'rel-n-minus-one': [
    { rule: 'rel-spof-stateless' },
    { rule: 'rel-spof-data' },
    { rule: 'perf-under-provisioned' },
  ],
  'rel-queue-no-dlq': [{ rule: 'scale-queue-without-consumer' }, { rule: 'rel-lossy-channel' }],
  'rel-spof-data': [{ rule: 'data-derived-as-truth' }],
  'rel-spof-stateless': [{ rule: 'hl-replicas-without-balancer' }],
  'rel-zone-region-coverage': [{ rule: 'rel-spof-stateless' }, { rule: 'rel-spof-data' }],
  'req-functional-uncovered': [{ rule: 'hl-flow-broken', covers: 'some' }],
  'sec-store-exposed': [{ rule: 'hl-client-to-store' }],
}

/**
 * The findings without those that follow from another one. What follows from a finding that is itself left
 * out is left out as well.
 */
export function keepRootCauses(findings: readonly Finding[]): readonly Finding[] {
  const places = new Map<string, Set<string>>()
  for (const finding of findings) {
    const known = places.get(finding.rule) ?? new Set()
    for (const place of placesOf(finding)) known.add(place)
    places.set(finding.rule, known)
  }
  return findings.filter((finding) => !follows(finding, places))
}

function follows(finding: Finding, places: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return (parents[finding.rule] ?? []).some(({ rule, covers }) => {
    const seen = places.get(rule)
    if (seen === undefined) return false
    if (covers === 'some') return placesOf(finding).some((place) => seen.has(place))
    return finding.subject.length > 0 && finding.subject.every((place) => seen.has(place))
  })
}

function placesOf({ subject, nodes, edges }: Finding): readonly string[] {
  return [...subject, ...nodes, ...edges]
}
