import type { Editor } from 'tldraw'
import type { BoundaryShape } from '#shared/design/board-schema.ts'
import { boundaryTypes } from '#shared/design/vocabulary.ts'
import { boundaryLooks } from './boundary-look.ts'
import { interfaceFontFamily } from './interface-font.ts'
import { KindIcon } from './kind-icon.tsx'
import { createTokenReader } from './read-token.ts'
import { breakLines } from './text-lines.ts'

interface BoundaryDrawingProps {
  readonly editor: Editor
  readonly shape: BoundaryShape
  readonly isDark: boolean
}

/** The frame of `boundary-frame.tsx` as plain SVG, for exported pictures. Change both together. */
export function BoundaryDrawing({ editor, shape, isDark }: BoundaryDrawingProps) {
  const token = createTokenReader(editor.getContainer(), isDark)
  const { w, h, label, boundaryType } = shape.props
  const look = boundaryLooks[boundaryType]
  const line = token(look.token)
  const ink = token(`${look.token}-ink`)
  const { title } = boundaryTypes[boundaryType]
  const [name = title] = breakLines(editor, label === '' ? title : label, {
    width: w - 52,
    fontSize: 13,
    fontWeight: 600,
    lines: 1,
  })
  return (
    <g fontFamily={`'${interfaceFontFamily}', sans-serif`}>
      <rect
        width={w}
        height={h}
        rx={look.radius}
        fill={line}
        fillOpacity={0.05}
        stroke={line}
        strokeOpacity={0.8}
        strokeWidth={look.strokeWidth}
        strokeDasharray={look.dash}
      />
      <KindIcon markup={look.icon} size={16} x={12} y={7} color={ink} />
      <text x={34} y={19.5} fontSize={13} fill={ink}>
        <tspan fontWeight={600}>{name}</tspan>
        {label !== '' && (
          <tspan dx={6} fill={token('--lb-muted')}>
            {title}
          </tspan>
        )}
      </text>
    </g>
  )
}
