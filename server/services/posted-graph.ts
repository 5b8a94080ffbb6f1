/** A drawing that somebody posted, as judges may rely on it: every id once, every reference met, no circle. */
import type { Graph } from '#shared/design/design.ts'
import { isBoundaryType, isEdgeType } from '#shared/design/vocabulary.ts'
import { AppError } from '#shared/errors.ts'
import type { DesignRequest } from '#shared/judging.ts'

/** Throws `AppError` with what does not hold. */
export function graphFrom({ nodes, edges, groups }: DesignRequest): Graph {
  const nodeIds = idsOf(nodes, 'components')
  const groupIds = idsOf(groups, 'boundaries')
  idsOf(edges, 'connections')
  for (const { id, from, to } of edges) {
    if (!nodeIds.has(from) || !nodeIds.has(to)) throw refusal(`An end of ${id} does not exist.`)
  }
  for (const { id, groupId } of nodes) checkHolder(id, groupId, groupIds)
  for (const { id, parentId } of groups) checkHolder(id, parentId, groupIds)
  checkCircles(groups)
  return {
    nodes,
    edges: edges.map((edge) => ({ ...edge, type: isEdgeType(edge.type) ? edge.type : 'sync' })),
    groups: groups.map((group) => ({
      ...group,
      type: isBoundaryType(group.type) ? group.type : 'network',
    })),
  }
}

function idsOf(things: readonly { readonly id: string }[], name: string): ReadonlySet<string> {
  const ids = new Set(things.map(({ id }) => id))
  if (ids.size < things.length) throw refusal(`Two ${name} have the same id.`)
  return ids
}

function checkHolder(id: string, holder: string | undefined, groups: ReadonlySet<string>): void {
  if (holder !== undefined && !groups.has(holder)) {
    throw refusal(`The boundary around ${id} does not exist.`)
  }
}

function checkCircles(groups: DesignRequest['groups']): void {
  const parents = new Map(groups.map(({ id, parentId }) => [id, parentId]))
  /** Boundaries from which the way up is known to end. */
  const ending = new Set<string>()
  for (const { id } of groups) {
    const way = new Set<string>()
    let at: string | undefined = id
    while (at !== undefined && !ending.has(at)) {
      if (way.has(at)) throw refusal(`The boundary ${at} holds itself.`)
      way.add(at)
      at = parents.get(at)
    }
    for (const passed of way) ending.add(passed)
  }
}

function refusal(detail: string): AppError {
  return new AppError('bad_request', detail)
}
