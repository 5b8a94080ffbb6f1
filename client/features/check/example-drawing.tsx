import { useId } from 'react'
import type { DesignEdge, Graph } from '#shared/design/design.ts'
import { edgeTypes } from '#shared/design/vocabulary.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import css from './check.module.css'
import {
  iconRoom,
  layoutExample,
  lineHeight,
  smallLineHeight,
  type ExampleLayout,
  type PlacedNode,
} from './layout-example.ts'

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
      {[...layout.placed.values()].map((place) => (
        <Box key={place.node.id} place={place} />
      ))}
      {[...layout.labels].map(([id, { lines, x, y, w }]) => {
        const h = lines.length * smallLineHeight
        return (
          <g key={id}>
            <rect x={x - w / 2} y={y - h / 2} width={w} height={h} fill="var(--lb-paper)" />
            <Lines {...{ lines, x, y }} isSmall />
          </g>
        )
      })}
    </svg>
  )
}

function Box({ place }: { readonly place: PlacedNode }) {
  const { node, lines, x, y, w, h } = place
  const { group, icon } = findKind(node.kind)
  const left = x - w / 2
  return (
    <g>
      <rect
        x={left}
        y={y - h / 2}
        width={w}
        height={h}
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
      <Lines lines={lines} x={left + iconRoom} y={y} />
    </g>
  )
}

interface LinesProps {
  readonly lines: readonly string[]
  readonly x: number
  /** Middle of all of them. */
  readonly y: number
  readonly isSmall?: boolean
}

/** All of a text, line under line: begun at `x`, or small and centred on it. */
function Lines({ lines, x, y, isSmall = false }: LinesProps) {
  const height = isSmall ? smallLineHeight : lineHeight
  const first = y - ((lines.length - 1) * height) / 2 + 4
  return (
    <text className={isSmall ? css.drawingLabel : css.drawingText}>
      {lines.map((line, i) => (
        <tspan key={i} x={x} y={first + i * height}>
          {line}
        </tspan>
      ))}
    </text>
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

/** Down to the next row, sideways within one, and round the side on the way back up. */
function pathBetween(from: PlacedNode, to: PlacedNode): string {
  if (from.y === to.y) {
    const side = Math.sign(to.x - from.x) * (from.w / 2)
    return `M${from.x + side} ${from.y}L${to.x - side} ${to.y}`
  }
  const down = Math.sign(to.y - from.y)
  const shift = down < 0 ? from.w / 4 : 0
  const start = { x: from.x + shift, y: from.y + (down * from.h) / 2 }
  const end = { x: to.x + shift, y: to.y - (down * to.h) / 2 }
  const middle = (start.y + end.y) / 2
  return `M${start.x} ${start.y}C${start.x} ${middle} ${end.x} ${middle} ${end.x} ${end.y}`
}

function wordsOf({ nodes, edges }: Graph): string {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]))
  const arrows = edges.map(
    ({ from, to }) => `${labels.get(from) ?? from} to ${labels.get(to) ?? to}`,
  )
  return arrows.length > 0 ? arrows.join(', ') : nodes.map(({ label }) => label).join(', ')
}
