import { useMemo } from 'react'
import { useEditor, type Editor } from 'tldraw'
import { findInPalette } from '#shared/kinds/find-in-palette.ts'
import type { CanvasPanel } from '../canvas-scene.ts'
import { componentOf } from '../insert/board-shapes.ts'
import { ChoicePicker } from './choice-picker.tsx'
import { neighbourSections, type Choice } from './choices.ts'
import { FloatingPanel } from './floating-panel.tsx'
import { placeChoice } from './place-choice.ts'
import { centreBeyond } from '../connect/handle-places.ts'
import { defaultComponentSize } from '../shapes/component-look.ts'

interface NeighbourPanelProps {
  readonly panel: Extract<CanvasPanel, { type: 'neighbours' }>
  readonly onClose: () => void
}

/** Asks what stands at the loose end of an arrow. Closing it takes the arrow back. */
export function NeighbourPanel({ panel, onClose }: NeighbourPanelProps) {
  const editor = useEditor()
  const source = componentOf(editor, panel.from)
  const kindId = source?.props.kind ?? ''
  const sections = useMemo(() => neighbourSections(findInPalette(kindId)), [kindId])
  const at = editor.pageToViewport(panel.end)
  const dropArrow = () => {
    if (panel.mark !== undefined) editor.bailToMark(panel.mark)
  }
  const choose = (choice: Choice) => {
    dropArrow()
    placeChoice(editor, choice, { connectFrom: panel.from, at: placeAtEnd(editor, panel) })
    onClose()
  }
  const giveUp = () => {
    dropArrow()
    onClose()
  }
  return (
    <FloatingPanel label="Insert component" type="neighbours" at={at} onClose={giveUp}>
      <ChoicePicker
        fieldLabel="Search components"
        placeholder="Connect to: redis, queue …"
        listLabel="Components"
        sections={sections}
        withBoundaries={false}
        onChoose={choose}
        onClose={giveUp}
      />
    </FloatingPanel>
  )
}

function placeAtEnd(editor: Editor, { from, end }: NeighbourPanelProps['panel']) {
  const start = editor.getShapePageBounds(from)?.center ?? end
  return centreBeyond(start, end, defaultComponentSize)
}
