import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf, makeBoard, personIdOf, type TestBoard } from '#server/testing/members.ts'
import { readRoom } from '#server/testing/read-room.ts'
import { startServer, type StartedServer } from '#server/testing/start-server.ts'
import type { Visitor } from '#server/testing/visitor.ts'

const at = 1_700_000_000_000
let server: StartedServer
let board: TestBoard
beforeAll(async () => {
  server = await startServer({ now: () => at })
  board = await makeBoard(server)
})
afterAll(() => server.stop())

const words = {
  rule: 'rel-spof-data',
  title: 'Data has one copy',
  on: 'Orders',
  evidenceHash: 'e1',
}
let made = 0

/** A finding that nobody has answered, and how to answer it. */
function newFinding() {
  made += 1
  const id = `rel-spof-data:${made.toString(16).padStart(16, '0')}`
  const say = (by: Visitor, act: string, more: object = {}) =>
    by.post(`${board.path}/findings/${id}/answers`, { ...words, act, ...more })
  return { id, say, read: async () => (await readRoom(server.storage, board.id)).findings[id] }
}

test('keeps who defended a finding, with the reason and what it was about', async () => {
  const { id, say, read } = newFinding()
  const { candidate } = board.members
  const reply = await say(candidate, 'defend', { text: ' A nightly batch. ' })
  expect([reply.status, reply.json]).toEqual([201, { status: 'defended' }])
  const authorId = await personIdOf(candidate)
  expect(await read()).toEqual({
    rule: words.rule,
    title: words.title,
    on: words.on,
    answer: {
      status: 'defended',
      reason: 'A nightly batch.',
      evidenceHash: 'e1',
      since: { at, by: authorId },
    },
    said: [{ act: 'defend', authorId, authorName: 'The candidate', text: 'A nightly batch.', at }],
  })
  const acts = await server.storage.log.acts(board.id)
  const details = { finding: id, rule: words.rule }
  expect(acts.at(-1)).toMatchObject({ personId: authorId, act: 'defend', details })
})

test('goes from a defence over a question to an accepted one', async () => {
  const { say, read } = newFinding()
  const { candidate, reviewer } = board.members
  await say(candidate, 'defend', { text: 'A kiosk.' })
  const asked = await say(reviewer, 'ask-back', { text: 'And on Saturdays?' })
  expect(asked.json).toEqual({ status: 'reopened' })
  expect(await read()).toMatchObject({ answer: null })
  await say(candidate, 'defend', { text: 'Closed on Saturdays.' })
  expect((await say(reviewer, 'accept')).json).toEqual({ status: 'accepted' })
  const defendedBy = { at, by: await personIdOf(candidate) }
  expect(await read()).toMatchObject({
    answer: { status: 'accepted', reason: 'Closed on Saturdays.', defendedBy },
    said: [
      { act: 'defend', text: 'A kiosk.' },
      { act: 'ask-back', text: 'And on Saturdays?' },
      { act: 'defend', text: 'Closed on Saturdays.' },
      { act: 'accept', text: '' },
    ],
  })
})

test('takes a new answer when the finding rests on something else than the last one', async () => {
  const { say } = newFinding()
  const { reviewer } = board.members
  await say(reviewer, 'accept')
  expect(codeOf(await say(reviewer, 'accept'))).toBe('nothing_to_answer')
  const changed = await say(reviewer, 'accept', { evidenceHash: 'e2' })
  expect(changed.json).toEqual({ status: 'accepted' })
})

test.each([
  ['defend', 'candidate', {}, 'bad_request'],
  ['set-aside', 'candidate', { text: '  ' }, 'bad_request'],
  ['ask-back', 'reviewer', {}, 'nothing_to_answer'],
  ['accept', 'candidate', {}, 'role_may_not'],
  ['defend', 'reviewer', { text: 'No.' }, 'role_may_not'],
  ['defend', 'observer', { text: 'No.' }, 'role_may_not'],
  ['praise', 'candidate', { text: 'Nice.' }, 'bad_request'],
  ['defend', 'candidate', { text: 'x'.repeat(2_001) }, 'bad_request'],
  ['defend', 'candidate', { text: 'x', evidenceHash: '<b>' }, 'bad_request'],
] as const)('refuses to %s as %s with %j', async (act, role, more, code) => {
  const { say, read } = newFinding()
  expect(codeOf(await say(board.members[role], act, more))).toBe(code)
  expect(await read()).toBeUndefined()
})

test('refuses an address that no finding has', async () => {
  const path = `${board.path}/findings/${'x'.repeat(300)}/answers`
  const reply = await board.members.candidate.post(path, { ...words, act: 'defend', text: 'x' })
  expect(codeOf(reply)).toBe('unknown_thing')
})
