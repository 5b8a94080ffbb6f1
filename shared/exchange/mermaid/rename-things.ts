/**
 * Gives things the ids that comments state: a diagram needs short names, while a board has ids of its
 * own. An id that two things claim goes to the first.
 */
import type { DesignEdge, DesignGroup, DesignNode, Graph } from '#shared/design/design.ts'
import type { Problem } from '../problem.ts'
import { saidId, saidPlace, type Said } from './apply-statements.ts'
import { noteAt } from './diagram-model.ts'
import type { Geometry, Place } from './geometry.ts'
import type { DrawnGraph } from './graph-of-diagram.ts'
import type { DrawnKind } from './infer-drawing.ts'

export interface NamedGraph {
  readonly graph: Graph
  readonly geometry: Geometry
  /** Ids of the things that comments describe whole. */
  readonly stated: ReadonlySet<string>
  readonly inferred: ReadonlyMap<string, DrawnKind>
  readonly problems: readonly Problem[]
}

export function renameThings(
  { graph, references, inferred }: DrawnGraph,
  said: ReadonlyMap<string, Said>,
): NamedGraph {
  const renaming = new Renaming(said)
  const nodeIds = renaming.idsOf(graph.nodes.map(({ id }) => ({ id, about: said.get(id) })))
  const groupIds = renaming.idsOf(graph.groups.map(({ id }) => ({ id, about: said.get(id) })))
  const edgeIds = renaming.edgeIds(graph.edges, references)
  const nodes = graph.nodes.map((node): DesignNode => {
    const { groupId, ...rest } = node
    const id = nodeIds.get(node.id) ?? node.id
    return {
      ...rest,
      id,
      ...(groupId === undefined ? {} : { groupId: groupIds.get(groupId) ?? groupId }),
    }
  })
  const edges = graph.edges.map((edge, i): DesignEdge => ({
    ...edge,
    id: edgeIds[i] ?? edge.id,
    from: nodeIds.get(edge.from) ?? edge.from,
    to: nodeIds.get(edge.to) ?? edge.to,
  }))
  const groups = graph.groups.map((group): DesignGroup => {
    const { parentId, ...rest } = group
    const id = groupIds.get(group.id) ?? group.id
    return {
      ...rest,
      id,
      ...(parentId === undefined ? {} : { parentId: groupIds.get(parentId) ?? parentId }),
    }
  })
  const made = [...inferred].map(([id, node]) => [nodeIds.get(id) ?? id, node] as const)
  return { graph: { nodes, edges, groups }, inferred: new Map(made), ...renaming.gathered() }
}

interface Claim {
  readonly id: string
  readonly about: Said | undefined
}

class Renaming {
  private readonly places: [string, Place][] = []
  private readonly stated = new Set<string>()
  private readonly problems: Problem[] = []

  constructor(private readonly said: ReadonlyMap<string, Said>) {}

  idsOf(claims: readonly Claim[]): ReadonlyMap<string, string> {
    const taken = new Set(
      claims.filter(({ about }) => saidId(about) === undefined).map(({ id }) => id),
    )
    return new Map(claims.map((claim) => [claim.id, this.settle(claim, taken)]))
  }

  /** An arrow to a subgraph became several, which cannot all have the one id. */
  edgeIds(edges: readonly DesignEdge[], references: readonly string[]): readonly string[] {
    const counts = new Map<string, number>()
    for (const reference of references) counts.set(reference, (counts.get(reference) ?? 0) + 1)
    const claims = edges.map(({ id }, i) => {
      const reference = references[i] ?? id
      const about = this.said.get(reference) ?? this.said.get(id)
      return { id, about: (counts.get(reference) ?? 0) > 1 ? undefined : about }
    })
    const taken = new Set(
      claims.filter(({ about }) => saidId(about) === undefined).map(({ id }) => id),
    )
    return claims.map((claim) => this.settle(claim, taken))
  }

  gathered(): Omit<NamedGraph, 'graph' | 'inferred'> {
    const geometry = Object.fromEntries(this.places)
    return { geometry, stated: this.stated, problems: this.problems }
  }

  private settle({ id, about }: Claim, taken: Set<string>): string {
    const claimed = saidId(about)
    const isFree = claimed !== undefined && !taken.has(claimed)
    if (claimed !== undefined && !isFree && about !== undefined) {
      const message = `The id "${claimed}" is given twice: "${id}" keeps its own name.`
      this.problems.push(noteAt(about.line, message))
    }
    const settled = isFree ? claimed : id
    taken.add(settled)
    this.keep(settled, about)
    return settled
  }

  private keep(id: string, about: Said | undefined): void {
    const place = saidPlace(about)
    if (place !== undefined) this.places.push([id, place])
    if (about?.isWhole === true) this.stated.add(id)
  }
}
