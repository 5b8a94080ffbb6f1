import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import type { OutlineItem } from './outline-tree.ts'

/** Gives what a row stands for another label. */
export function renameItem(handle: CanvasHandle, item: OutlineItem, label: string): void {
  switch (item.type) {
    case 'component':
      handle.changeComponent(item.id, { label })
      break
    case 'boundary':
      handle.changeBoundary(item.id, { label })
      break
    case 'connection':
      handle.changeConnection(item.id, { label })
      break
    default:
      item.type satisfies never
  }
}
