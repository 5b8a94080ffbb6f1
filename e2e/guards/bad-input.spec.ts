/**
 * Bad input of every kind gets its code and a sentence, the process goes on where it can, and a board
 * that was there before is there afterwards as it was, also for a server that starts anew.
 */
import { createBoardSchema } from '#shared/design/board-schema.ts'
import { component } from '#server/testing/live-house.ts'
import type { ErrorCode } from '#shared/errors.ts'
import type { Reply } from '#server/testing/visitor.ts'
import { draw, type Place } from './place.ts'
import { expectRefusal } from './refusal.ts'
import { expect, test } from './test.ts'

const megabyte = 1024 * 1024

/** A board with something on it. */
async function drawnOn(place: Place): Promise<string> {
  const ada = await place.open('interviewer')
  draw(ada, component('a'), component('b', { parentId: 'shape:a' }))
  await ada.settled()
  ada.leave()
  return boardOf(place)
}

async function boardOf({ owner, path }: Place): Promise<string> {
  const reply = await owner.get(`${path}/export`)
  expect(reply.status).toBe(200)
  return reply.text
}

function fileOf(change: object = {}) {
  const meta = {}
  return {
    format: 'loadbearing-board',
    version: 1,
    title: 'From a file',
    schema: createBoardSchema().serialize(),
    records: [
      { typeName: 'document', id: 'document:document', gridSize: 10, name: '', meta },
      { typeName: 'page', id: 'page:page', name: 'One', index: 'a1', meta },
      component('good'),
    ],
    ...change,
  }
}

const later = { ...createBoardSchema().serialize().sequences, 'com.tldraw.shape.arrow': 999 }
const text = (body: string) => ({ body })
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

type Send = (place: Place) => Promise<Reply>
const importing =
  (file: object | string): Send =>
  ({ owner, path }) =>
    owner.send('POST', `${path}/import`, typeof file === 'string' ? text(file) : { body: file })
const posting =
  (path: string, body: object): Send =>
  ({ owner }) =>
    owner.post(path, body)
const uploading =
  (body: Uint8Array | string): Send =>
  ({ owner, path }) =>
    owner.send('POST', `${path}/assets`, { body, headers: { 'content-type': 'image/png' } })
const commenting =
  (change: object): Send =>
  ({ owner, path }) =>
    owner.post(`${path}/threads`, {
      anchor: { type: 'point', x: 0, y: 0, pageId: 'page:page' },
      at: { x: 0, y: 0 },
      on: 'the board',
      text: 'Why?',
      ...change,
    })

const refused: readonly (readonly [string, Send, ErrorCode])[] = [
  ['a file of 50 MB', importing({ title: 'x'.repeat(50 * megabyte) }), 'too_large'],
  ['a file of a newer version', importing(fileOf({ version: 99 })), 'newer_format'],
  [
    'a file with records of a newer version',
    importing(fileOf({ schema: { schemaVersion: 2, sequences: later } })),
    'newer_format',
  ],
  ['a file of another program', importing({ type: 'excalidraw' }), 'not_a_board_file'],
  ['a file that was cut', importing('{"format":"loadbearing-board",'), 'not_a_board_file'],
  ['a file of nothing', importing(''), 'not_a_board_file'],
  ['a list for a file', importing('[]'), 'not_a_board_file'],
  ['a file without records', importing(fileOf({ records: 'none' })), 'not_a_board_file'],
  [
    'a file nested without an end',
    importing(`{"format":${'['.repeat(200_000)}`),
    'not_a_board_file',
  ],
  ['a title that is a number', posting('/api/boards', { title: 5 }), 'bad_request'],
  ['a title without an end', posting('/api/boards', { title: 'x'.repeat(121) }), 'bad_request'],
  ['a scenario that is unknown', posting('/api/boards', { scenario: 'none' }), 'unknown_scenario'],
  ['a token that is unknown', posting('/api/join', { token: 'x'.repeat(43) }), 'unknown_link'],
  ['a token that is none', posting('/api/join', { token: { $gt: '' } }), 'bad_request'],
  ['a comment without words', commenting({ text: '  ' }), 'bad_request'],
  ['a comment of 11,000 characters', commenting({ text: 'x'.repeat(11_000) }), 'bad_request'],
  ['a comment of a megabyte', commenting({ text: 'x'.repeat(megabyte) }), 'too_large'],
  ['a place that is none', commenting({ at: { x: null, y: 'left' } }), 'bad_request'],
  ['an image of 11 MB', uploading(new Uint8Array(11 * megabyte)), 'too_large'],
  ['a drawing with a script', uploading(svg), 'not_an_image'],
  ['a page for an image', uploading('<!doctype html><script>1</script>'), 'not_an_image'],
  [
    'half an object',
    ({ owner }) => owner.send('POST', '/api/boards', text('{"title":')),
    'malformed_json',
  ],
  [
    'a form of another site',
    ({ owner }) =>
      owner.send('POST', '/api/boards', {
        body: 'title=x',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    'bad_request',
  ],
  ['a board that is unknown', ({ owner }) => owner.get('/api/boards/none'), 'unknown_board'],
  ['an address that is none', ({ owner }) => owner.get('/api/nothing'), 'unknown_thing'],
  [
    'an image by a way around',
    ({ owner, path }) => owner.get(`${path}/assets/..%2f..%2fsession-secret`),
    'unknown_thing',
  ],
  [
    'a link that was revoked',
    async ({ owner, path }) => {
      const made = (await owner.post(`${path}/links`, { role: 'observer' })).json
      const { id, token } = made as { id: string; token: string }
      await owner.delete(`${path}/links/${id}`)
      return owner.post('/api/join', { token })
    },
    'revoked_link',
  ],
]

for (const [what, send, code] of refused) {
  test(`refuses ${what} with a sentence, and loses nothing`, async ({ place }) => {
    const before = await drawnOn(place)
    expectRefusal(await send(place), code)
    expect(await boardOf(place)).toBe(before)
    expect((await place.owner.get('/readyz')).status).toBe(200)
    await place.expectPeace()
  })
}

test('takes what is good of a file in which records do not fit', async ({ place }) => {
  const bad = [
    component('bad', { x: 'left' }),
    { typeName: 'shape' },
    null,
    7,
    component('loose', { parentId: 'shape:nowhere' }),
  ]
  const file = fileOf()
  const records = [...file.records, ...bad]
  const reply = await place.owner.post('/api/boards/import', { ...file, records })
  expect(reply.status).toBe(201)
  const { id } = reply.json as { id: string }
  const exported = (await place.owner.get(`/api/boards/${id}/export`)).text
  expect(exported).toContain('"shape:good"')
  expect(exported).not.toContain('"shape:bad"')
})

test('has harmed nothing of what a server finds that starts anew', async ({ place, product }) => {
  const before = await drawnOn(place)
  for (const [, send] of refused) await send(place)
  await product.kill()
  await product.start()
  expect(await boardOf(place)).toBe(before)
  const boards = (await place.owner.get('/api/boards')).json as { boards: readonly unknown[] }
  expect(boards.boards).toHaveLength(1)
  await place.expectPeace()
})
