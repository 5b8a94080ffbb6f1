/** The first updates of a board's documents, made by the server when the board is made. */
import type { TLSchema } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { documentRoots, metaKeys, type RosterEntry } from '#shared/live.ts'
import { encodeRecord } from '#shared/design/record-codec.ts'
import type { UpdateRow } from '#server/storage/storage.ts'
import { firstRecords } from './first-records.ts'

export interface RoomSeed {
  readonly title: string
  readonly scenarioId: string | null
  /** By person id. */
  readonly roster: Readonly<Record<string, RosterEntry>>
}

/** The first update of a design: the document record, one page, the schema they were written with. */
export function seedDesign(schema: TLSchema): Uint8Array {
  return written((doc) => {
    const records = doc.getMap(documentRoots.design.records)
    for (const record of firstRecords(schema)) {
      records.set(record.id, new Y.Map([encodeRecord(record)]))
    }
    doc.getMap(documentRoots.design.meta).set(metaKeys.schema, JSON.stringify(schema.serialize()))
  })
}

/** The first update of a room: what the board is called and who is on it. */
export function seedRoom({ title, scenarioId, roster }: RoomSeed): Uint8Array {
  return written((doc) => {
    const board = doc.getMap(documentRoots.room.board)
    board.set('title', title)
    board.set('scenarioId', scenarioId)
    const entries = doc.getMap(documentRoots.room.roster)
    for (const [personId, entry] of Object.entries(roster)) entries.set(personId, entry)
  })
}

interface SeedBoard {
  readonly id: string
  readonly title: string
  readonly scenarioId: string | null
  readonly createdAt: number
}
type SeedOwner = { readonly id: string } & Omit<RosterEntry, 'owner'>

/** Makes the function that the boards service asks for the first updates of a new board. */
export function createSeeder(
  schema: TLSchema,
): (board: SeedBoard, owner: SeedOwner) => readonly UpdateRow[] {
  return (board, { id, ...entry }) => {
    const row = { boardId: board.id, personId: null, at: board.createdAt }
    const roster = { [id]: { ...entry, owner: true } }
    const room = seedRoom({ title: board.title, scenarioId: board.scenarioId, roster })
    return [
      { ...row, document: 'design', bytes: seedDesign(schema) },
      { ...row, document: 'room', bytes: room },
    ]
  }
}

function written(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => write(doc))
  return Y.encodeStateAsUpdate(doc)
}
