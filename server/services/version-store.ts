/** Reads and writes the versions of a board in its room document. */
import type * as Y from 'yjs'
import { AppError } from '#shared/errors.ts'
import { documentRoots, type BoardVersion } from '#shared/live.ts'

/** Nobody finds anything among more. */
export const maxVersions = 500

export function addVersion(room: Y.Doc, id: string, version: BoardVersion): void {
  const versions = versionsOf(room)
  if (versions.size >= maxVersions) throw new AppError('board_full', 'It has too many versions.')
  versions.set(id, version)
}

export function versionIn(room: Y.Doc, id: string): BoardVersion {
  const version = versionsOf(room).get(id)
  if (version === undefined) throw new AppError('unknown_thing')
  return version
}

function versionsOf(room: Y.Doc): Y.Map<BoardVersion> {
  return room.getMap(documentRoots.room.versions)
}
