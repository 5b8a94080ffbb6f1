/**
 * Shortens the memory of a design: many moves leave many small tombstones behind, and a fresh map for
 * each record sheds them. Only while nobody is there, since an edit of an old map would vanish; a client
 * that was away sees by `fold` that it has to apply its unsent edits to the new maps.
 */
import * as Y from 'yjs'
import { encodeRecord } from '#shared/design/record-codec.ts'
import { documentRoots, metaKeys } from '#shared/live.ts'
import type { LiveDocument } from './live-document.ts'

/** Whether so much has gathered that folding pays. */
export function needsFold({ doc, board }: LiveDocument, foldAbove: number): boolean {
  if (board === undefined) return false
  let structs = 0
  for (const ofClient of doc.store.clients.values()) structs += ofClient.length
  return structs > foldAbove
}

/** The change that folds a design; runs as an act of the server. */
export function foldDesign({ board }: LiveDocument): (doc: Y.Doc) => void {
  return (doc) => {
    const records = doc.getMap(documentRoots.design.records)
    const meta = doc.getMap(documentRoots.design.meta)
    for (const record of board?.known.records.values() ?? []) {
      records.set(record.id, new Y.Map([encodeRecord(record)]))
    }
    meta.set(metaKeys.fold, Number(meta.get(metaKeys.fold) ?? 0) + 1)
  }
}
