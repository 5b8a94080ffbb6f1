import {
  DefaultContextMenu,
  DefaultContextMenuContent,
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
  TldrawUiMenuSubmenu,
  useEditor,
  useReadonly,
  useValue,
  type TLUiContextMenuProps,
} from 'tldraw'
import { boundaryTypes, isBoundaryType } from '#shared/design/vocabulary.ts'
import { createBoundaryEdits } from '../handle/edit-boundaries.ts'

/** tldraw's menu, with putting the selection into a boundary in front. */
export function CanvasContextMenu(props: TLUiContextMenuProps) {
  return (
    <DefaultContextMenu {...props}>
      <BoundaryMenu />
      <DefaultContextMenuContent />
    </DefaultContextMenu>
  )
}

function BoundaryMenu() {
  const editor = useEditor()
  const isReadOnly = useReadonly()
  const hasParts = useValue(
    'parts are selected',
    () =>
      editor.getSelectedShapes().some(({ type }) => type === 'component' || type === 'boundary'),
    [editor],
  )
  if (isReadOnly || !hasParts) return null
  const around = () =>
    editor
      .getSelectedShapes()
      .filter(({ type }) => type !== 'arrow')
      .map(({ id }) => id)
  return (
    <TldrawUiMenuGroup id="boundaries">
      <TldrawUiMenuSubmenu id="put-in-boundary" label="Put in a boundary">
        <TldrawUiMenuGroup id="boundary-types">
          {Object.keys(boundaryTypes)
            .filter(isBoundaryType)
            .map((type) => (
              <TldrawUiMenuItem
                key={type}
                id={`boundary-${type}`}
                label={boundaryTypes[type].title}
                onSelect={() => {
                  createBoundaryEdits(editor).addBoundary(type, '', around())
                }}
              />
            ))}
        </TldrawUiMenuGroup>
      </TldrawUiMenuSubmenu>
    </TldrawUiMenuGroup>
  )
}
