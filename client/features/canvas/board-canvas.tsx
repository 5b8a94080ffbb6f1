import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { atom, Tldraw, type Atom, type TLStore, type TLUser } from 'tldraw'
import 'tldraw/tldraw.css'
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
import { CanvasBehaviour, type CanvasBehaviourProps } from './setup/canvas-behaviour.tsx'
import { canvasComponents } from './setup/canvas-components.tsx'
import { canvasOverrides } from './setup/canvas-overrides.ts'
import { noEmbeds, shapeUtils } from './setup/canvas-parts.ts'
import { prepareEditor } from './setup/prepare-editor.ts'
import { acceptedImageTypes, acceptedVideoTypes, maxImageBytes } from './setup/refuse-file.ts'
import { useCanvasUser } from './setup/use-canvas-user.ts'

export interface BoardCanvasProps extends CanvasBehaviourProps {
  readonly isDark: boolean
  /** Badges by shape id; pass the same map until it changes. */
  readonly marks?: FindingMarks
  readonly onOpenMark?: (shapeId: string) => void
  /** Drawn over the canvas and under its controls: pins, a hint on an empty board. */
  readonly overlay?: ReactNode
  readonly licenseKey?: string | undefined
}

const noMarks: FindingMarks = new Map()

/** Behind a context, since tldraw must not be drawn anew for what only its behaviour wants to know. */
const BehaviourContext = createContext<CanvasBehaviourProps | undefined>(undefined)

/** The drawing: tldraw with our shapes and our controls, asking no other host for anything. */
export function BoardCanvas(props: BoardCanvasProps) {
  const { session, isDark, licenseKey, overlay, marks = noMarks } = props
  const scene = useNewScene(marks, props.onOpenMark)
  const user = useCanvasUser(session.me, isDark)
  const drawing = useDrawing(session.store, user, licenseKey)
  return (
    <SceneContext value={scene}>
      <OverlayContext value={overlay}>
        <BehaviourContext value={props}>
          <div className="lb-canvas">{drawing}</div>
        </BehaviourContext>
      </OverlayContext>
    </SceneContext>
  )
}

/** The same element while nothing of tldraw's own changes: the page around it changes with every edit. */
function useDrawing(store: TLStore, user: TLUser, licenseKey: string | undefined): ReactNode {
  return useMemo(
    () => (
      <Tldraw
        store={store}
        user={user}
        assetUrls={assetUrls}
        shapeUtils={shapeUtils}
        components={canvasComponents}
        overrides={canvasOverrides}
        embeds={noEmbeds}
        acceptedImageMimeTypes={acceptedImageTypes}
        acceptedVideoMimeTypes={acceptedVideoTypes}
        maxAssetSize={maxImageBytes}
        onMount={prepareEditor}
        {...(licenseKey === undefined ? {} : { licenseKey })}
      >
        <Behaviour />
      </Tldraw>
    ),
    [store, user, licenseKey],
  )
}

function Behaviour() {
  const props = useContext(BehaviourContext)
  return props === undefined ? null : <CanvasBehaviour {...props} />
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
