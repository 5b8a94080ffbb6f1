/** A board as the server hands it out to somebody who runs none of our client. */
import { LiveClient } from '#server/testing/live-client.ts'
import { readRecord } from '#shared/design/record-codec.ts'
import type { Person } from './person.ts'

/** Connected and synced with the person's own rights; the caller closes it. */
export async function openRawClient(person: Person): Promise<LiveClient> {
  return LiveClient.open({
    server: person.origin.replace('http', 'ws'),
    board: person.boardId,
    cookie: await person.cookie(),
    origin: person.origin,
  })
}

/** Every record, in the order of ids. */
export async function readRawRecords(person: Person): Promise<unknown> {
  const client = await openRawClient(person)
  const ids = [...client.records.keys()].sort()
  const records = ids.map((id) => {
    const map = client.records.get(id)
    return map && readRecord(map)
  })
  client.close()
  return structuredClone(records)
}
