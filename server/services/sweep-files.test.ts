import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assetMade } from '#shared/api.ts'
import { makeBoard } from '#server/testing/members.ts'
import { makeDataDir, startServer } from '#server/testing/start-server.ts'

const gif = Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64')

test('removes files that no board has at the start, but no young ones and none of a board', async () => {
  const dataDir = makeDataDir()
  const assets = join(dataDir, 'assets')
  const first = await startServer({ config: { dataDir } })
  const { owner, path } = await makeBoard(first)
  const made = await owner.send('POST', `${path}/assets`, { body: gif })
  const { id, url } = assetMade.parse(made.json)
  await first.stop()
  for (const name of ['orphan', 'half.part', 'young']) writeFileSync(join(assets, name), 'x')
  const yesterday = Date.now() / 1000 - 24 * 3600
  for (const name of [id, 'orphan', 'half.part']) {
    utimesSync(join(assets, name), yesterday, yesterday)
  }
  const second = await startServer({ config: { dataDir } })
  const present = () => readdirSync(assets).sort()
  await expect.poll(present, { timeout: 10_000 }).toEqual([id, 'young'].sort())
  const again = second.visit()
  again.cookie = owner.cookie
  expect((await again.get(url)).status).toBe(200)
  await second.stop()
  rmSync(dataDir, { recursive: true })
})
