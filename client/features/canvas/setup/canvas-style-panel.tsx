import { DefaultStylePanel, useEditor, useValue, type TLUiStylePanelProps } from 'tldraw'

/** Shown for freehand things alone: a component's look says what it is and is not for styling. */
export function CanvasStylePanel(props: TLUiStylePanelProps) {
  const editor = useEditor()
  const isUseful = useValue('style panel is useful', () => hasSomethingToStyle(editor), [editor])
  return isUseful ? <DefaultStylePanel {...props} /> : null
}

const unstyled: ReadonlySet<string> = new Set(['component', 'boundary'])

function hasSomethingToStyle(editor: ReturnType<typeof useEditor>): boolean {
  if (editor.getCurrentToolId() !== 'select') {
    return !['hand', 'eraser', 'laser', 'zoom'].includes(editor.getCurrentToolId())
  }
  return editor.getSelectedShapes().some((shape) => !unstyled.has(shape.type))
}
