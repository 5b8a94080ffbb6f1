/**
 * Pairs components that nothing names alike: a label, a kind, a technology and the company they keep.
 * Each round knows more neighbours than the one before.
 */
import type { DesignNode, Graph } from '#shared/design/design.ts'
import { likenessTable } from './likeness.ts'
import { folded, type Pairing } from './pairing.ts'
import { sharedOf } from './shared-of.ts'

const weights = { label: 0.5, kind: 0.15, technology: 0.1, neighbours: 0.35 } as const
/** What everything but the label can come to. */
const mostBeside = weights.kind + weights.technology + weights.neighbours
const leastScore = 0.5
/** What a label must have in common where both designs use the same ids: a new id there is a sign of its own. */
const leastLikeness = { whereIdsAreShared: 0.4, elsewhere: 0 } as const
const rounds = 4
const nearlyBest = 0.1

interface Candidate {
  readonly old: DesignNode
  readonly now: DesignNode
  readonly score: number
}

/** Ties keep the order of the graphs, so that the answer is the same twice. */
export function pairSimilarNodes(
  nodes: Pairing<DesignNode>,
  graphs: readonly [Graph, Graph],
  sharesIds: boolean,
): void {
  const [olds, news] = [nodes.openBefore, nodes.openAfter]
  if (olds.length === 0 || news.length === 0) return
  const least = sharesIds ? leastLikeness.whereIdsAreShared : leastLikeness.elsewhere
  const pairs: Pairs = { olds, news, table: likenessTable(labelsOf(olds), labelsOf(news)), least }
  for (let round = 1; round <= rounds; round += 1) {
    // Only what is nearly the best may be paired before the neighbours of the rest are known.
    const margin = round === rounds ? Number.POSITIVE_INFINITY : nearlyBest
    const found = candidatesOf(nodes, graphs, pairs, margin)
    if (found.length === 0) return
    for (const { old, now } of found) nodes.pair(now.id, old.id)
  }
}

interface Pairs {
  readonly olds: readonly DesignNode[]
  readonly news: readonly DesignNode[]
  /** Likeness of labels: a row for each later component, a column for each earlier one. */
  readonly table: readonly Float64Array[]
  readonly least: number
}

/** Likely pairs of what is open yet, none further than `margin` from the likeliest, which comes first. */
function candidatesOf(
  nodes: Pairing<DesignNode>,
  [before, after]: readonly [Graph, Graph],
  { olds, news, table, least }: Pairs,
  margin: number,
): readonly Candidate[] {
  const known = new Set(nodes.found.values())
  const was = neighboursOf(before, (id) => (known.has(id) ? id : undefined))
  const is = neighboursOf(after, (id) => nodes.found.get(id))
  let best = leastScore
  const found: Candidate[] = []
  for (const [row, now] of news.entries()) {
    if (nodes.found.has(now.id)) continue
    for (const [column, old] of olds.entries()) {
      const likeness = table[row]?.[column] ?? 0
      const most = weights.label * likeness + mostBeside
      if (likeness < least || most < Math.max(leastScore, best - margin)) continue
      if (known.has(old.id)) continue
      const company = sharedOf(was.get(old.id), is.get(now.id))
      const score = most - mostBeside + bodyScore(old, now) + weights.neighbours * company
      if (score < leastScore || score < best - margin || likeness + company <= leastScore) continue
      best = Math.max(best, score)
      found.push({ old, now, score })
    }
  }
  const sure = found.filter(({ score }) => score >= best - margin)
  return sure.sort((a, b) => b.score - a.score)
}

function labelsOf(nodes: readonly DesignNode[]): readonly string[] {
  return nodes.map(({ label }) => label)
}

function bodyScore(old: DesignNode, now: DesignNode): number {
  const isSameTechnology =
    old.technology !== '' && folded(old.technology) === folded(now.technology)
  return (old.kind === now.kind ? weights.kind : 0) + (isSameTechnology ? weights.technology : 0)
}

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>

/** Callers and callees under their earlier ids; those that are not found yet are left out. */
function neighboursOf({ edges }: Graph, idOf: (id: string) => string | undefined): Neighbours {
  const found = new Map<string, Set<string>>()
  const add = (id: string, way: string, other: string) => {
    const name = idOf(other)
    if (name !== undefined) found.set(id, (found.get(id) ?? new Set()).add(`${way}${name}`))
  }
  for (const { from, to } of edges) {
    add(from, '>', to)
    add(to, '<', from)
  }
  return found
}
