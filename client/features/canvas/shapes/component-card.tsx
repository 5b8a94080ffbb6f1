import { HTMLContainer, useEditor, useIsEditing, useValue } from 'tldraw'
import type { ComponentShape } from '#shared/design/board-schema.ts'
import { findInPalette } from '#shared/kinds/find-in-palette.ts'
import { factsOf, glyphs, secondLineOf } from './component-look.ts'
import './component-card.css'
import { FindingMark } from './finding-mark.tsx'
import { KindIcon } from './kind-icon.tsx'
import { LabelEditor } from './label-editor.tsx'

/**
 * A component as HTML. Up to 500 are on the screen at once: few elements, no effects, and what changes
 * with the zoom is decided by one attribute of the canvas in CSS, not here.
 */
export function ComponentCard({ shape }: { readonly shape: ComponentShape }) {
  const { w, h, label, replicas } = shape.props
  const kind = findInPalette(shape.props.kind)
  const isEditing = useIsEditing(shape.id)
  const isStacked = replicas > 1
  return (
    <HTMLContainer
      className="lb-card"
      style={{ width: w, height: h }}
      data-family={kind.group}
      data-stacked={isStacked || undefined}
    >
      <div className="lb-card__icon">
        <KindIcon markup={kind.icon} size={26} />
      </div>
      <div className="lb-card__text">
        {isEditing ? (
          <LabelEditor shape={shape} placeholder={kind.title} />
        ) : (
          <div className="lb-card__label">{label === '' ? kind.title : label}</div>
        )}
        <div className="lb-card__below">
          <span className="lb-card__technology">{secondLineOf(shape)}</span>
          <Facts shape={shape} />
        </div>
      </div>
      {isStacked && <span className="lb-card__replicas">×{replicas}</span>}
      <Lock shape={shape} />
      <FindingMark shapeId={shape.id} />
    </HTMLContainer>
  )
}

function Facts({ shape }: { readonly shape: ComponentShape }) {
  const { zones, isManaged, asksWhoCalls } = factsOf(shape)
  if (zones === undefined && !isManaged && !asksWhoCalls) return null
  return (
    <span className="lb-card__facts">
      {zones !== undefined && (
        <span title={`${zones} availability zones`}>
          <Glyph markup={glyphs.zones} />
          {zones}
        </span>
      )}
      {isManaged && (
        <span title="Managed">
          <Glyph markup={glyphs.managed} />
        </span>
      )}
      {asksWhoCalls && (
        <span title="Asks who calls">
          <Glyph markup={glyphs.auth} />
        </span>
      )}
    </span>
  )
}

function Glyph({ markup }: { readonly markup: string }) {
  return <KindIcon markup={markup} size={12} viewBox="0 0 16 16" strokeWidth={1.5} />
}

/** Locking changes neither props nor meta, so that tldraw does not render the card again for it. */
function Lock({ shape }: { readonly shape: ComponentShape }) {
  const editor = useEditor()
  const isLocked = useValue('locked', () => editor.getShape(shape.id)?.isLocked === true, [
    shape.id,
  ])
  if (!isLocked) return null
  return (
    <span className="lb-card__lock" title="Locked">
      <Glyph markup={glyphs.locked} />
    </span>
  )
}
