/** The room of a board as it lies in storage: what every member will read. */
import * as Y from 'yjs'
import { documentRoots } from '#shared/live.ts'
import type { Storage } from '#server/storage/storage.ts'

export interface StoredRoom {
  readonly board: Record<string, unknown>
  readonly roster: Record<string, unknown>
  readonly threads: Record<string, Record<string, unknown>>
  readonly findings: Record<string, unknown>
  readonly versions: Record<string, unknown>
}

export async function readRoom(storage: Storage, boardId: string): Promise<StoredRoom> {
  const room = new Y.Doc()
  const { snapshot, updates } = await storage.log.load(boardId, 'room')
  if (snapshot !== undefined) Y.applyUpdateV2(room, snapshot.bytes)
  for (const { bytes } of updates) Y.applyUpdate(room, bytes)
  const { board, roster, threads, findings, versions } = documentRoots.room
  return {
    board: room.getMap(board).toJSON(),
    roster: room.getMap(roster).toJSON(),
    threads: room.getMap(threads).toJSON(),
    findings: room.getMap(findings).toJSON(),
    versions: room.getMap(versions).toJSON(),
  }
}
