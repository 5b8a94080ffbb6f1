import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { stopEventPropagation, useEditor } from 'tldraw'
import {
  maxLabelLength,
  type BoundaryShape,
  type ComponentShape,
} from '#shared/design/board-schema.ts'

interface LabelEditorProps {
  readonly shape: ComponentShape | BoundaryShape
  /** Shown while nothing is written. */
  readonly placeholder: string
}

/** Writes the label in place. Partners see it grow; undo takes the whole edit back. */
export function LabelEditor({ shape, placeholder }: LabelEditorProps) {
  const editor = useEditor()
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    editor.markHistoryStoppingPoint('edit label')
    field.current?.focus()
    field.current?.select()
  }, [editor])

  const write = (label: string) => {
    editor.updateShape({
      id: shape.id,
      type: shape.type,
      props: { label: label.replaceAll(/\s*\n\s*/g, ' ').slice(0, maxLabelLength) },
    })
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Enter' && event.key !== 'Escape' && event.key !== 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    editor.complete()
    editor.getContainer().focus()
  }
  return (
    <textarea
      ref={field}
      className="lb-label-editor"
      aria-label="Label"
      rows={1}
      maxLength={maxLabelLength}
      placeholder={placeholder}
      value={shape.props.label}
      onChange={(event) => write(event.currentTarget.value)}
      onKeyDown={handleKey}
      onPointerDown={stopEventPropagation}
      onTouchEnd={stopEventPropagation}
    />
  )
}
