/** The canvas alone on a local store, for looking at it and for trying it without a server. */
import { createRoot } from 'react-dom/client'
import { createTLStore } from 'tldraw'
import { createBoardSchema } from '#shared/design/board-schema.ts'
import { BoardCanvas } from '#client/features/canvas/board-canvas.tsx'
import type { FindingMarks } from '#client/features/canvas/canvas-scene.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import type { Session } from '#client/live/session.ts'
import '#client/ui/fonts.css'
import '#client/ui/tokens.css'
import { drawExample } from './example-board.ts'

declare global {
  interface Window {
    /** For scripts that drive the page. */
    canvasHandle?: CanvasHandle
  }
}

const options = new URLSearchParams(location.search)
const isDark = options.has('dark')
document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'

const store = createTLStore({ schema: createBoardSchema() })
const session: Pick<Session, 'store' | 'me' | 'setPresence'> = {
  store,
  me: { id: 'me', name: 'Ada', color: '#2a4b9b' },
  setPresence: () => undefined,
}
const marks: { current: FindingMarks } = { current: new Map() }

function show(handle?: CanvasHandle): void {
  if (handle !== undefined && window.canvasHandle === undefined) {
    window.canvasHandle = handle
    marks.current = drawExample(handle, options)
    render()
  }
}

const root = createRoot(document.querySelector('#root') ?? document.body)
function render(): void {
  root.render(
    <BoardCanvas
      session={session}
      isDark={isDark}
      isReadOnly={options.has('read-only') && marks.current.size > 0}
      marks={marks.current}
      uploadImage={async (file) => ({ id: file.name, url: URL.createObjectURL(file) })}
      onHandle={show}
    />,
  )
}
render()
