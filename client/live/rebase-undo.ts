/**
 * Makes undo and redo one's own: a step back never writes what a partner changed since. tldraw undoes by
 * writing whole old records with `store.applyDiff`, which is replaced on this one store.
 */
import type { TLStore } from '@tldraw/tlschema'
import { PartnerEdits } from './partner-edits.ts'
import { rebaseDiff } from './rebase-diff.ts'

/** Answers how to give the store its own way back. */
export function rebaseUndo(store: TLStore): () => void {
  const partners = new PartnerEdits()
  const applyDiff = store.applyDiff.bind(store)
  const stops = [
    store.listen(({ changes }) => partners.noteTheirs(changes), { ...documents, source: 'remote' }),
    store.listen(({ changes }) => partners.noteOwn(changes), { ...documents, source: 'user' }),
  ]
  store.applyDiff = (diff, options) => {
    // A listener that is added makes the store tell the others at once.
    store.listen(() => {})()
    applyDiff(rebaseDiff(store, diff, partners), options)
  }
  return () => {
    for (const stop of stops) stop()
    store.applyDiff = applyDiff
  }
}

const documents = { scope: 'document' } as const
