/** How much of a drawing was understood. */
import { readMermaid } from '#shared/exchange/mermaid/read-mermaid.ts'
import type { Graph } from '#shared/design/design.ts'
import { genericKind } from '#shared/kinds/generic-kind.ts'
import type { DrawingCase } from './cases.ts'
import { noTally, sumOf, tryOf, type Tally } from './tally.ts'

export interface DrawingScore {
  readonly imported: Tally
  readonly nodes: Tally
  readonly edges: Tally
  readonly kinds: Tally
  /** Of those where a careful reader accepts one kind alone. */
  readonly soleKinds: Tally
}

/** What a label means by a kind; the samples have coarser names than the palette. */
export type Accepts = (label: string, kind: string | undefined) => boolean

export const notAComponent = 'not-a-component'

/** A node that was left out is as good as one that was taken for nothing in particular. */
export function acceptsExactly(label: string, kind: string | undefined): boolean {
  if (label === notAComponent) return kind === undefined || kind === genericKind.id
  return label === kind
}

export function scoreDrawing(
  drawing: DrawingCase,
  accepts: Accepts = acceptsExactly,
): DrawingScore {
  const { graph, problems } = readMermaid(drawing.text)
  const error = problems.find(({ severity }) => severity === 'error')
  const kindOf = new Map(graph.nodes.map(({ id, kind }) => [id, kind]))
  const labels = new Map(graph.nodes.map(({ id, label }) => [id, label]))
  const kinds = [...drawing.kinds].map(([id, acceptable]) => {
    const kind = kindOf.get(id)
    const isRight = acceptable.some((label) => accepts(label, kind))
    const miss = () =>
      `${drawing.name} ${id} "${labels.get(id) ?? ''}": ${kind ?? 'left out'}, not ${acceptable.join(' or ')}`
    return { isSole: acceptable.length === 1, tally: tryOf(isRight, miss) }
  })
  return {
    imported: tryOf(error === undefined, () => `${drawing.name}: ${error?.message ?? ''}`),
    nodes: scoreNodes(drawing, graph),
    edges: scoreEdges(drawing, graph),
    kinds: sumOf(kinds.map(({ tally }) => tally)),
    soleKinds: sumOf(kinds.filter(({ isSole }) => isSole).map(({ tally }) => tally)),
  }
}

function scoreNodes({ name, kinds }: DrawingCase, graph: Graph): Tally {
  const found = new Set(graph.nodes.map(({ id }) => id))
  const wanted = [...kinds].filter(([, acceptable]) => !acceptable.includes(notAComponent))
  return sumOf(wanted.map(([id]) => tryOf(found.has(id), () => `${name}: node ${id}`)))
}

/** Between components that were found, in whichever direction the drawing tells. */
function scoreEdges({ name, kinds, edges }: DrawingCase, graph: Graph): Tally {
  const found = new Set(graph.edges.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]))
  const isLeftOut = (id: string) =>
    kinds.get(id)?.includes(notAComponent) === true && !graph.nodes.some((node) => node.id === id)
  const tallies = edges.map(([from, to]) =>
    isLeftOut(from) || isLeftOut(to)
      ? noTally
      : tryOf(found.has(`${from} ${to}`), () => `${name}: edge ${from} → ${to}`),
  )
  return sumOf(tallies)
}
