import 'fake-indexeddb/auto'
import { afterEach, expect, test } from 'vitest'
import type { Role } from '#shared/access.ts'
import type { BoardSummary, Person } from '#shared/api.ts'
import { boundary, rename } from '#client/testing/board-records.ts'
import { browserSocket } from '#client/testing/node-socket.ts'
import { startPlainServer, type PlainServer } from '#client/testing/plain-server.ts'
import { RequestError } from '#client/lib/request.ts'
import { until } from '#client/testing/until.ts'
import { recall, type CopyPlace } from './local-copy.ts'
import { openSession } from './open-session.ts'
import type { Session } from './session.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

function memory(): CopyPlace {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  return { storage, hasDatabase: true }
}

const ann: Person = { id: 'ann', name: 'Ann', color: '#112233' }
let boards = 0

/** A board of its own for each test: databases outlive sessions here. */
function summary(role: Role): BoardSummary {
  boards += 1
  const times = { createdAt: 1, updatedAt: 1 }
  return { id: `b${boards}`, title: 'A board', scenario: null, role, owner: false, ...times }
}

function open(server: PlainServer, board: BoardSummary, copies: CopyPlace): Session {
  const session = openSession({
    me: ann,
    board,
    copies,
    origin: server.origin,
    socket: browserSocket(() => ({})),
    ask: { board: () => Promise.resolve(board), me: () => Promise.resolve() },
  })
  ends.push(() => session.close())
  return session
}

const isLive = (session: Session) => session.state.get().sync === 'live'
const names = async () => (await indexedDB.databases()).map(({ name }) => name ?? '')
const hasCopy = async (board: BoardSummary) =>
  (await names()).some((name) => name.endsWith(`-ann-${board.id}`))

const removed = () => new RequestError('not_a_member', 'You are not on this board.')

async function serve(): Promise<PlainServer> {
  const server = await startPlainServer()
  ends.push(() => server.stop())
  return server
}

test('a board opens without network, keeps edits over a reload, and sends them when back', async () => {
  const server = await serve()
  const [copies, board] = [memory(), summary('candidate')]
  const first = open(server, board, copies)
  await until('it is live', () => isLive(first))
  first.store.put([boundary('x')])
  await until('it is confirmed', () => !first.state.get().hasUnsentEdits)
  await until('it is remembered', () => recall(copies, board.id) !== undefined)
  first.close()
  server.refuseWith('design', 1013)

  const offline = open(server, board, copies)
  await until('it works offline', () => offline.state.get().sync === 'offline')
  expect(offline.store.has(boundary('x').id)).toBe(true)
  rename(offline.store, 'x', 'offline')
  expect(offline.state.get().hasUnsentEdits).toBe(true)
  offline.close()

  const again = open(server, board, copies)
  await until('the copy is shown', () => again.store.has(boundary('x').id))
  expect(again.store.get(boundary('x').id)).toMatchObject({ props: { label: 'offline' } })
  expect(again.state.get().hasUnsentEdits).toBe(true)
  server.refuseWith('design', undefined)
  again.reconnectNow()
  await until('all is sent', () => isLive(again) && !again.state.get().hasUnsentEdits)
  const stored = server.document('design').getMap('records').toJSON()
  expect(stored['shape:x']).toMatchObject({ 'p.label': 'offline' })
})

test('remembers who, which board and what the room said', async () => {
  const server = await serve()
  const [copies, board] = [memory(), summary('interviewer')]
  const session = open(server, board, copies)
  await until('it is remembered', () => recall(copies, board.id)?.room !== undefined)
  expect(recall(copies, board.id)).toEqual({ me: ann, board, room: session.room.get() })
  expect(recall(copies, 'another')).toBeUndefined()
})

test('readers keep no copy', async () => {
  const server = await serve()
  const [copies, board] = [memory(), summary('observer')]
  const session = open(server, board, copies)
  await until('it is live', () => isLive(session))
  expect(await hasCopy(board)).toBe(false)
  expect(recall(copies, board.id)).toBeUndefined()
})

test('losing the board deletes its copy', async () => {
  const server = await serve()
  const [copies, board] = [memory(), summary('candidate')]
  const session = open(server, board, copies)
  await until('it is live', () => isLive(session))
  expect(await hasCopy(board)).toBe(true)
  server.refuseWith('design', 4411)
  await until('it is refused', () => session.state.get().sync === 'refused')
  expect(await hasCopy(board)).toBe(true)
  session.close()
  server.refuseWith('design', undefined)
  const gone = openSession({
    me: ann,
    board,
    copies,
    origin: server.origin,
    socket: browserSocket(() => ({})),
    ask: { board: () => Promise.reject(removed()), me: () => Promise.resolve() },
  })
  ends.push(() => gone.close())
  await until('it is live again', () => isLive(gone))
  server.refuseWith('design', 4403)
  await until('it is refused', () => gone.state.get().sync === 'refused')
  let isKept = true
  await until('the copy is gone', () => {
    void hasCopy(board).then((has) => (isKept = has))
    return !isKept
  })
  expect(recall(copies, board.id)).toBeUndefined()
})

test('L31 two tabs of one person share edits through the server, each as itself', async () => {
  const server = await serve()
  const [copies, board] = [memory(), summary('candidate')]
  const entry = { name: 'Ann', color: '#112233', role: 'candidate', owner: false }
  server.document('room').getMap('roster').set('ann', entry)
  const [one, two] = [open(server, board, copies), open(server, board, copies)]
  await until('both are live', () => isLive(one) && isLive(two))
  one.store.put([boundary('x')])
  await until('the other tab has it', () => two.store.has(boundary('x').id))
  rename(two.store, 'x', 'from two')
  await until('the first has it back', () =>
    JSON.stringify(one.store.get(boundary('x').id)).includes('from two'),
  )
  await until('each is a peer of the other', () => one.peers.get().length === 1)
  expect(one.peers.get().map((peer) => peer.person)).toEqual(['ann'])
})
