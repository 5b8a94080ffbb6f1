import type { ReactNode } from 'react'
import type { Editor } from 'tldraw'
import type { ComponentShape } from '#shared/design/board-schema.ts'
import type { PaletteKind, KindGroup } from '#shared/kinds/define-kind.ts'
import { findInPalette } from '#shared/kinds/find-in-palette.ts'
import { cardRadius, factsOf, glyphs, type ComponentFacts, secondLineOf } from './component-look.ts'
import { interfaceFontFamily } from './interface-font.ts'
import { KindIcon } from './kind-icon.tsx'
import { createTokenReader, type ReadToken } from './read-token.ts'
import { breakLines } from './text-lines.ts'

interface ComponentDrawingProps {
  readonly editor: Editor
  readonly shape: ComponentShape
  readonly isDark: boolean
}

/** The card of `component-card.tsx` as plain SVG, for exported pictures. Change both together. */
export function ComponentDrawing({ editor, shape, isDark }: ComponentDrawingProps) {
  const token = createTokenReader(editor.getContainer(), isDark)
  const kind = findInPalette(shape.props.kind)
  const { w, h, replicas } = shape.props
  const line = token(`--lb-family-${kind.group}`)
  const fill = token(`--lb-family-${kind.group}-fill`)
  const ink = token(`--lb-family-${kind.group}-ink`)
  const inset = edgeInset[kind.group]
  return (
    <g fontFamily={`'${interfaceFontFamily}', sans-serif`}>
      {replicas > 1 && (
        <rect
          x={5}
          y={-5}
          width={w}
          height={h}
          rx={cardRadius(kind.group)}
          fill={token('--lb-raised')}
          stroke={line}
        />
      )}
      <Edge group={kind.group} size={shape.props} line={line} paper={token('--lb-raised')} />
      <rect
        x={5 + inset}
        y={6.5}
        width={40}
        height={h - 13 - bottomInset[kind.group]}
        rx={6}
        fill={fill}
      />
      <KindIcon
        markup={kind.icon}
        size={26}
        x={12 + inset}
        y={(h - bottomInset[kind.group]) / 2 - 13}
        color={ink}
      />
      <Words editor={editor} shape={shape} kind={kind} token={token} />
      {replicas > 1 && <Replicas count={replicas} right={w - 8} colours={{ line, fill, ink }} />}
    </g>
  )
}

/** How far the edge of a family reaches in on the left and below, as in the card's borders. */
const edgeInset: Record<KindGroup, number> = {
  edge: 1.5,
  compute: 1.5,
  data: 1.5,
  messaging: 5,
  coordination: 4,
  observability: 2,
  outside: 1.5,
}
const bottomInset: Record<KindGroup, number> = { ...edgeInset, data: 5, messaging: 1.5 }
const dashes: Partial<Record<KindGroup, string>> = { observability: '0.1 4', outside: '5 4' }

interface EdgeProps {
  readonly group: KindGroup
  readonly size: { readonly w: number; readonly h: number }
  readonly line: string
  readonly paper: string
}

function Edge({ group, size: { w, h }, line, paper }: EdgeProps) {
  const radius = cardRadius(group)
  const stroke = group === 'observability' ? 2 : 1.5
  const half = stroke / 2
  const outline = { x: half, y: half, width: w - stroke, height: h - stroke, rx: radius - half }
  return (
    <>
      <rect
        {...outline}
        fill={paper}
        stroke={line}
        strokeWidth={stroke}
        strokeDasharray={dashes[group]}
        strokeLinecap="round"
      />
      {group === 'coordination' && (
        <rect x={3.5} y={3.5} width={w - 7} height={h - 7} rx={7} fill="none" stroke={line} />
      )}
      {group === 'data' && <path d={`M8 ${h - 2.5}H${w - 8}`} stroke={line} strokeWidth={4} />}
      {group === 'messaging' && (
        <path d={`M2.5 8V${h - 8}M${w - 2.5} 8V${h - 8}`} stroke={line} strokeWidth={4} />
      )}
    </>
  )
}

interface WordsProps {
  readonly editor: Editor
  readonly shape: ComponentShape
  readonly kind: PaletteKind
  readonly token: ReadToken
}

function Words({ editor, shape, kind, token }: WordsProps) {
  const { w, h, label } = shape.props
  const facts = factsOf(shape)
  const left = 53 + edgeInset[kind.group]
  const width = w - left - 6 - edgeInset[kind.group]
  const name = label === '' ? kind.title : label
  const lines = breakLines(editor, name, { width, fontSize: 15, fontWeight: 600, lines: 2 })
  const product = breakLines(editor, secondLineOf(shape), {
    width: width - factsWidth(facts),
    fontSize: 12,
    fontWeight: 400,
    lines: 1,
  })
  const hasBelow = product.length > 0 || factsWidth(facts) > 0
  const top = (h - bottomInset[kind.group] - lines.length * 18 - (hasBelow ? 17 : 0)) / 2
  const below = top + lines.length * 18 + 12.5
  return (
    <>
      <text fontSize={15} fontWeight={600} fill={token('--lb-text')}>
        {lines.map((line, at) => (
          <tspan key={line} x={left} y={top + 14 + at * 18}>
            {line}
          </tspan>
        ))}
      </text>
      <text x={left} y={below} fontSize={12} fill={token('--lb-muted')}>
        {product.join(' ')}
      </text>
      <FactGlyphs
        facts={facts}
        right={left + width}
        y={below}
        ink={token(`--lb-family-${kind.group}-ink`)}
      />
    </>
  )
}

function factsWidth({ zones, isManaged, asksWhoCalls }: ComponentFacts): number {
  return (zones === undefined ? 0 : 22) + (isManaged ? 14 : 0) + (asksWhoCalls ? 14 : 0)
}

interface FactGlyphsProps {
  readonly facts: ComponentFacts
  readonly right: number
  readonly y: number
  readonly ink: string
}

function FactGlyphs({ facts, right, y, ink }: FactGlyphsProps) {
  const shown: ReactNode[] = []
  let x = right - factsWidth(facts)
  const add = (name: keyof typeof glyphs, width: number) => {
    shown.push(
      <KindIcon
        key={name}
        markup={glyphs[name]}
        size={12}
        viewBox="0 0 16 16"
        strokeWidth={1.5}
        x={x + 2}
        y={y - 10.5}
        color={ink}
      />,
    )
    x += width
  }
  if (facts.zones !== undefined) add('zones', 22)
  if (facts.isManaged) add('managed', 14)
  if (facts.asksWhoCalls) add('auth', 14)
  return (
    <>
      {shown}
      {facts.zones !== undefined && (
        <text x={right - factsWidth(facts) + 15} y={y} fontSize={11} fill={ink}>
          {facts.zones}
        </text>
      )}
    </>
  )
}

interface ReplicasProps {
  readonly count: number
  readonly right: number
  readonly colours: { readonly line: string; readonly fill: string; readonly ink: string }
}

function Replicas({ count, right, colours }: ReplicasProps) {
  const width = 20 + String(count).length * 7
  return (
    <>
      <rect
        x={right - width}
        y={-12}
        width={width}
        height={18}
        rx={8}
        fill={colours.fill}
        stroke={colours.line}
      />
      <text
        x={right - width / 2}
        y={1}
        textAnchor="middle"
        fontSize={12}
        fontWeight={600}
        fill={colours.ink}
      >
        ×{count}
      </text>
    </>
  )
}
