/** What the judges say of two designs, compared: by rule and subject, whatever the ids are. */
import type { Finding } from '#shared/checker/define-rule.ts'
import { stableHash } from '#shared/checker/stable-hash.ts'
import type { GraphDiff } from './design-diff.ts'

export interface ChangedFinding {
  readonly from: Finding
  readonly to: Finding
}

export interface FindingsDiff {
  readonly appeared: readonly Finding[]
  readonly vanished: readonly Finding[]
  /** Found in both, weighing otherwise now or resting on something else. */
  readonly changed: readonly ChangedFinding[]
}

/** In the order of the lists that are given. Without a difference of the graphs, ids are what they were. */
export function diffFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  diff?: GraphDiff,
): FindingsDiff {
  const laterId = laterIdsOf(diff)
  const was = new Map(before.map((finding) => [identityOf(finding, laterId), finding]))
  const appeared: Finding[] = []
  const changed: ChangedFinding[] = []
  for (const to of after) {
    const identity = identityOf(to)
    const from = was.get(identity)
    was.delete(identity)
    if (from === undefined) appeared.push(to)
    else if (from.severity !== to.severity || !hasSameEvidence(from, to, laterId)) {
      changed.push({ from, to })
    }
  }
  return { appeared, vanished: [...was.values()], changed }
}

export type LaterId = (earlierId: string) => string

/** Later ids of parts of a subject; what was removed gets a name that is nobody's. */
export function laterIdsOf(diff?: GraphDiff): LaterId {
  if (diff === undefined) return (id) => id
  const { nodes, edges, groups } = diff.renumbered
  const ids = new Map([...groups, ...edges, ...nodes])
  const removed = new Set(
    diff.graph.flatMap((one) => (one.change === 'removed' ? [one.thing.id] : [])),
  )
  return (id) => ids.get(id) ?? (removed.has(id) ? `removed ${id}` : id)
}

/** The way back, for values of the later design; what is new there keeps its id. */
export function earlierIdsOf(diff?: GraphDiff): LaterId {
  if (diff === undefined) return (id) => id
  const { nodes, edges, groups } = diff.renumbered
  const ids = new Map([...groups, ...edges, ...nodes].map(([old, now]) => [now, old]))
  return (id) => ids.get(id) ?? id
}

/** What makes a finding itself: its rule and what it is about, under later ids. */
export function identityOf(
  { rule, subject }: Pick<Finding, 'rule' | 'subject'>,
  laterId: LaterId = (id) => id,
): string {
  return `${rule}:${stableHash(subject.map(laterId).sort())}`
}

/** Whether a finding rests on the same values, ids among them being the same things. */
function hasSameEvidence(from: Finding, to: Finding, laterId: LaterId): boolean {
  if (from.evidenceHash === to.evidenceHash) return true
  const was = inOrder(withIds(from.evidence, laterId))
  return stableHash(was) === stableHash(inOrder(to.evidence))
}

/** Values with the ids among them replaced. */
export function withIds(value: unknown, idOf: LaterId): unknown {
  return mapped(value, (inner) => (typeof inner === 'string' ? idOf(inner) : inner))
}

/** Lists of texts sorted, since ids decide their order. */
export function inOrder(value: unknown): unknown {
  return mapped(value, (inner) => {
    const isList = Array.isArray(inner) && inner.every((item) => typeof item === 'string')
    return isList ? inner.toSorted() : inner
  })
}

/** Rebuilds a JSON value from its leaves up. */
function mapped(value: unknown, change: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return change(value.map((item) => mapped(item, change)))
  if (typeof value !== 'object' || value === null) return change(value)
  const entries = Object.entries(value).map(([key, inner]) => [key, mapped(inner, change)] as const)
  return Object.fromEntries(entries)
}
