/**
 * Appends to board `b1` of the database named on the command line until it is killed, and says on
 * standard output how many appends were answered. Every append is three updates and one act.
 */
import { writeSync } from 'node:fs'
import { documentNames } from '#shared/access.ts'
import { createSqliteStorage } from '../create-sqlite-storage.ts'

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: append-until-killed FILE')

const storage = await createSqliteStorage({ file })
for (let answered = 1; ; answered += 1) {
  const at = Date.now()
  await storage.log.append({
    updates: documentNames.map((document) => ({
      boardId: 'b1',
      document,
      personId: 'ada',
      at,
      bytes: new Uint8Array(100 + (answered % 4000)),
    })),
    clientIds: [],
    acts: [{ boardId: 'b1', personId: 'ada', at, act: 'count', details: answered }],
  })
  writeSync(1, `${answered}\n`)
}
