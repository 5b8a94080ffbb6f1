/**
 * What a scenario keeps for the interviewer never reaches a browser. Each search is first shown to find
 * what it looks for where that may be, then to find none where it may not.
 */
import { z } from 'zod'
import { scenarios } from '#shared/scenarios/index.ts'
import type { DocumentName, Role } from '#shared/access.ts'
import { versionMade } from '#shared/api.ts'
import { documentRoots } from '#shared/live.ts'
import { until } from '#client/testing/until.ts'
import { component } from '#server/testing/live-house.ts'
import type { Visitor } from '#server/testing/visitor.ts'
import { canaries, canariesIn, canariesInBytes, filesBelow } from './canaries.ts'
import { keptInBrowser, listenTo, type Page } from './browser-bytes.ts'
import { draw, Place } from './place.ts'
import { expect, test } from './test.ts'

const [firstCanary] = canaries
const planted = canaries.find(({ sentence }) => sentence.length < 100)?.sentence ?? ''

test('there is much to look for, and all of it is in the bundle of the server', () => {
  expect(canaries.length).toBeGreaterThan(100)
  const bundle = filesBelow('dist/server').flatMap(({ bytes }) => canariesInBytes(bytes))
  expect(new Set(bundle)).toEqual(new Set(canaries.map(({ sentence }) => sentence)))
})

test('the search sees through escapes, packing and other encodings', () => {
  const sentence = firstCanary?.sentence ?? ''
  expect(canariesIn(JSON.stringify({ sentence }))).toEqual([sentence])
  const packed = Buffer.from(sentence).toString('base64')
  expect(canariesIn(`//# sourceMappingURL=data:application/json;base64,${packed}`)).toEqual([
    sentence,
  ])
  expect(canariesInBytes(Buffer.from(`x${sentence}`, 'utf16le'))).toEqual([sentence])
  expect(canariesIn(sentence.slice(1))).toEqual([])
})

test('nothing of it is in any file of the built page', () => {
  const files = filesBelow('dist/client')
  const names = files.map(({ name }) => name)
  for (const ending of ['.html', '.js', '.css', '.br', '.gz']) {
    expect(names.some((name) => name.endsWith(ending))).toBe(true)
  }
  const leaks = files.flatMap(({ name, bytes }) => {
    return canariesInBytes(bytes).map((sentence) => `${name}: ${sentence}`)
  })
  expect(leaks).toEqual([])
})

const description = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ summary: z.string() }))),
})

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)

/** Every address of the interface that can be read, with everything filled in that it takes. */
async function addresses(place: Place, scenario: string): Promise<string[]> {
  const { paths } = description.parse((await place.owner.get('/api/openapi.json')).json)
  const headers = { 'content-type': 'image/png' }
  const upload = await place.owner.send('POST', `${place.path}/assets`, { body: pixel, headers })
  const asset = (upload.json as { id: string }).id
  const version = await place.owner.post(`${place.path}/versions`, { name: 'As it is' })
  const { version: named } = versionMade.parse(version.json)
  const readable = Object.keys(paths).filter((path) => paths[path]?.['get'] !== undefined)
  return [...readable, '/metrics', '/healthz', '/'].map((path) =>
    path
      .replace('/api/boards/{id}', place.path)
      .replace('/api/scenarios/{id}', `/api/scenarios/${scenario}`)
      .replace('{asset}', asset)
      .replace('{version}', named),
  )
}

for (const { id: scenario, title } of scenarios) {
  test(`nothing of it is in any answer about a board of "${title}"`, async ({ product }) => {
    const place = await Place.make(product, { scenario })
    const people: [string, Visitor][] = [['owner', place.owner]]
    for (const role of ['interviewer', 'candidate', 'reviewer', 'observer'] as const) {
      people.push([role, await place.comes(role)])
    }
    const read: string[] = []
    for (const path of await addresses(place, scenario)) {
      expect(path).not.toMatch(/[{}]/)
      for (const [who, visitor] of [...people, ['stranger', place.visit()] as const]) {
        const reply = await visitor.get(path)
        read.push(reply.text)
        if (who === 'owner') expect([path, reply.status]).toEqual([path, 200])
        expect([who, path, canariesIn(reply.text)]).toEqual([who, path, []])
      }
    }
    // The public part came, so that it was the scenario that was asked for.
    expect(read.join('\n')).toContain(title)
  })
}

const rooms: readonly (readonly [Role, readonly DocumentName[]])[] = [
  ['interviewer', ['design', 'room', 'notes']],
  ['candidate', ['design', 'room']],
  ['observer', ['design', 'room']],
]

test('nothing of it is in what any socket receives', async ({ product }) => {
  for (const { id: scenario } of scenarios) {
    const place = await Place.make(product, { scenario })
    for (const [role, documents] of rooms) {
      for (const document of documents) {
        const member = await place.open(role, document)
        await member.settled()
        const bytes = Buffer.concat(member.heard)
        expect(bytes.length).toBeGreaterThan(0)
        expect(canariesInBytes(bytes)).toEqual([])
        for (const root of Object.values(documentRoots[document])) {
          expect(canariesIn(JSON.stringify(member.doc.getMap(root).toJSON()))).toEqual([])
        }
        if (document === 'room') expect(bytes.toString('utf8')).toContain(scenario)
      }
    }
    place.leave()
  }
})

test('the search of sockets finds what somebody wrote there', async ({ place }) => {
  const writer = await place.open('interviewer')
  const reader = await place.open('candidate')
  const props = { w: 160, h: 80, kind: 'cache', label: planted, technology: '', replicas: 1 }
  draw(writer, component('a', { props }))
  await until('the reader sees it', () => reader.records.has('shape:a'))
  expect(canariesInBytes(Buffer.concat(reader.heard))).toEqual([planted])
})

test('nothing of it is in a browser that has had the board open', async ({ browser, product }) => {
  const place = await Place.make(product, { scenario: 'url-shortener' })
  const pages: Page[] = []
  for (const role of ['interviewer', 'candidate'] as const) {
    const page = await browser.newPage()
    const heard = listenTo(page)
    const [name = '', value = ''] = ((await place.as(role)).cookie ?? '').split('=')
    await page.context().addCookies([{ name, value, url: product.origin }])
    await page.goto(`${product.origin}/b/${place.id}`)
    await expect(page.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 })
    await expect.poll(async () => (await keptInBrowser(page)).caches).not.toEqual([])
    const kept = await keptInBrowser(page)
    expect(kept.databases.join()).toContain(place.id)
    expect(canariesInBytes(kept.bytes)).toEqual([])
    const bytes = Buffer.concat(await heard.all())
    expect(bytes.toString('utf8')).toContain('url-shortener')
    expect(canariesInBytes(bytes)).toEqual([])
    pages.push(page)
  }
  await plant(place)
  for (const page of pages) await expectPlanted(page)
  for (const page of pages) await page.close()
  place.leave()
})

/** Somebody draws a hidden sentence, so that the same search has something to find. */
async function plant(place: Place): Promise<void> {
  const writer = await place.open('interviewer')
  const props = { w: 160, h: 80, kind: 'cache', label: planted, technology: '', replicas: 1 }
  draw(writer, component('planted', { props }))
  await writer.settled()
}

async function expectPlanted(page: Page): Promise<void> {
  await expect
    .poll(async () => canariesInBytes((await keptInBrowser(page)).bytes), { timeout: 10_000 })
    .toEqual([planted])
}
