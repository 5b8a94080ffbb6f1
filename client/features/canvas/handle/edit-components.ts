/** Edits of components and of what any shape states in `meta`. Each is one step of undo. */
import type { Editor } from 'tldraw'
import type { ComponentShape } from '#shared/design/board-schema.ts'
import type { PropertyValue } from '#shared/design/design.ts'
import { findInPalette } from '#shared/kinds/find-in-palette.ts'
import type { CanvasHandle, NewComponent } from '#client/lib/canvas-handle.ts'
import { boundaryOf, componentOf, selectedComponent, shapeOf } from '../insert/board-shapes.ts'
import { insertComponent } from '../insert/insert-component.ts'
import { moveIntoBoundary } from './move-into-boundary.ts'

type Edits = Pick<CanvasHandle, 'addComponent' | 'changeComponent' | 'setProperty' | 'remove'>

export function createComponentEdits(editor: Editor): Edits {
  return {
    addComponent: (component) => addComponent(editor, component),
    changeComponent(id, change) {
      const shape = componentOf(editor, id)
      if (shape === undefined || editor.getIsReadonly()) return
      editor.markHistoryStoppingPoint('change component')
      editor.updateShape<ComponentShape>({ id: shape.id, type: 'component', props: change })
    },
    setProperty: (id, property, value) => setProperty(editor, id, { property, value }),
    remove(ids) {
      const shapes = ids.flatMap((id) => shapeOf(editor, id)?.id ?? [])
      if (shapes.length === 0 || editor.getIsReadonly()) return
      editor.markHistoryStoppingPoint('remove')
      editor.deleteShapes(shapes)
    },
  }
}

function addComponent(editor: Editor, component: NewComponent): string | undefined {
  const {
    kind,
    label = findInPalette(kind).title,
    technology = '',
    connectFrom,
    groupId,
  } = component
  const parent = groupId === undefined ? undefined : boundaryOf(editor, groupId)
  const beside = connectFrom ?? selectedComponent(editor)?.id
  const id = insertComponent(editor, { kind, label, technology }, { connectFrom, beside })
  if (id !== undefined && parent !== undefined) moveIntoBoundary(editor, id, parent.id)
  return id
}

interface PropertyChange {
  readonly property: string
  readonly value: PropertyValue | undefined
}

function setProperty(editor: Editor, id: string, { property, value }: PropertyChange): void {
  const shape = shapeOf(editor, id)
  if (shape === undefined || editor.getIsReadonly()) return
  editor.markHistoryStoppingPoint('set property')
  editor.run(() => {
    // A partial update of the editor cannot take a key away, the store can.
    editor.store.update(shape.id, (record) => {
      const { [property]: _, ...rest } = record.meta
      return { ...record, meta: value === undefined ? rest : { ...rest, [property]: value } }
    })
  })
}
