import { useMemo, type PointerEvent } from 'react'
import { useEditor } from 'tldraw'
import { selectedComponent } from '../insert/board-shapes.ts'
import { ChoicePicker } from './choice-picker.tsx'
import { paletteSections, type Choice } from './choices.ts'
import { FloatingPanel } from './floating-panel.tsx'
import { placeChoice } from './place-choice.ts'
import { readRecent } from './recent-choices.ts'
import { useDragChoice } from './use-drag-choice.tsx'

/** Every component and boundary: click, drag or search and Enter. */
export function PalettePanel({ onClose }: { readonly onClose: () => void }) {
  const editor = useEditor()
  const sections = useMemo(() => paletteSections(readRecent()), [])
  const { press, preview } = useDragChoice(editor, onClose)
  const choose = (choice: Choice, isFast: boolean) => {
    placeChoice(editor, choice, { beside: selectedComponent(editor)?.id })
    if (!isFast) onClose()
  }
  return (
    <>
      <FloatingPanel label="Add component" type="palette" onClose={onClose}>
        <ChoicePicker
          fieldLabel="Search components"
          placeholder="Search: redis, queue, load balancer …"
          listLabel="Components"
          sections={sections}
          withBoundaries
          onChoose={choose}
          onClose={onClose}
          onPress={(choice: Choice, event: PointerEvent) => press(choice, event)}
        />
        <p className="lb-panel__hint">
          Click to place, or drag onto the board. Shift Enter keeps it open.
        </p>
      </FloatingPanel>
      {preview}
    </>
  )
}
