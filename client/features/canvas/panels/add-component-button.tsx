import { useEditor, useReadonly, useValue } from 'tldraw'
import './add-component-button.css'
import { useScene } from '../canvas-scene.ts'

/** The first thing in the toolbar: what this board is for. */
export function AddComponentButton() {
  const scene = useScene()
  const editor = useEditor()
  const isReadOnly = useReadonly()
  const isOpen = useValue('palette is open', () => scene.panel.get()?.type === 'palette', [scene])
  if (isReadOnly) return null
  const toggle = () => {
    scene.panel.set(isOpen ? undefined : { type: 'palette' })
    if (isOpen) editor.getContainer().focus()
  }
  return (
    <button
      type="button"
      className="lb-add-component"
      aria-label="Add component"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      title="Add component ( / )"
      data-opens-panel
      onClick={toggle}
    >
      <svg aria-hidden="true" viewBox="0 0 24 24" width="20" height="20">
        <rect x="3" y="6" width="13" height="12" rx="3" />
        <path d="M19.5 9v6M16.5 12h6" className="lb-add-component__plus" />
        <path d="M6.5 10.5h6M6.5 13.5h4" />
      </svg>
      <span className="lb-add-component__word">Component</span>
    </button>
  )
}
