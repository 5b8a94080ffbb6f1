/** Which id of an earlier design is which of a later one. */
import type { Graph } from '#shared/design/design.ts'
import type { Matches } from './matching/match-graphs.ts'

export interface Correspondence {
  /** The earlier id of a later one. */
  readonly earlier: ReadonlyMap<string, string>
  /**
   * The later id of an earlier one. Nothing for what was removed, nor for the id of nothing at all that has
   * become something's.
   */
  later(earlierId: string): string | undefined
}

export interface Correspondences {
  readonly nodes: Correspondence
  readonly edges: Correspondence
  readonly groups: Correspondence
}

/** Without matches, what has the same id is the same. */
export function correspondencesOf(before: Graph, after: Graph, matches?: Matches): Correspondences {
  return {
    nodes: correspondenceOf(before.nodes, after.nodes, matches?.nodes),
    edges: correspondenceOf(before.edges, after.edges, matches?.edges),
    groups: correspondenceOf(before.groups, after.groups, matches?.groups),
  }
}

type Things = readonly { readonly id: string }[]

function correspondenceOf(
  before: Things,
  after: Things,
  matched?: ReadonlyMap<string, string>,
): Correspondence {
  const was = new Set(before.map(({ id }) => id))
  const is = new Set(after.map(({ id }) => id))
  const same = after.flatMap(({ id }) => (was.has(id) ? [[id, id] as const] : []))
  const earlier = matched ?? new Map(same)
  const later = new Map([...earlier].map(([now, old]) => [old, now]))
  const isNothing = (id: string) => !was.has(id) && !is.has(id)
  return { earlier, later: (id) => later.get(id) ?? (isNothing(id) ? id : undefined) }
}
