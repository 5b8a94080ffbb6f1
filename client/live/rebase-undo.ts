import type { TLStore } from '@tldraw/tlschema'
export function rebaseUndo(_store: TLStore): () => void {
  return () => {}
}
