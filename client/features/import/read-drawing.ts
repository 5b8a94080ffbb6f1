/** What a text says, in the order in which a person wants to look over it. It places nothing. */
import type { DesignNode, Graph } from '#shared/design/design.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import type { Confidence } from '#shared/exchange/infer/infer-kinds.ts'
import { detectDiagram } from '#shared/exchange/mermaid/detect-diagram.ts'
import type { Geometry } from '#shared/exchange/mermaid/geometry.ts'
import { readMermaid } from '#shared/exchange/mermaid/read-mermaid.ts'
import type { Problem } from '#shared/exchange/problem.ts'

export interface ReadComponent {
  readonly node: DesignNode
  readonly confidence: Confidence
  /** Ids of kinds that it may be as well, likeliest first. */
  readonly alternatives: readonly string[]
}

export interface ReadDrawing {
  readonly graph: Graph
  readonly geometry: Geometry
  readonly direction: string
  /** Unsure ones first, then likely ones, each in the order of the drawing. */
  readonly components: readonly ReadComponent[]
  readonly problems: readonly Problem[]
  /** Titles of sections that are no part of a drawing and stay in the document. */
  readonly leftOut: readonly string[]
}

const order: Readonly<Record<Confidence, number>> = { unsure: 0, likely: 1, sure: 2 }

/** Never fails; a text that cannot be read has an empty graph and a problem that says why. */
export function readDrawing(text: string): ReadDrawing {
  const { design, geometry, direction, inferred, problems, sections } = parseDesignDocument(text)
  const components = design.graph.nodes.map((node): ReadComponent => {
    const found = inferred.get(node.id)
    const confidence = found?.confidence ?? 'sure'
    return { node, confidence, alternatives: found?.alternatives ?? [] }
  })
  return {
    graph: design.graph,
    geometry,
    direction,
    problems: design.graph.nodes.length === 0 ? reasonsFor(text, problems) : problems,
    components: components.toSorted((a, b) => order[a.confidence] - order[b.confidence]),
    leftOut: sections.map(({ title }) => title),
  }
}

/** A diagram of another sort is no document without a drawing: it is refused by its name. */
function reasonsFor(text: string, problems: readonly Problem[]): readonly Problem[] {
  return detectDiagram(text).notation === 'other' ? readMermaid(text).problems : problems
}

/** The graph with the kinds that a person chose instead of what was read. */
export function withKinds(graph: Graph, chosen: ReadonlyMap<string, string>): Graph {
  if (chosen.size === 0) return graph
  const nodes = graph.nodes.map((node) => ({ ...node, kind: chosen.get(node.id) ?? node.kind }))
  return { ...graph, nodes }
}
