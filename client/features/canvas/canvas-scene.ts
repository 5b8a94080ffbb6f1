/**
 * What the parts of one mounted canvas share. Shapes, toolbar and panels are made by tldraw, so that
 * they cannot be handed props; they meet here.
 */
import { createContext, useContext, type ReactNode } from 'react'
import type { Atom, TLShapeId } from 'tldraw'
import type { Point } from '#client/lib/canvas-handle.ts'

/** A finding's badge on a component: the worst of its findings, and how many there are. */
export interface FindingMark {
  readonly severity: 'error' | 'warning' | 'suggestion' | 'defended'
  readonly count: number
  /** Read aloud and shown on hover, e.g. "2 findings: No replica". */
  readonly title: string
}

export type FindingMarks = ReadonlyMap<string, FindingMark>

/** The one thing that floats over the drawing. */
export type CanvasPanel =
  | { readonly type: 'palette' }
  | {
      readonly type: 'quick-insert'
      /** In the canvas element, CSS pixels. */
      readonly at: Point
      readonly connectFrom: TLShapeId | undefined
    }
  | {
      readonly type: 'neighbours'
      /** Point of the history before the loose arrow that asked; absent when a side was clicked. */
      readonly mark: string | undefined
      readonly from: TLShapeId
      /** Page coordinates of the loose end. */
      readonly end: Point
    }

export interface CanvasScene {
  readonly panel: Atom<CanvasPanel | undefined>
  readonly marks: Atom<FindingMarks>
  readonly openMark: (shapeId: string) => void
}

export const SceneContext = createContext<CanvasScene | undefined>(undefined)
/** What the app draws over the canvas: pins of comments, a hint on an empty board. */
export const OverlayContext = createContext<ReactNode>(undefined)

export function useScene(): CanvasScene {
  const scene = useContext(SceneContext)
  if (scene === undefined) throw new Error('The canvas is not mounted')
  return scene
}
