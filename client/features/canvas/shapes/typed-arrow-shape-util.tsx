import {
  ArrowShapeUtil,
  getArrowInfo,
  type SvgExportContext,
  type TLArrowShape,
  type TLFontFace,
} from 'tldraw'
import { edgeTypes, isEdgeType } from '#shared/design/vocabulary.ts'
import { ArrowPlate, ArrowPlateDrawing } from './arrow-plate.tsx'
import { lineOf } from './arrow-look.ts'
import { interfaceFont } from './interface-font.ts'
import { OwnArrowLine } from './own-arrow-line.tsx'
import { createTokenReader } from './read-token.ts'

/**
 * tldraw's arrow with our meaning shown: its line follows the type, and a plate carries label and
 * protocol. Binding, bending, handles and hit tests stay tldraw's.
 */
export class TypedArrowShapeUtil extends ArrowShapeUtil {
  override getFontFaces(): TLFontFace[] {
    return [interfaceFont]
  }

  override getAriaDescriptor(shape: TLArrowShape): string {
    const { edgeType } = shape.meta
    const title = isEdgeType(edgeType) ? edgeTypes[edgeType].title : 'Arrow'
    return shape.props.text === '' ? title : `${shape.props.text}, ${title}`
  }

  override component(shape: TLArrowShape) {
    const isEditing = this.editor.getEditingShapeId() === shape.id
    const line = lineOf(shape)
    const info = getArrowInfo(this.editor, shape)
    const isOwn = line === 'double' || line === 'wave'
    return (
      <>
        {isOwn && info?.isValid === true && (
          <OwnArrowLine editor={this.editor} shape={shape} line={line} />
        )}
        {(!isOwn || isEditing) && super.component(drawnBy(shape, isEditing))}
        {!isEditing && <ArrowPlate editor={this.editor} shape={shape} />}
      </>
    )
  }

  override toSvg(shape: TLArrowShape, context: SvgExportContext) {
    const line = lineOf(shape)
    const token = createTokenReader(this.editor.getContainer(), context.isDarkMode)
    return (
      <>
        {line === 'double' || line === 'wave' ? (
          <OwnArrowLine
            editor={this.editor}
            shape={shape}
            line={line}
            paper={token('--lb-paper')}
          />
        ) : (
          super.toSvg(drawnBy(shape, false), context)
        )}
        <ArrowPlateDrawing editor={this.editor} shape={shape} token={token} />
      </>
    )
  }
}

/** The arrow as tldraw is to draw it: with the dash of its type, and without the label that we draw. */
function drawnBy(shape: TLArrowShape, isEditing: boolean): TLArrowShape {
  const line = lineOf(shape)
  const dash = line === 'dashed' || line === 'dotted' || line === 'solid' ? line : shape.props.dash
  return { ...shape, props: { ...shape.props, dash, text: isEditing ? shape.props.text : '' } }
}
