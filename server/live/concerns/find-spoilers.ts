/**
 * After a tick that left the document unusable: finds out on fresh copies which edits did it, closes the
 * sockets that sent them, and answers a clean document with the edits that are left. Rare and slow; what
 * the guard lets through should never get here.
 */
import type { Incoming, IncomingEdit } from '../incoming.ts'
import type { LiveDocument } from '../live-document.ts'
import type { RoomState } from '../room-state.ts'
import { mergeAlone } from './integrate.ts'

export interface Recovered {
  readonly document: LiveDocument
  readonly good: readonly Incoming[]
}

/** Rejects when no single edit is to blame. */
export async function findSpoilers(
  room: RoomState,
  incoming: readonly Incoming[],
  reload: () => Promise<LiveDocument>,
): Promise<Recovered> {
  const good: Incoming[] = []
  let trial = await reload()
  for (const one of incoming) {
    if (one.type === 'act') {
      if (!one.hasFailed) good.push(one)
    } else if (passes(room, one, trial)) {
      good.push(one)
    } else {
      one.connection.close('malformed_frame')
      trial = await replay(room, good, reload)
    }
  }
  trial.judge()
  if (good.length === incoming.length) throw new Error('No edit is to blame')
  return { document: await reload(), good }
}

function passes(room: RoomState, edit: IncomingEdit, document: LiveDocument): boolean {
  try {
    mergeAlone(room, edit, document)
    return true
  } catch {
    return false
  }
}

async function replay(
  room: RoomState,
  good: readonly Incoming[],
  reload: () => Promise<LiveDocument>,
): Promise<LiveDocument> {
  const document = await reload()
  for (const one of good) if (one.type === 'edit') mergeAlone(room, one, document)
  return document
}
