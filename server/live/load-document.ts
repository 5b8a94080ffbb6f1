/**
 * Reads a document from storage: snapshot, then the updates after it. A design that was saved with an
 * older schema is migrated here, and nowhere else; what that writes is handed to the caller to keep.
 */
import type { TLSchema } from '@tldraw/tlschema'
import * as Y from 'yjs'
import type { DocumentName } from '#shared/access.ts'
import { documentRoots } from '#shared/live.ts'
import { DesignBoard } from './board/design-board.ts'
import { createPause } from './create-pause.ts'
import type { ValidateRecord } from './board/validate-record.ts'
import { LiveDocument } from './live-document.ts'
import { migrateDesign } from './migrate-design.ts'
import type { LiveStorage } from './options.ts'

export interface LoadParts {
  readonly storage: LiveStorage
  readonly schema: TLSchema
  readonly validate: ValidateRecord
  readonly maxRecords: number
}

/** The document as storage has it, migrated when it is older than the schema. */
export async function loadDocument(
  parts: LoadParts,
  boardId: string,
  name: DocumentName,
): Promise<LiveDocument> {
  const { storage } = parts
  const [{ snapshot, updates }, clientIds] = await Promise.all([
    storage.log.load(boardId, name),
    storage.log.clientIds(boardId, name),
  ])
  const doc = openDoc(name)
  const pause = createPause()
  if (snapshot !== undefined) Y.applyUpdateV2(doc, snapshot.bytes, 'load')
  for (const { bytes } of updates) {
    Y.applyUpdate(doc, bytes, 'load')
    await pause()
  }
  const size = updates.reduce((sum, { bytes }) => sum + bytes.length, snapshot?.bytes.length ?? 0)
  const sequence = updates.at(-1)?.sequence ?? snapshot?.sequence ?? 0
  const authors = new Map(clientIds.map(({ clientId, personId }) => [clientId, personId]))
  const facts = { doc, name, sequence, authors, size }
  if (name !== 'design') return new LiveDocument({ ...facts, board: undefined, unsaved: undefined })
  const unsaved = migrateDesign(doc, parts.schema)
  const board = new DesignBoard(doc, parts.validate, parts.maxRecords)
  for (const _ of board.learn()) await pause()
  return new LiveDocument({ ...facts, board, unsaved })
}

/** A document with its roots typed, so that others can be told apart. */
function openDoc(name: DocumentName): Y.Doc {
  const doc = new Y.Doc()
  for (const root of Object.values(documentRoots[name])) doc.getMap(root)
  return doc
}
