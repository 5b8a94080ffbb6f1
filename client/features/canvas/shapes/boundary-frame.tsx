import { SVGContainer, HTMLContainer, useIsEditing } from 'tldraw'
import type { BoundaryShape } from '#shared/design/board-schema.ts'
import { boundaryTypes } from '#shared/design/vocabulary.ts'
import './boundary-frame.css'
import { boundaryLooks } from './boundary-look.ts'
import { FindingMark } from './finding-mark.tsx'
import { KindIcon } from './kind-icon.tsx'
import { LabelEditor } from './label-editor.tsx'

export function BoundaryFrame({ shape }: { readonly shape: BoundaryShape }) {
  const { w, h, label, boundaryType } = shape.props
  const isEditing = useIsEditing(shape.id)
  const look = boundaryLooks[boundaryType]
  const { title } = boundaryTypes[boundaryType]
  return (
    <>
      <SVGContainer className="lb-boundary" data-boundary={boundaryType}>
        <rect
          x={0}
          y={0}
          width={w}
          height={h}
          rx={look.radius}
          strokeWidth={look.strokeWidth}
          strokeDasharray={look.dash}
        />
      </SVGContainer>
      <HTMLContainer className="lb-boundary__header" data-boundary={boundaryType}>
        <KindIcon markup={look.icon} size={16} />
        {isEditing ? (
          <LabelEditor shape={shape} placeholder={title} />
        ) : (
          <span className="lb-boundary__label">{label === '' ? title : label}</span>
        )}
        {label !== '' && !isEditing && <span className="lb-boundary__type">{title}</span>}
        <FindingMark shapeId={shape.id} />
      </HTMLContainer>
    </>
  )
}
