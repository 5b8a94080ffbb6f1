/** Reads boards from what lies in storage, where everything is that anybody saw. Runs in the worker. */
import * as Y from 'yjs'
import type { SerializedSchema } from '@tldraw/store'
import type { TLRecord, TLSchema } from '@tldraw/tlschema'
import { createBoardSchema } from '#shared/design/board-schema.ts'
import { printBoardJson } from '#shared/exchange/board-json.ts'
import { readRecords } from '#shared/exchange/read-records.ts'
import { packPictures } from '../board-pictures.ts'
import { readDesign, schemaTextOf } from '../design-store.ts'
import { readThreads } from '../thread-store.ts'
import type { PrintJob, RecallJob, StoredDocument } from './jobs.ts'

export async function printFile(job: PrintJob): Promise<Uint8Array> {
  const records = recordsOf(open(job.design))
  const text = printBoardJson({
    title: job.title,
    scenario: job.scenario,
    records,
    assets: await packPictures(job.boardId, job.pictures, records),
    threads: readThreads(open(job.room)),
  })
  return new TextEncoder().encode(text)
}

/** Brought to this version's schema. */
export function recallRecords({ design }: RecallJob): readonly TLRecord[] {
  return recordsOf(open(design))
}

function open({ snapshot, updates }: StoredDocument): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (snapshot !== undefined) Y.applyUpdateV2(doc, snapshot)
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}

function recordsOf(design: Y.Doc): readonly TLRecord[] {
  const schema = createBoardSchema()
  const saved = savedSchema(design) ?? schema.serialize()
  return readRecords(readDesign(design), saved, schema)?.records ?? []
}

/** Parser: the schema is written by the server alone. */
function savedSchema(design: Y.Doc): ReturnType<TLSchema['serialize']> | undefined {
  const text = schemaTextOf(design)
  const value: unknown = typeof text === 'string' ? JSON.parse(text) : undefined
  return isSchema(value) && value.schemaVersion === 2 ? value : undefined
}

function isSchema(value: unknown): value is SerializedSchema {
  return typeof value === 'object' && value !== null && 'schemaVersion' in value
}
