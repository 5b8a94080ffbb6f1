import {
  BaseBoxShapeUtil,
  Rectangle2d,
  resizeBox,
  type SvgExportContext,
  type TLFontFace,
  type TLResizeInfo,
} from 'tldraw'
import {
  componentMigrations,
  componentProps,
  type ComponentProps,
  type ComponentShape,
} from '#shared/design/board-schema.ts'
import { findInPalette } from '#shared/kinds/find-in-palette.ts'
import { interfaceFont } from './interface-font.ts'
import { ComponentCard } from './component-card.tsx'
import { ComponentDrawing } from './component-drawing.tsx'
import { cardRadius, defaultComponentSize, smallestComponentSize } from './component-look.ts'

/** The typed component: a card that arrows bind to and that boundaries hold. */
export class ComponentShapeUtil extends BaseBoxShapeUtil<ComponentShape> {
  static override type = 'component' as const
  static override props = componentProps
  static override migrations = componentMigrations

  override getDefaultProps(): ComponentProps {
    return { ...defaultComponentSize, kind: 'service', label: '', technology: '', replicas: 1 }
  }

  override canEdit(): boolean {
    return true
  }

  override canBind(): boolean {
    return true
  }

  override hideRotateHandle(): boolean {
    return true
  }

  override getGeometry(shape: ComponentShape): Rectangle2d {
    return new Rectangle2d({ width: shape.props.w, height: shape.props.h, isFilled: true })
  }

  override getFontFaces(): TLFontFace[] {
    return [interfaceFont]
  }

  override getText(shape: ComponentShape): string {
    return [shape.props.label, shape.props.technology].filter(Boolean).join(', ')
  }

  /** Read aloud when the component is selected with the keyboard. */
  override getAriaDescriptor(shape: ComponentShape): string {
    const { label, technology, replicas, kind } = shape.props
    const { title } = findInPalette(kind)
    const product = technology === label ? '' : technology
    const name = label === '' || label === title ? title : `${label}, ${title}`
    const parts = [name, product, replicas > 1 ? `${replicas} replicas` : '']
    return parts.filter(Boolean).join(', ')
  }

  override component(shape: ComponentShape) {
    return <ComponentCard shape={shape} />
  }

  override indicator(shape: ComponentShape) {
    const radius = cardRadius(findInPalette(shape.props.kind).group)
    return <rect width={shape.props.w} height={shape.props.h} rx={radius} />
  }

  override toSvg(shape: ComponentShape, context: SvgExportContext) {
    return <ComponentDrawing editor={this.editor} shape={shape} isDark={context.isDarkMode} />
  }

  override onResize(shape: ComponentShape, info: TLResizeInfo<ComponentShape>) {
    return resizeBox(shape, info, {
      minWidth: smallestComponentSize.w,
      minHeight: smallestComponentSize.h,
    })
  }

  override onEditEnd(shape: ComponentShape): void {
    const label = shape.props.label.trim()
    if (label === shape.props.label) return
    this.editor.updateShape<ComponentShape>({ id: shape.id, type: 'component', props: { label } })
  }
}
