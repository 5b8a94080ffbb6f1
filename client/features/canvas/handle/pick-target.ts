/**
 * Lets a person point at what they mean, for a comment: the next press on the canvas is the answer, or
 * Enter for what is selected.
 */
import { getArrowBindings, type Editor, type TLArrowShape, type TLShape } from 'tldraw'
import { isComponent } from '#shared/design/extract-graph.ts'
import { findInPalette } from '#shared/kinds/find-in-palette.ts'
import type { Point, Target } from '#client/lib/canvas-handle.ts'
import type { ThreadAnchor } from '#shared/live.ts'

export type PickTarget = () => Promise<Target | undefined>

/** One question at a time: asking again answers the one before with `undefined`. */
export function createPickTarget(editor: Editor): PickTarget {
  let cancelLast: (() => void) | undefined
  return () => {
    cancelLast?.()
    return new Promise((resolve) => {
      const stop = listenOnce(editor, (target) => {
        cancelLast = undefined
        resolve(target)
      })
      cancelLast = () => {
        stop()
        resolve(undefined)
      }
    })
  }
}

function listenOnce(editor: Editor, answer: (target: Target | undefined) => void): () => void {
  const container = editor.getContainer()
  const view = container.ownerDocument
  const handlePress = (event: PointerEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('.tl-canvas') === null) return
    swallow(event)
    finish(targetAt(editor, editor.screenToPage({ x: event.clientX, y: event.clientY })))
  }
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return
    swallow(event)
    finish(event.key === 'Enter' ? selectedTarget(editor) : undefined)
  }
  const stop = () => {
    delete container.dataset['picking']
    container.removeEventListener('pointerdown', handlePress, true)
    view.removeEventListener('keydown', handleKey, true)
  }
  const finish = (target: Target | undefined) => {
    stop()
    answer(target)
  }
  container.dataset['picking'] = 'true'
  container.addEventListener('pointerdown', handlePress, true)
  view.addEventListener('keydown', handleKey, true)
  return stop
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

export function targetAt(editor: Editor, at: Point): Target {
  const shape = editor.getShapeAtPoint(at, {
    hitInside: true,
    hitLocked: true,
    margin: 8 / editor.getZoomLevel(),
    filter: (each) => each.type === 'component' || each.type === 'arrow',
  })
  const point = { x: at.x, y: at.y }
  const pageId = editor.getCurrentPageId()
  if (shape === undefined) return { anchor: { type: 'point', ...point, pageId }, at: point, on: '' }
  return { anchor: anchorOn(shape, pageId), at: point, on: nameOf(editor, shape) }
}

/** For the keyboard: the one thing that is selected, else the middle of what is seen. */
function selectedTarget(editor: Editor): Target {
  const shape = editor.getOnlySelectedShape()
  const bounds = shape === null ? undefined : editor.getShapePageBounds(shape)
  const at = bounds?.center ?? editor.getViewportPageBounds().center
  const isNamed = shape !== null && (isComponent(shape) || shape.type === 'arrow')
  if (!isNamed) return targetAt(editor, at)
  const anchor = anchorOn(shape, editor.getCurrentPageId())
  return { anchor, at: { x: at.x, y: at.y }, on: nameOf(editor, shape) }
}

function anchorOn(shape: TLShape, pageId: string): ThreadAnchor {
  const type = shape.type === 'arrow' ? 'arrow' : 'component'
  return { type, shapeId: shape.id, pageId }
}

function nameOf(editor: Editor, shape: TLShape): string {
  if (isComponent(shape)) return shape.props.label || findInPalette(shape.props.kind).title
  if (!editor.isShapeOfType<TLArrowShape>(shape, 'arrow')) return ''
  return shape.props.text || endsOf(editor, shape)
}

/** "Service → SQL database", for an arrow without a label. */
function endsOf(editor: Editor, arrow: TLArrowShape): string {
  const { start, end } = getArrowBindings(editor, arrow)
  const names = [start, end].map((binding) => {
    const shape = binding && editor.getShape(binding.toId)
    return shape !== undefined && isComponent(shape) ? nameOf(editor, shape) : '…'
  })
  return names.join(' → ')
}
