/** A disk that fills up while people draw: nothing false is said, nothing that was said is lost. */
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { component, draw } from '#server/testing/live-house.ts'
import { LiveClient } from '#server/testing/live-client.ts'
import { codeOf, makeBoard } from '#server/testing/members.ts'
import { spawnServer } from '#server/testing/spawn-server.ts'
import { makeDataDir } from '#server/testing/start-server.ts'
import { Visitor } from '#server/testing/visitor.ts'

const folder = makeDataDir()
const ballast = join(folder, 'ballast')
afterEach(() => {
  if (isMounted) execFileSync('umount', ['-l', folder])
  rmSync(folder, { recursive: true, force: true })
})

/** A small disk takes the superuser; without one there is no disk to fill. */
const isMounted = mountSmallDisk()

function mountSmallDisk(): boolean {
  if (process.getuid?.() !== 0) return false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Takes whatever room is left. */
function fillDisk(): void {
  try {
    writeFileSync(ballast, Buffer.alloc(64 * 1024 * 1024))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}

function open(visitor: Visitor, board: string, before?: LiveClient): Promise<LiveClient> {
  const server = visitor.origin.replace('http', 'ws')
  const doc = before === undefined ? {} : { doc: before.doc }
  return LiveClient.open({ server, board, cookie: visitor.cookie, ...doc })
}

/** Draws until the server cannot keep it; answers how many components it drew. */
async function drawUntilRefused(client: LiveClient): Promise<number> {
  let drawn = 0
  while (client.closed === undefined && drawn < 2000) {
    draw(client, component(`more${drawn++}`, { meta: { note: 'x'.repeat(20_000) } }))
    await client.settled()
  }
  return drawn
}

const names = (client: LiveClient) => [...client.records.keys()].sort()

test.skipIf(!isMounted)(
  'a full disk ends sockets with 1013, is told to who watches, and is forgotten when there is room',
  async () => {
    const server = await spawnServer({ DATA_DIR: folder, LOG_LEVEL: 'fatal' })
    const { owner, id, path, members } = await makeBoard({
      visit: () => new Visitor(server.origin),
    })
    const [ada, bob] = [await open(owner, id), await open(members.candidate, id)]
    const reader = await open(members.observer, id)
    draw(ada, component('first'))
    await bob.until(() => bob.records.has('shape:first'))

    fillDisk()
    const drawn = await drawUntilRefused(ada)
    expect(await ada.untilClosed()).toBe(1013)
    expect(await bob.untilClosed()).toBe(1013)
    expect(await reader.untilClosed()).toBe(1013)
    const ready = await owner.get('/readyz')
    expect([ready.status, codeOf(ready)]).toEqual([503, 'storage_unavailable'])
    expect(ready.text).toContain('cannot write to its disk')
    expect(ready.headers.get('retry-after')).toMatch(/^\d+$/)
    const renamed = await owner.patch(path, { title: 'Never kept' })
    expect([renamed.status, codeOf(renamed)]).toEqual([503, 'storage_unavailable'])
    expect((await owner.get(path)).status).toBe(200)
    expect((await owner.get('/healthz')).status).toBe(200)
    draw(bob, component('meanwhile'))

    rmSync(ballast)
    expect((await owner.get('/readyz')).status).toBe(200)
    const [ada2, bob2] = [await open(owner, id, ada), await open(members.candidate, id, bob)]
    const last = `shape:more${drawn - 1}`
    await bob2.until(() => bob2.records.has(last))
    await ada2.until(() => ada2.records.has('shape:meanwhile'))
    expect((await owner.get(path)).json).not.toMatchObject({ title: 'Never kept' })

    await server.kill('SIGKILL')
    const again = await spawnServer({ DATA_DIR: folder })
    const fresh = new Visitor(again.origin)
    fresh.cookie = members.observer.cookie
    const after = await open(fresh, id)
    expect(names(after)).toEqual(names(bob2))
    // Whatever a reader saw before the disk was full is still there.
    expect(names(after)).toEqual(expect.arrayContaining(names(reader)))
    await again.kill('SIGTERM')
  },
  60_000,
)
