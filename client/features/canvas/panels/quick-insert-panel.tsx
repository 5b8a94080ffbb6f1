import { useMemo, useState } from 'react'
import { useEditor } from 'tldraw'
import type { CanvasPanel } from '../canvas-scene.ts'
import { componentOf, selectedComponent } from '../insert/board-shapes.ts'
import { findInPalette } from '#shared/kinds/find-in-palette.ts'
import { ChoicePicker } from './choice-picker.tsx'
import { neighbourSections, paletteSections, type Choice } from './choices.ts'
import { FloatingPanel } from './floating-panel.tsx'
import { placeChoice } from './place-choice.ts'
import { readRecent } from './recent-choices.ts'

interface QuickInsertPanelProps {
  readonly panel: Extract<CanvasPanel, { type: 'quick-insert' }>
  readonly onClose: () => void
}

/** Type a name, press Enter: placed beside what is selected and connected from it. */
export function QuickInsertPanel({ panel, onClose }: QuickInsertPanelProps) {
  const editor = useEditor()
  const [from, setFrom] = useState(panel.connectFrom)
  const source = from === undefined ? undefined : componentOf(editor, from)
  const kind = source === undefined ? undefined : findInPalette(source.props.kind)
  const sections = useMemo(
    () => (kind === undefined ? paletteSections(readRecent()) : neighbourSections(kind)),
    [kind],
  )
  const choose = (choice: Choice, isFast: boolean) => {
    placeChoice(editor, choice, { connectFrom: from })
    if (isFast) setFrom(selectedComponent(editor)?.id)
    else onClose()
  }
  return (
    <FloatingPanel label="Insert component" type="quick-insert" at={panel.at} onClose={onClose}>
      <ChoicePicker
        fieldLabel="Search components"
        placeholder={
          source ? `After ${source.props.label || kind?.title}: redis …` : 'Insert: redis …'
        }
        listLabel="Components"
        sections={sections}
        withBoundaries={from === undefined}
        onChoose={choose}
        onClose={onClose}
      />
      <p className="lb-panel__hint">Enter adds it. Shift Enter adds it and goes on from there.</p>
    </FloatingPanel>
  )
}
