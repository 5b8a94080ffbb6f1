import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { atom, Tldraw, type Atom } from 'tldraw'
import 'tldraw/tldraw.css'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import type { Peer, Session } from '#client/live/session.ts'
import '#client/ui/tldraw-theme.css'
import './board-canvas.css'
import {
  OverlayContext,
  SceneContext,
  type CanvasPanel,
  type CanvasScene,
  type FindingMarks,
} from './canvas-scene.ts'
import { assetUrls } from './setup/asset-urls.ts'
import { CanvasBehaviour } from './setup/canvas-behaviour.tsx'
import { canvasComponents } from './setup/canvas-components.tsx'
import { canvasOverrides } from './setup/canvas-overrides.tsx'
import { noEmbeds, shapeUtils } from './setup/canvas-parts.ts'
import { prepareEditor } from './setup/prepare-editor.ts'
import { useCanvasUser } from './setup/use-canvas-user.ts'

export interface BoardCanvasProps {
  /** The part of a session that the canvas needs; a local store serves as well. */
  readonly session: Pick<Session, 'store' | 'me' | 'setPresence'>
  readonly isReadOnly: boolean
  readonly isDark: boolean
  /** Badges by shape id; pass the same map until it changes. */
  readonly marks?: FindingMarks
  readonly onOpenMark?: (shapeId: string) => void
  /** Drawn over the canvas and under its controls: pins, a hint on an empty board. */
  readonly overlay?: ReactNode
  readonly licenseKey?: string | undefined
  readonly uploadImage: (file: File) => Promise<{ readonly id: string; readonly url: string }>
  /** Whose view the camera follows, until the person moves it themself. */
  readonly followed?: Peer | undefined
  readonly onStopFollowing?: () => void
  /** Called with the handle once the canvas is there, and with `undefined` when it goes. */
  readonly onHandle: (handle: CanvasHandle | undefined) => void
}

const noMarks: FindingMarks = new Map()

/** The drawing: tldraw with our shapes and our controls, asking no other host for anything. */
export function BoardCanvas(props: BoardCanvasProps) {
  const { session, isDark, licenseKey, overlay, marks = noMarks } = props
  const scene = useNewScene(marks, props.onOpenMark)
  const user = useCanvasUser(session.me, isDark)
  return (
    <SceneContext value={scene}>
      <OverlayContext value={overlay}>
        <div className="lb-canvas">
          <Tldraw
            store={session.store}
            user={user}
            assetUrls={assetUrls}
            shapeUtils={shapeUtils}
            components={canvasComponents}
            overrides={canvasOverrides}
            embeds={noEmbeds}
            onMount={prepareEditor}
            {...(licenseKey === undefined ? {} : { licenseKey })}
          >
            <CanvasBehaviour {...props} />
          </Tldraw>
        </div>
      </OverlayContext>
    </SceneContext>
  )
}

type OwnScene = CanvasScene & { readonly marks: Atom<FindingMarks> }

function useNewScene(marks: FindingMarks, onOpenMark: ((id: string) => void) | undefined) {
  const openMark = useRef(onOpenMark)
  const scene = useMemo(
    (): OwnScene => ({
      panel: atom<CanvasPanel | undefined>('canvas panel', undefined),
      marks: atom<FindingMarks>('finding marks', noMarks),
      openMark: (id) => openMark.current?.(id),
    }),
    [],
  )
  useEffect(() => {
    openMark.current = onOpenMark
    scene.marks.set(marks)
  }, [scene, marks, onOpenMark])
  return scene
}
