/** The canvas alone on a local store, for looking at it and for trying it without a server. */
import { createRoot } from 'react-dom/client'
import { createTLStore } from 'tldraw'
import { createBoardSchema } from '#shared/design/board-schema.ts'
import { BoardCanvas } from '#client/features/canvas/board-canvas.tsx'
import type { FindingMarks } from '#client/features/canvas/canvas-scene.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { bindPresence } from '#client/live/bind-presence.ts'
import type { Peer, Session } from '#client/live/session.ts'
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
/** Somebody who looks at one corner; `?peer` shows them, `?follow` follows them. */
const peer: Peer = {
  clientId: 7,
  person: 'grace',
  entry: { name: 'Grace', color: '#a95585', role: 'reviewer', owner: false },
  pageId: 'page:page',
  cursor: { x: 700, y: 300 },
  selection: [],
  viewport: { x: 0, y: 0, w: 900, h: 600 },
  following: null,
  summon: 0,
}
const marks: { current: FindingMarks } = { current: new Map() }

function show(handle?: CanvasHandle): void {
  if (handle !== undefined && window.canvasHandle === undefined) {
    window.canvasHandle = handle
    marks.current = drawExample(handle, options)
    if (options.has('peer')) showPeer(handle)
    render()
  }
}

function showPeer(handle: CanvasHandle): void {
  const selection = handle
    .graph()
    .nodes.slice(0, 1)
    .map((node) => node.id)
  const peers = { get: () => [{ ...peer, selection }], subscribe: () => () => undefined }
  bindPresence(store, peers, Date.now)
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
      followed={options.has('follow') && marks.current.size > 0 ? peer : undefined}
      onStopFollowing={() => (document.title = 'Stopped')}
      onHandle={show}
    />,
  )
}
render()
