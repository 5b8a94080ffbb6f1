/** What a crash between a row and the act that belongs to it leaves behind. */
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { membersAnswer } from '#shared/api.ts'
import { createSqliteStorage } from '#server/storage/create-sqlite-storage.ts'
import { databaseFile } from '#server/storage/data-folder.ts'
import { makeBoard, makeLink, personIdOf } from '#server/testing/members.ts'
import { readRoom } from '#server/testing/read-room.ts'
import { spawnServer } from '#server/testing/spawn-server.ts'
import { makeDataDir, startServer } from '#server/testing/start-server.ts'
import { Visitor } from '#server/testing/visitor.ts'

test('puts a room right when somebody opens the board, and writes nothing when it is right', async () => {
  const server = await startServer()
  const { owner, members, stranger, id, path } = await makeBoard(server)
  const [late, gone] = [await personIdOf(stranger), await personIdOf(members.observer)]
  const seat = { boardId: id, role: 'reviewer', owner: false, linkId: null, joinedAt: 1 } as const
  await server.storage.members.put({ ...seat, personId: late })
  await server.storage.members.remove(id, gone)
  await server.storage.boards.rename(id, 'Renamed before the crash')
  await owner.get(path)
  const { roster, board } = await readRoom(server.storage, id)
  expect(roster[late]).toMatchObject({ role: 'reviewer' })
  expect(roster).not.toHaveProperty(gone)
  expect(board['title']).toBe('Renamed before the crash')
  const acts = await server.storage.log.acts(id)
  await owner.get(path)
  expect(await server.storage.log.acts(id)).toEqual(acts)
  await server.stop()
})

/** People join, all at once, until the server is killed after some of them were answered. */
async function joinUntilKilled(dataDir: string, answers: number) {
  const server = await spawnServer({ DATA_DIR: dataDir })
  const { owner, path } = await makeBoard({ visit: () => new Visitor(server.origin) })
  const { token } = await makeLink(owner, path, 'candidate')
  let answered = 0
  const joins = Array.from({ length: 40 }, async () => {
    await new Visitor(server.origin).post('/api/join', { token })
    if (++answered === answers) await server.kill('SIGKILL')
  })
  await Promise.allSettled(joins)
  return { cookie: owner.cookie, path }
}

test.each([1, 4, 9])(
  'shows everybody who is on the board after a kill that followed %i joins',
  async (answers) => {
    const dataDir = makeDataDir()
    const { cookie, path } = await joinUntilKilled(dataDir, answers)
    const again = await spawnServer({ DATA_DIR: dataDir })
    const owner = new Visitor(again.origin)
    owner.cookie = cookie
    await owner.get(path)
    const { members } = membersAnswer.parse((await owner.get(`${path}/members`)).json)
    expect(members.length).toBeGreaterThan(answers)
    await again.kill('SIGTERM')
    const storage = await createSqliteStorage({ file: databaseFile(dataDir) })
    const { roster } = await readRoom(storage, path.split('/').at(-1) ?? '')
    expect(Object.keys(roster).sort()).toEqual(members.map(({ person }) => person.id).sort())
    await storage.close()
    rmSync(dataDir, { recursive: true })
  },
)
