import type { Editor, TLArrowShape } from 'tldraw'
import './arrow-plate.css'
import { plateCentre, protocolOf } from './arrow-look.ts'
import { interfaceFontFamily } from './interface-font.ts'
import type { ReadToken } from './read-token.ts'
import { breakLines } from './text-lines.ts'

interface ArrowPlateProps {
  readonly editor: Editor
  readonly shape: TLArrowShape
}

/** Label and protocol on a plate of paper, so that they read over the line and over boundaries. */
export function ArrowPlate({ editor, shape }: ArrowPlateProps) {
  const protocol = protocolOf(shape)
  const label = shape.props.text.trim()
  if (label === '' && protocol === '') return null
  const centre = plateCentre(editor, shape)
  if (centre === undefined) return null
  return (
    <div
      className="lb-plate"
      style={{ transform: `translate(${centre.x}px, ${centre.y}px) translate(-50%, -50%)` }}
    >
      {label !== '' && <span className="lb-plate__label">{label}</span>}
      {protocol !== '' && <span className="lb-plate__protocol">{protocol}</span>}
    </div>
  )
}

/** The same plate as plain SVG, for exported pictures. */
export function ArrowPlateDrawing({
  editor,
  shape,
  token,
}: ArrowPlateProps & { readonly token: ReadToken }) {
  const protocol = protocolOf(shape)
  const label = shape.props.text.trim()
  const centre = plateCentre(editor, shape)
  if ((label === '' && protocol === '') || centre === undefined) return null
  const lines = breakLines(editor, label, { width: 200, fontSize: 13, fontWeight: 500, lines: 3 })
  const size = plateSize(lines, protocol)
  const top = centre.y - size.h / 2
  return (
    <g fontFamily={`'${interfaceFontFamily}', sans-serif`} textAnchor="middle">
      <rect
        x={centre.x - size.w / 2}
        y={top}
        width={size.w}
        height={size.h}
        rx={4}
        fill={token('--lb-paper')}
      />
      {lines.map((line, at) => (
        <text
          key={line}
          x={centre.x}
          y={top + 14 + at * 17}
          fontSize={13}
          fontWeight={500}
          fill={token('--lb-text')}
        >
          {line}
        </text>
      ))}
      {protocol !== '' && (
        <text
          x={centre.x}
          y={top + lines.length * 17 + 13}
          fontSize={11}
          fontFamily="monospace"
          fill={token('--lb-muted')}
        >
          {protocol}
        </text>
      )}
    </g>
  )
}

/** Close enough without measuring each word: half of the letters of Inter are narrower than this. */
const letterWidth = 7.2

function plateSize(lines: readonly string[], protocol: string): { w: number; h: number } {
  const longest = Math.max(protocol.length * 0.95, ...lines.map((line) => line.length))
  return { w: longest * letterWidth + 10, h: lines.length * 17 + (protocol === '' ? 2 : 18) }
}
