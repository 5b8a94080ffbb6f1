/**
 * Finds the things of one graph again in another: by id, by the name that a text gives them, by their
 * labels, and at last by how alike they and their neighbours are.
 */
import type { DesignGroup, DesignNode, Graph } from '#shared/design/design.ts'
import { matchEdges } from './match-edges.ts'
import { folded, Pairing } from './pairing.ts'
import { pairGroupsByMembers } from './pair-groups.ts'
import { pairSimilarNodes } from './pair-similar-nodes.ts'

/** Ids of the later graph → ids of the earlier one; what has none is new. */
export interface Matches {
  readonly nodes: ReadonlyMap<string, string>
  readonly edges: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, string>
}

/** What the earlier things are called in a text that was written from them. */
export interface GivenNames {
  readonly ofNodes: ReadonlyMap<string, string>
  readonly ofGroups: ReadonlyMap<string, string>
}

/**
 * Matches a graph that was made from the other by hand: its ids are believed, and nothing is guessed.
 * Twins are told apart by their order.
 */
export function matchEdited(before: Graph, after: Graph, names: GivenNames): Matches {
  const nodes = new Pairing(before.nodes, after.nodes)
  const groups = new Pairing(before.groups, after.groups)
  nodes.byId()
  nodes.byName(names.ofNodes)
  nodes.byKey(kindAndLabel)
  nodes.byKey(label)
  groups.byId()
  groups.byName(names.ofGroups)
  groups.byKey(label)
  return { nodes: nodes.found, groups: groups.found, edges: matchEdges(before, after, nodes.found) }
}

/**
 * Matches any two graphs. An id is believed unless somebody wrote it (`A`, `B` …) and the labels say that
 * it was given to something else.
 */
export function matchGraphs(before: Graph, after: Graph): Matches {
  const nodes = new Pairing(before.nodes, after.nodes)
  const groups = new Pairing(before.groups, after.groups)
  nodes.byId(trustOf(before.nodes, after.nodes))
  groups.byId(trustOf(before.groups, after.groups))
  const sharesIds = nodes.found.size * 2 >= Math.min(before.nodes.length, after.nodes.length)
  nodes.byKey(kindAndLabel, 1)
  nodes.byKey(label, 1)
  groups.byKey(label, 1)
  nodes.byId()
  groups.byId()
  pairSimilarNodes(nodes, [before, after], sharesIds)
  pairGroupsByMembers(groups, [before, after], nodes.found)
  return { nodes: nodes.found, groups: groups.found, edges: matchEdges(before, after, nodes.found) }
}

type Labelled = DesignNode | DesignGroup

/** An id that the canvas gave is never given again; one that was written may be. */
function trustOf<T extends Labelled>(before: readonly T[], after: readonly T[]) {
  const [was, is] = [labelsOf(before), labelsOf(after)]
  return (old: T, now: T): boolean => {
    const [from, to] = [folded(old.label), folded(now.label)]
    if (old.id.startsWith('shape:') || from === to) return true
    return !(from !== '' && is.has(from)) && !(to !== '' && was.has(to))
  }
}

function labelsOf(things: readonly Labelled[]): ReadonlySet<string> {
  return new Set(things.map((thing) => folded(thing.label)))
}

function kindAndLabel(node: DesignNode): string | undefined {
  return `${node.kind} ${folded(node.label)}`
}

function label(thing: Labelled): string | undefined {
  return folded(thing.label) || undefined
}
