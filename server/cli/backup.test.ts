/** Backup and restore as people run them, while others draw. */
import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { assetMade, threadMade } from '#shared/api.ts'
import { component, draw } from '#server/testing/live-house.ts'
import { LiveClient } from '#server/testing/live-client.ts'
import { expectStatus, makeBoard, type TestBoard } from '#server/testing/members.ts'
import { spawnServer } from '#server/testing/spawn-server.ts'
import { makeDataDir } from '#server/testing/start-server.ts'
import { Visitor } from '#server/testing/visitor.ts'

const folder = makeDataDir()
const [from, to, file] = [join(folder, 'from'), join(folder, 'to'), join(folder, 'backup.tgz')]
afterAll(() => rmSync(folder, { recursive: true }))

const gif = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64')

function run(command: 'backup' | 'restore', dataDir: string): Promise<unknown> {
  const args = ['--import', 'tsx', `server/cli/${command}.ts`, file]
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir }
  return promisify(execFile)(process.execPath, args, { env })
}

function open(visitor: Visitor, board: string, document = 'design'): Promise<LiveClient> {
  const server = visitor.origin.replace('http', 'ws')
  return LiveClient.open({ server, board, document, cookie: visitor.cookie })
}

/** Draws until `work` is done, and waits for the others to see each; answers what was drawn before it. */
async function drawDuring(
  [writer, reader]: readonly [LiveClient, LiveClient],
  work: Promise<unknown>,
): Promise<number> {
  const state = { isDone: false }
  const done = work.finally(() => (state.isDone = true))
  let drawn = 0
  while (!state.isDone) {
    const name = `during${drawn++}`
    draw(writer, component(name))
    await reader.until(() => reader.records.has(`shape:${name}`))
  }
  await done
  return drawn
}

async function furnish({ owner, members, path }: TestBoard) {
  const image = await owner.send('POST', `${path}/assets`, { body: gif })
  const { url } = assetMade.parse(expectStatus(image, 201).json)
  const point = { anchor: { type: 'point', x: 1, y: 2, pageId: 'page:page' }, at: { x: 1, y: 2 } }
  const asked = { ...point, on: 'the board', text: 'Why one?' }
  const made = await members.reviewer.post(`${path}/threads`, asked)
  const { thread, comment } = threadMade.parse(expectStatus(made, 201).json)
  return { url, thread, comment }
}

test('what is backed up while people draw comes back whole, and their cookies still work', async () => {
  const server = await spawnServer({ DATA_DIR: from })
  const board = await makeBoard({ visit: () => new Visitor(server.origin) })
  const { owner, members, id, path } = board
  const { url, thread, comment } = await furnish(board)
  const people = [await open(owner, id), await open(members.candidate, id)] as const
  draw(people[0], component('before'))
  await people[1].until(() => people[1].records.has('shape:before'))
  const drawn = await drawDuring(people, run('backup', from))
  expect(drawn).toBeGreaterThan(20)
  await server.kill('SIGKILL')

  await run('restore', to)
  const restored = await spawnServer({ DATA_DIR: to })
  const again = (before: Visitor): Visitor => {
    const visitor = new Visitor(restored.origin)
    visitor.cookie = before.cookie
    return visitor
  }
  const design = await open(again(members.observer), id)
  const there = (name: string) => design.records.has(`shape:${name}`)
  expect(there('before')).toBe(true)
  const kept = Array.from({ length: drawn }, (_, at) => there(`during${at}`))
  // A moment of what was drawn: everything up to it, and nothing after.
  expect(kept.lastIndexOf(true)).toBe(kept.filter(Boolean).length - 1)
  const room = await open(again(members.reviewer), id, 'room')
  expect(room.doc.getMap('threads').toJSON()).toMatchObject({
    [thread]: { [comment]: { text: 'Why one?', authorName: 'The reviewer' } },
  })
  expect((await again(members.observer).get(url)).headers.get('content-type')).toBe('image/gif')
  const renamed = await again(owner).patch(path, { title: 'Goes on' })
  expect(renamed.json).toMatchObject({ id, title: 'Goes on', owner: true })
  await restored.kill('SIGTERM')
}, 60_000)
