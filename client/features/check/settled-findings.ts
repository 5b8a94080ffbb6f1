/**
 * Which findings went because the design changed: not since the page did, nor since another one speaks,
 * nor since the host is heard or is away.
 */
import type { Finding } from '#shared/checker/define-rule.ts'
import type { Findings } from './use-findings.ts'

type Seen = Pick<Findings, 'findings' | 'graph' | 'isHeard'>

export function settledFindings(before: Seen, now: Seen): readonly Finding[] {
  if (before.isHeard !== now.isHeard) return []
  const isThere = new Set(now.graph?.nodes.map(({ id }) => id))
  const isSeen = new Set(now.findings.map(({ id }) => id))
  const wasSeen = new Set(before.findings.map(({ id }) => id))
  const news = now.findings.filter(({ id }) => !wasSeen.has(id))
  const spokenOf = new Set(news.flatMap(({ nodes }) => nodes))
  return before.findings.filter(
    ({ id, nodes }) =>
      !isSeen.has(id) &&
      nodes.some((node) => isThere.has(node)) &&
      !nodes.some((node) => spokenOf.has(node)),
  )
}
