import { useContext } from 'react'
import type { TLComponents } from 'tldraw'
import { OverlayContext } from '../canvas-scene.ts'
import { HoverHandles } from '../connect/hover-handles.tsx'
import { CanvasPanels } from '../panels/canvas-panels.tsx'
import { CanvasContextMenu } from './canvas-context-menu.tsx'
import { CanvasMainMenu } from './canvas-main-menu.tsx'
import { CanvasStylePanel } from './canvas-style-panel.tsx'
import { CanvasToolbar } from './canvas-toolbar.tsx'

/** tldraw's own interface, less what does not fit here. Its watermark is never touched. */
export const canvasComponents: TLComponents = {
  InFrontOfTheCanvas,
  ContextMenu: CanvasContextMenu,
  MainMenu: CanvasMainMenu,
  StylePanel: CanvasStylePanel,
  Toolbar: CanvasToolbar,
  HelpMenu: null,
  SharePanel: null,
  TopPanel: null,
  DebugPanel: null,
  DebugMenu: null,
  CursorChatBubble: null,
  KeyboardShortcutsDialog: null,
}

function InFrontOfTheCanvas() {
  const overlay = useContext(OverlayContext)
  return (
    <>
      {overlay}
      <HoverHandles />
      <CanvasPanels />
    </>
  )
}
