import {
  getArrowInfo,
  getDefaultColorTheme,
  STROKE_SIZES,
  SVGContainer,
  useIsDarkMode,
  type Editor,
  type TLArrowShape,
} from 'tldraw'
import { bodyOf, headPath, plainPath, wavePath } from './arrow-line.ts'

interface OwnArrowLineProps {
  readonly editor: Editor
  readonly shape: TLArrowShape
  readonly line: 'double' | 'wave'
  /** Colour of the paper in an exported picture; absent on the canvas. */
  readonly paper?: string
}

/** Two lines for replication, a wave for streams. */
export function OwnArrowLine({ editor, shape, line, paper }: OwnArrowLineProps) {
  const isDarkMode = useIsDarkMode()
  const info = getArrowInfo(editor, shape)
  if (info === undefined || !info.isValid) return null
  const body = bodyOf(info)
  const width = STROKE_SIZES[shape.props.size] * shape.props.scale
  const { arrowheadStart, arrowheadEnd, color } = shape.props
  const drawing = (
    <g
      fill="none"
      stroke={getDefaultColorTheme({ isDarkMode })[color].solid}
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {line === 'wave' ? (
        <path d={wavePath(body)} />
      ) : (
        <>
          <path d={plainPath(body)} strokeWidth={width * 3} strokeLinecap="butt" />
          <path
            d={plainPath(body)}
            stroke={paper ?? 'var(--lb-paper, #faf9f7)'}
            strokeWidth={width * 1.2}
            strokeLinecap="butt"
          />
        </>
      )}
      {arrowheadStart !== 'none' && <path d={headPath(body, 'start', width * 1.3)} />}
      {arrowheadEnd !== 'none' && <path d={headPath(body, 'end', width * 1.3)} />}
    </g>
  )
  if (paper !== undefined) return drawing
  return <SVGContainer style={{ minWidth: 50, minHeight: 50 }}>{drawing}</SVGContainer>
}
