/** Keeps what a tick brought, for all rooms at once: one append, before anything of it is sent. */
import type { LogBatch, UpdateRow } from '#server/storage/storage.ts'
import { mergeUpdates } from '../merge-updates.ts'
import type { LiveStorage } from '../options.ts'
import type { Turn } from '../turn.ts'

/** Resolves with the number of updates when all of it is durable. */
export async function persist(
  storage: LiveStorage,
  turns: readonly Turn[],
  at: number,
): Promise<number> {
  const batch = batchOf(turns, at)
  await storage.log.append(batch)
  for (const { room, parts } of turns) {
    room.document.sequence += parts.length
    room.unsnapshotted += parts.length
  }
  return batch.updates.length
}

function batchOf(turns: readonly Turn[], at: number): LogBatch {
  return {
    updates: turns.flatMap((turn) => rowsOf(turn, at)),
    clientIds: turns.flatMap(({ clientIds }) => clientIds),
    acts: turns.flatMap(({ acts }) => acts.flatMap(({ act }) => act.row ?? [])),
  }
}

/** One row for each who wrote: what is kept names who is answerable for it. */
function rowsOf({ room, parts }: Turn, at: number): UpdateRow[] {
  const { boardId, document } = room
  return parts.map(({ personId, outlines }) => ({
    boardId,
    document: document.name,
    personId,
    at,
    bytes: mergeUpdates(outlines),
  }))
}
