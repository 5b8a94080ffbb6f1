import {
  BaseBoxShapeUtil,
  Group2d,
  Rectangle2d,
  resizeBox,
  type SvgExportContext,
  type TLDragShapesOutInfo,
  type TLFontFace,
  type TLResizeInfo,
  type TLShape,
} from 'tldraw'
import {
  boundaryMigrations,
  boundaryProps,
  type BoundaryProps,
  type BoundaryShape,
} from '#shared/design/board-schema.ts'
import { boundaryTypes } from '#shared/design/vocabulary.ts'
import { BoundaryDrawing } from './boundary-drawing.tsx'
import { adoptEnclosed } from './adopt-enclosed.ts'
import { BoundaryFrame } from './boundary-frame.tsx'
import {
  boundaryLooks,
  defaultBoundarySize,
  headerHeight,
  smallestBoundarySize,
} from './boundary-look.ts'
import { interfaceFont } from './interface-font.ts'

/**
 * A frame that means something. It holds what lies on it as tldraw's frames do, but it does not clip,
 * and its inside lets the pointer through: only its line and its header are grabbed.
 */
export class BoundaryShapeUtil extends BaseBoxShapeUtil<BoundaryShape> {
  static override type = 'boundary' as const
  static override props = boundaryProps
  static override migrations = boundaryMigrations

  override getDefaultProps(): BoundaryProps {
    return { ...defaultBoundarySize, boundaryType: 'region', label: '' }
  }

  override canEdit(): boolean {
    return true
  }

  /** Connections are between components. */
  override canBind(): boolean {
    return false
  }

  override canResizeChildren(): boolean {
    return false
  }

  override hideRotateHandle(): boolean {
    return true
  }

  override canReceiveNewChildrenOfType(shape: BoundaryShape): boolean {
    return !shape.isLocked
  }

  /** So that what belongs behind its children is drawn over the frame. */
  providesBackgroundForChildren(): boolean {
    return true
  }

  override getGeometry(shape: BoundaryShape): Group2d {
    const { w, h } = shape.props
    const body = new Rectangle2d({ width: w, height: h, isFilled: false })
    const header = new Rectangle2d({ width: w, height: headerHeight, isFilled: true })
    return new Group2d({ children: [body, header] })
  }

  override getFontFaces(): TLFontFace[] {
    return [interfaceFont]
  }

  override getText(shape: BoundaryShape): string {
    return shape.props.label
  }

  override getAriaDescriptor(shape: BoundaryShape): string {
    const { title } = boundaryTypes[shape.props.boundaryType]
    const { label } = shape.props
    return label === '' || label === title ? title : `${label}, ${title}`
  }

  override component(shape: BoundaryShape) {
    return <BoundaryFrame shape={shape} />
  }

  override indicator({ props }: BoundaryShape) {
    return <rect width={props.w} height={props.h} rx={boundaryLooks[props.boundaryType].radius} />
  }

  override toSvg(shape: BoundaryShape, context: SvgExportContext) {
    return <BoundaryDrawing editor={this.editor} shape={shape} isDark={context.isDarkMode} />
  }

  override onResize(shape: BoundaryShape, info: TLResizeInfo<BoundaryShape>) {
    return resizeBox(shape, info, {
      minWidth: smallestBoundarySize.w,
      minHeight: smallestBoundarySize.h,
    })
  }

  override onEditEnd(shape: BoundaryShape): void {
    const label = shape.props.label.trim()
    if (label === shape.props.label) return
    this.editor.updateShape<BoundaryShape>({ id: shape.id, type: 'boundary', props: { label } })
  }

  override onDragShapesIn(shape: BoundaryShape, dragged: TLShape[]): void {
    const { editor } = this
    const coming = dragged.filter((each) => each.parentId !== shape.id)
    if (coming.some((each) => editor.hasAncestor(shape, each.id))) return
    if (coming.length > 0) editor.reparentShapes(coming, shape.id)
  }

  /** What was over it before the drag began, without belonging to it, belongs to it now. */
  override onDropShapesOver(shape: BoundaryShape, dropped: TLShape[]): void {
    this.onDragShapesIn(shape, dropped)
  }

  override onResizeEnd(_: BoundaryShape, shape: BoundaryShape): void {
    adoptEnclosed(this.editor, shape.id)
  }

  /** Into the next boundary when there is one (that one takes them), else onto the page. */
  override onDragShapesOut(
    shape: BoundaryShape,
    dragged: TLShape[],
    info: TLDragShapesOutInfo,
  ): void {
    if (info.nextDraggingOverShapeId) return
    const leaving = dragged.filter((each) => each.parentId === shape.id)
    this.editor.reparentShapes(leaving, this.editor.getCurrentPageId())
  }
}
