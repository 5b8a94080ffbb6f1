/**
 * A server whose disk, folder, port or variables are no good says so in a sentence, and harms nothing
 * that was stored before.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { component } from '#server/testing/live-house.ts'
import { Visitor } from '#server/testing/visitor.ts'
import { Disk } from './disk.ts'
import { draw, Place } from './place.ts'
import { expectRefusal } from './refusal.ts'
import { ServerProcess } from './server-process.ts'
import { expect, test } from '@playwright/test'

const ends: (() => unknown)[] = []
test.afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loadbearing-'))
  ends.push(() => {
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Undefined, and the test skipped, where nobody may mount a disk. */
function newDisk(megabytes: number): Disk | undefined {
  const disk = Disk.mount(megabytes)
  if (disk !== undefined) ends.push(() => disk.unmount())
  test.skip(disk === undefined, 'only the superuser may mount a small disk')
  return disk
}

async function start(folder: string): Promise<ServerProcess> {
  const server = await ServerProcess.start({ DATA_DIR: folder })
  ends.push(() => server.end())
  return server
}

/** The same people on the same board, at a server that was started anew. */
async function boardAt(server: ServerProcess, place: Place): Promise<string> {
  const visitor = Object.assign(new Visitor(server.origin), { cookie: place.owner.cookie })
  const reply = await visitor.get(`${place.path}/export`)
  expect(reply.status).toBe(200)
  return reply.text
}

async function drawnPlace(server: ServerProcess): Promise<Place> {
  const place = await Place.make(server)
  ends.push(() => place.leave())
  const ada = await place.open('interviewer')
  draw(ada, component('a'), component('b'))
  await ada.settled()
  ada.leave()
  return place
}

const comment = {
  anchor: { type: 'point', x: 0, y: 0, pageId: 'page:page' },
  at: { x: 0, y: 0 },
  on: 'the board',
  text: 'A comment. '.repeat(800),
}

test('a full disk refuses edits and acts, keeps what it has, and heals by itself', async () => {
  const disk = newDisk(8)
  if (disk === undefined) return
  const server = await start(disk.folder)
  const place = await drawnPlace(server)
  const { owner, path } = place
  disk.fill()
  let reply = await owner.post(`${path}/threads`, comment)
  let taken = 0
  for (; reply.status === 201; taken += 1) reply = await owner.post(`${path}/threads`, comment)
  expectRefusal(reply, 'storage_unavailable')
  expectRefusal(await owner.get('/readyz'), 'storage_unavailable')

  const writer = await place.open('interviewer')
  draw(writer, component('c', { meta: { note: 'x'.repeat(100_000) } }))
  expect(await writer.closed()).toEqual({ code: 1013, reason: 'storage_unavailable' })
  writer.leave()
  const before = await boardAt(server, place)
  expect(before).toContain('"shape:b"')
  expect(before).not.toContain('"shape:c"')
  expect(JSON.parse(before)).toMatchObject({ threads: { length: taken } })
  expect((await owner.get('/healthz')).status).toBe(200)

  disk.clear()
  expect((await owner.get('/readyz')).status).toBe(200)
  await place.expectPeace()
  const after = await boardAt(server, place)
  await server.end('SIGKILL')
  expect(await boardAt(await start(disk.folder), place)).toBe(after)
})

test('a data folder on a disk that became read-only is refused and not harmed', async () => {
  const disk = newDisk(8)
  if (disk === undefined) return
  const first = await start(disk.folder)
  const place = await drawnPlace(first)
  const before = await boardAt(first, place)
  await first.end()
  disk.setWritable(false)
  const refused = await ServerProcess.refusal({ DATA_DIR: disk.folder })
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(/^The data folder .* cannot be written.*DATA_DIR.*\.\n$/)
  disk.setWritable(true)
  expect(await boardAt(await start(disk.folder), place)).toBe(before)
})

test('a data folder that this user may not write is refused', async () => {
  test.skip(process.getuid?.() === 0, 'the superuser may write everywhere')
  const folder = newFolder()
  chmodSync(folder, 0o500)
  const refused = await ServerProcess.refusal({ DATA_DIR: folder })
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(/^The data folder .* cannot be written.*DATA_DIR.*\.\n$/)
})

test('a data folder that is in use is refused, and who uses it goes on', async () => {
  const folder = newFolder()
  const first = await start(folder)
  const place = await drawnPlace(first)
  const refused = await ServerProcess.refusal({ DATA_DIR: folder })
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(/^The data folder .* is in use by another .*DATA_DIR.*\.\n$/)
  await place.expectPeace()
})

test('a port in use is refused, and who uses it goes on', async () => {
  const first = await start(newFolder())
  const place = await drawnPlace(first)
  const variables = { DATA_DIR: newFolder(), PORT: String(first.port) }
  const refused = await ServerProcess.refusal(variables)
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(/^Port \d+ is in use\..*PORT.*\.\n$/)
  await place.expectPeace()
})

const badVariables: readonly (readonly [string, string, RegExp])[] = [
  ['PORT', 'http', /^PORT must be a port number.*\(it is "http"\)\.$/],
  ['PORT', '70000', /^PORT must be a port number/],
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be one of /],
  ['PUBLIC_ORIGIN', 'board.example', /^PUBLIC_ORIGIN must be an address such as https:/],
  ['SESSION_SECRET', 'hunter2', /^SESSION_SECRET must have at least 32 characters\.$/],
  ['TLS_CERT', '/nowhere.pem', /^TLS_KEY is missing: /],
]

for (const [name, value, sentence] of badVariables) {
  test(`the variable ${name}=${value} is refused by name`, async () => {
    const refused = await ServerProcess.refusal({ DATA_DIR: newFolder(), [name]: value })
    expect(refused.code).toBe(2)
    expect(refused.stderr.trim()).toMatch(sentence)
    expect(refused.stderr).not.toContain('hunter2')
  })
}
