/** One finding per root cause (knowledge E.0, guard 4): which rule speaks when several see one fault. */
import { severities, type Finding } from './define-rule.ts'

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
  'rel-n-minus-one': [{ rule: 'rel-spof-stateless' }, { rule: 'rel-spof-data' }],
  'rel-queue-no-dlq': [{ rule: 'scale-queue-without-consumer' }, { rule: 'rel-lossy-channel' }],
  'rel-spof-data': [{ rule: 'data-derived-as-truth' }],
  'rel-spof-stateless': [{ rule: 'hl-replicas-without-balancer' }],
  'rel-zone-region-coverage': [{ rule: 'rel-spof-stateless' }, { rule: 'rel-spof-data' }],
  'req-functional-uncovered': [{ rule: 'hl-flow-broken', covers: 'some' }],
  'sec-store-exposed': [{ rule: 'hl-client-to-store' }],
}

/** Rules that see causes; where the others point explains nothing. */
const seers: ReadonlySet<string> = new Set(
  Object.values(parents).flatMap((seen) => seen.map(({ rule }) => rule)),
)

/** Rule → places that it points at → the index of the worst severity there. */
type Seen = ReadonlyMap<string, ReadonlyMap<string, number>>

/**
 * The findings without those that follow from another one. What follows from a finding that is itself left
 * out is left out as well.
 */
export function keepRootCauses(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Map<string, number>>()
  for (const finding of findings.filter(({ rule }) => seers.has(rule))) {
    const places = seen.get(finding.rule) ?? new Map<string, number>()
    for (const place of placesOf(finding)) {
      places.set(place, Math.min(places.get(place) ?? Infinity, rankOf(finding)))
    }
    seen.set(finding.rule, places)
  }
  return findings.filter((finding) => !follows(finding, seen))
}

function follows(finding: Finding, seen: Seen): boolean {
  return (parents[finding.rule] ?? []).some(({ rule, covers }) => {
    const places = seen.get(rule)
    if (places === undefined) return false
    if (covers === 'some') return placesOf(finding).some((place) => weighs(places, place, finding))
    return finding.subject.length > 0 && finding.subject.every((place) => places.has(place))
  })
}

/** A part explains the whole only where it is at least as grave. */
function weighs(places: ReadonlyMap<string, number>, place: string, finding: Finding): boolean {
  return (places.get(place) ?? Infinity) <= rankOf(finding)
}

function rankOf({ severity }: Finding): number {
  return severities.indexOf(severity)
}

function placesOf({ subject, nodes, edges }: Finding): readonly string[] {
  return [...subject, ...nodes, ...edges]
}
