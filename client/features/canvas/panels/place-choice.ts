/** Puts what was chosen on the page and remembers that it was used. */
import type { Editor, TLShapeId } from 'tldraw'
import { insertBoundary, insertComponent, type Placement } from '../insert/insert-component.ts'
import type { Choice } from './choices.ts'
import { keepRecent } from './recent-choices.ts'

export function placeChoice(
  editor: Editor,
  choice: Choice,
  placement: Placement,
): TLShapeId | undefined {
  if (choice.type === 'boundary') {
    keepRecent(choice.key)
    return insertBoundary(editor, choice.boundaryType, placement.at)
  }
  keepRecent(choice.kind.id)
  const part = { kind: choice.kind.id, label: choice.title, technology: choice.technology }
  return insertComponent(editor, part, { ...placement, edge: choice.edge })
}
