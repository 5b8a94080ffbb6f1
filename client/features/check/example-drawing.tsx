import { useId } from 'react'
import type { DesignEdge, Graph } from '#shared/design/design.ts'
import { edgeTypes } from '#shared/design/vocabulary.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import css from './check.module.css'
import { layoutExample, nodeHeight, nodeWidth, type ExampleLayout } from './layout-example.ts'

/** A design drawn small, to be seen and not edited. */
export function ExampleDrawing({ graph, label }: { graph: Graph; label: string }) {
  const layout = layoutExample(graph)
  const marker = useId()
  return (
    <svg
      role="img"
      aria-label={`${label}: ${wordsOf(graph)}`}
      className={css.drawing}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      style={{ maxWidth: layout.width }}
    >
      <marker
        id={marker}
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="7"
        markerHeight="7"
        orient="auto"
      >
        <path d="M0 0.500 7.500 4 0 7.500z" fill="context-stroke" />
      </marker>
      {graph.edges.map((edge) => (
        <Arrow key={edge.id} edge={edge} layout={layout} marker={marker} />
      ))}
      {[...layout.placed.values()].map(({ node, x, y }) => (
        <Box key={node.id} {...{ x, y }} kind={node.kind} label={labelOf(node)} />
      ))}
    </svg>
  )
}

function Box({ x, y, kind, label }: { x: number; y: number; kind: string; label: string }) {
  const { group, icon } = findKind(kind)
  const left = x - nodeWidth / 2
  return (
    <g>
      <rect
        x={left}
        y={y - nodeHeight / 2}
        width={nodeWidth}
        height={nodeHeight}
        rx="6"
        fill={`var(--lb-family-${group}-fill)`}
        stroke={`var(--lb-family-${group})`}
      />
      <svg
        x={left + 8}
        y={y - 8}
        width="16"
        height="16"
        viewBox="0 0 24 24"
        fill="none"
        stroke={`var(--lb-family-${group}-ink)`}
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        // Icons are ours, from the registry of kinds.
        dangerouslySetInnerHTML={{ __html: icon }}
      />
      <text x={left + 30} y={y + 4} className={css.drawingText}>
        {label}
      </text>
    </g>
  )
}

interface ArrowProps {
  readonly edge: DesignEdge
  readonly layout: ExampleLayout
  readonly marker: string
}

const dashes = { solid: '', dashed: '5 4', dotted: '1.500 4', double: '', wave: '8 3' } as const

function Arrow({ edge, layout, marker }: ArrowProps) {
  const from = layout.placed.get(edge.from)
  const to = layout.placed.get(edge.to)
  if (from === undefined || to === undefined) return null
  return (
    <path
      d={pathBetween(from, to)}
      className={css.drawingArrow}
      strokeDasharray={dashes[edgeTypes[edge.type].line]}
      markerEnd={`url(#${marker})`}
    />
  )
}

interface Spot {
  readonly x: number
  readonly y: number
}

/** Down to the next row, sideways within one, and round the side on the way back up. */
function pathBetween(from: Spot, to: Spot): string {
  const half = nodeHeight / 2
  if (from.y === to.y) {
    const side = Math.sign(to.x - from.x) * (nodeWidth / 2)
    return `M${from.x + side} ${from.y}L${to.x - side} ${to.y}`
  }
  const down = Math.sign(to.y - from.y)
  const shift = down < 0 ? nodeWidth / 4 : 0
  const start = { x: from.x + shift, y: from.y + down * half }
  const end = { x: to.x + shift, y: to.y - down * half }
  const middle = (start.y + end.y) / 2
  return `M${start.x} ${start.y}C${start.x} ${middle} ${end.x} ${middle} ${end.x} ${end.y}`
}

/** Letters that fit into a box beside its icon. */
const mostLetters = 13

function labelOf({ label, replicas = 1 }: { label: string; replicas?: number }): string {
  const copies = replicas > 1 ? ` ×${replicas}` : ''
  const most = mostLetters - copies.length
  const text = label.length > most ? `${label.slice(0, most - 1).trimEnd()}…` : label
  return text + copies
}

function wordsOf({ nodes, edges }: Graph): string {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]))
  const arrows = edges.map(
    ({ from, to }) => `${labels.get(from) ?? from} to ${labels.get(to) ?? to}`,
  )
  return arrows.length > 0 ? arrows.join(', ') : nodes.map(({ label }) => label).join(', ')
}
