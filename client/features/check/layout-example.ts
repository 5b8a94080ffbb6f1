/** A tiny layered layout for the drawn examples: rows follow the requests, top to bottom. */
import type { DesignNode, Graph } from '#shared/design/design.ts'
import { edgesFrom, edgesTo, indexGraph, type GraphIndex } from '#shared/design/graph.ts'
import { wrapWords } from './wrap-words.ts'

export interface PlacedNode {
  readonly node: DesignNode
  /** What is written in it; it is as high as its lines. */
  readonly lines: readonly string[]
  /** Centre, in the units of the drawing. */
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** Where the highest of its row ends. */
  readonly rowBottom: number
}

export interface PlacedLabel {
  readonly lines: readonly string[]
  readonly x: number
  /** Middle of the lines. */
  readonly y: number
  readonly w: number
}

export interface ExampleLayout {
  readonly width: number
  readonly height: number
  readonly placed: ReadonlyMap<string, PlacedNode>
  /** By the id of the arrow. */
  readonly labels: ReadonlyMap<string, PlacedLabel>
}

/** Units a letter takes, rather more than less. */
const letter = 6.9
const smallLetter = 6.2
export const lineHeight = 16
export const smallLineHeight = 14
/** Left of the letters stands the icon. */
export const iconRoom = 30
const endRoom = 10
const gap = 16
const between = 32
const [mostLetters, mostSmallLetters] = [19, 17]

export function layoutExample(graph: Graph): ExampleLayout {
  const rows = rowsOf(indexGraph(graph)).map((row) => row.map(boxOf))
  const words = new Map(
    graph.edges.map(({ id, label }) => [id, wrapWords(label, mostSmallLetters)] as const),
  )
  const w = Math.max(0, ...rows.flat().map((box) => box.w))
  const width = Math.max(1, ...rows.map((row) => row.length)) * (w + gap) + gap
  const steps = stepsOf(graph, rows, words)
  const placed = new Map<string, PlacedNode>()
  let [top, bottom] = [gap, gap]
  rows.forEach((row, depth) => {
    const h = Math.max(...row.map((box) => box.h))
    const start = (width - row.length * (w + gap) + gap) / 2 + w / 2
    row.forEach((box, index) => {
      const x = start + index * (w + gap)
      placed.set(box.node.id, { ...box, w, x, y: top + h / 2, rowBottom: top + h })
    })
    bottom = top + h
    top = bottom + (steps[depth] ?? between)
  })
  // Below the last row stand what the arrows within it say.
  const isLabelledBelow = (steps[rows.length - 1] ?? between) > between
  const height = (isLabelledBelow ? top : bottom) + gap
  return { width, height, placed, labels: labelsOf(graph, { placed, words, width }) }
}

type Words = ReadonlyMap<string, readonly string[]>

/** Room below each row: for arrows, and for what they say where they begin or go back to it. */
function stepsOf({ edges }: Graph, rows: readonly (readonly Box[])[], words: Words) {
  const depths = new Map(rows.flatMap((row, depth) => row.map(({ node }) => [node.id, depth])))
  return rows.map((_row, depth) => {
    const here = edges.filter(({ from, to }) => {
      return Math.min(depths.get(from) ?? 0, depths.get(to) ?? 0) === depth
    })
    const tallest = Math.max(0, ...here.map(({ id }) => words.get(id)?.length ?? 0))
    return between + (tallest === 0 ? 0 : tallest * smallLineHeight + 8)
  })
}

type Box = ReturnType<typeof boxOf>

function boxOf(node: DesignNode) {
  const copies = (node.replicas ?? 1) > 1 ? ` ×${node.replicas}` : ''
  const lines = wrapWords(node.label + copies, mostLetters)
  const longest = Math.max(8, ...lines.map(({ length }) => length))
  const h = Math.max(1, lines.length) * lineHeight + 18
  return { node, lines, w: Math.ceil(iconRoom + longest * letter + endRoom), h }
}

interface Labelling extends Pick<ExampleLayout, 'placed' | 'width'> {
  readonly words: Words
}

/** Nearer to the end than to the start, so that those of one caller stand apart. */
function labelsOf({ edges }: Graph, { placed, words, width }: Labelling) {
  const labels = new Map<string, PlacedLabel>()
  for (const { id, from, to } of edges) {
    const [a, b, lines = []] = [placed.get(from), placed.get(to), words.get(id)]
    if (a === undefined || b === undefined || lines.length === 0) continue
    const w = Math.max(...lines.map(({ length }) => length)) * smallLetter + 8
    const isBeside = a.rowBottom === b.rowBottom
    const x = isBeside ? (a.x + b.x) / 2 : a.x + (b.x - a.x) * 0.62
    const below = Math.min(a.rowBottom, b.rowBottom) + between / 2
    const y = below + (lines.length * smallLineHeight) / 2
    labels.set(id, { lines, x: Math.min(Math.max(x, w / 2), width - w / 2), y, w })
  }
  return labels
}

function rowsOf(index: GraphIndex): readonly DesignNode[][] {
  const depths = depthsOf(index)
  const rows: DesignNode[][] = []
  for (const node of index.graph.nodes) {
    const depth = depths.get(node.id) ?? 0
    rows[depth] = [...(rows[depth] ?? []), node]
  }
  return rows.filter((row) => row !== undefined)
}

/** Longest way from where nothing calls, not going round cycles: a node waits for every caller once. */
function depthsOf(index: GraphIndex): ReadonlyMap<string, number> {
  const depths = new Map<string, number>()
  const { nodes } = index.graph
  const roots = nodes.filter(({ id }) => edgesTo(index, id).length === 0)
  const visit = (id: string, depth: number, path: ReadonlySet<string>) => {
    if (path.has(id) || depth <= (depths.get(id) ?? -1)) return
    depths.set(id, depth)
    const deeper = new Set([...path, id])
    for (const { to } of edgesFrom(index, id)) visit(to, depth + 1, deeper)
  }
  for (const root of roots.length > 0 ? roots : nodes.slice(0, 1)) visit(root.id, 0, new Set())
  for (const { id } of nodes) if (!depths.has(id)) visit(id, 0, new Set())
  return depths
}
