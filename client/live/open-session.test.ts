import { afterEach, expect, test } from 'vitest'
import type { Role } from '#shared/access.ts'
import type { BoardSummary } from '#shared/api.ts'
import { boundary, move, rename } from '#client/testing/board-records.ts'
import { browserSocket } from '#client/testing/node-socket.ts'
import { startPlainServer, type PlainServer } from '#client/testing/plain-server.ts'
import { until } from '#client/testing/until.ts'
import { RequestError } from '#client/lib/request.ts'
import { openSession, type OpenOptions } from './open-session.ts'
import type { Session } from './session.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function serve(): Promise<PlainServer> {
  const server = await startPlainServer()
  ends.push(() => server.stop())
  return server
}

function summary(role: Role): BoardSummary {
  const times = { createdAt: 1, updatedAt: 1 }
  return { id: 'b1', title: 'A board', scenario: null, role, owner: false, ...times }
}

function open(server: PlainServer, name: string, options: Partial<OpenOptions> = {}): Session {
  const session = openSession({
    me: { id: name, name, color: '#112233' },
    board: summary('candidate'),
    origin: server.origin,
    copies: { storage: undefined, hasDatabase: false },
    socket: browserSocket(() => ({})),
    ask: { board: () => Promise.resolve(summary('candidate')), me: () => Promise.resolve() },
    ...options,
  })
  ends.push(() => session.close())
  return session
}

const isLive = (session: Session) => session.state.get().sync === 'live'

test('opens a board, and what one draws the other sees', async () => {
  const server = await serve()
  const [a, b] = [open(server, 'ann'), open(server, 'bob')]
  expect(a.state.get().sync).toBe('loading')
  await until('both are live', () => isLive(a) && isLive(b))
  a.store.put([boundary('x')])
  await until('b sees the boundary', () => b.store.has(boundary('x').id))
  expect(b.room.get().board.title).toBe('A board')
})

test('says that edits are unsent until the server has them, deletions included', async () => {
  const server = await serve()
  const a = open(server, 'ann')
  await until('a is live', () => isLive(a))
  a.store.put([boundary('x')])
  expect(a.state.get().hasUnsentEdits).toBe(true)
  await until('the server has it', () => !a.state.get().hasUnsentEdits)
  expect(server.document('design').getMap('records').has('shape:x')).toBe(true)
  a.store.remove([boundary('x').id])
  expect(a.state.get().hasUnsentEdits).toBe(true)
  await until('the server deleted it', () => !a.state.get().hasUnsentEdits)
  expect(server.document('design').getMap('records').has('shape:x')).toBe(false)
})

test('L31 sends nothing before the server has said what it knows', async () => {
  const server = await serve()
  for (const name of ['ann', 'bob']) {
    const entry = { name, color: '#445566', role: 'candidate', owner: false }
    server.document('room').getMap('roster').set(name, entry)
  }
  const a = open(server, 'ann')
  await until('a is live', () => isLive(a))
  const b = open(server, 'bob')
  await until('b is live', () => isLive(b))
  server.holdQuestion('design', true)
  server.sockets('design')[0]?.terminate()
  await until('a noticed', () => !isLive(a))
  a.store.put([boundary('offline')])
  expect(a.state.get().hasUnsentEdits).toBe(true)
  const received = server.received.length
  a.reconnectNow()
  await until('the server has both', () => server.sockets('design').length === 2)
  b.setPresence({ summon: 1 })
  await until('a is connected', () => a.peers.get().some((peer) => peer.summon === 1))
  move(a.store, 'offline', 5, 5)
  a.setPresence({ summon: 2 })
  await until('b hears what a said later', () => b.peers.get().some((peer) => peer.summon === 2))
  expect(server.received).toHaveLength(received)
  server.holdQuestion('design', false)
  await until('everything is sent', () => isLive(a) && !a.state.get().hasUnsentEdits)
  const document = server.document('design')
  expect(document.getMap('records').has('shape:offline')).toBe(true)
  expect(document.store.pendingStructs).toBeNull()
})

test('shows the board while it reconnects, says when it tries, and merges when back', async () => {
  const server = await serve()
  const [a, b] = [open(server, 'ann'), open(server, 'bob')]
  await until('both are live', () => isLive(a) && isLive(b))
  a.store.put([boundary('x')])
  await until('b sees it', () => b.store.has(boundary('x').id))
  for (const name of ['design', 'room']) server.refuseWith(name, 1013)
  await until('a waits', () => a.state.get().nextAttemptAt !== undefined)
  expect(a.state.get().sync).toBe('reconnecting')
  expect(a.store.has(boundary('x').id)).toBe(true)
  move(a.store, 'x', 300, 0)
  rename(b.store, 'x', 'renamed')
  await until('a gives up on the network', () => a.state.get().sync === 'offline')
  for (const name of ['design', 'room']) server.refuseWith(name, undefined)
  a.reconnectNow()
  b.reconnectNow()
  await until('both are live', () => isLive(a) && isLive(b))
  const merged = { x: 300, props: { label: 'renamed' } }
  await until('both merged', () =>
    [a, b].every((s) => JSON.stringify(s.store.get(boundary('x').id)).includes('renamed')),
  )
  for (const { store } of [a, b]) expect(store.get(boundary('x').id)).toMatchObject(merged)
})

test('losing the right to write makes a reader and offers what was not sent', async () => {
  const server = await serve()
  const board = () => {
    server.refuseWith('design', undefined)
    return Promise.resolve(summary('reviewer'))
  }
  const ask = { board, me: () => Promise.resolve() }
  const a = open(server, 'ann', { ask })
  await until('a is live', () => isLive(a))
  server.refuseWith('design', 4409)
  a.store.put([boundary('mine')])
  await until('a is a reviewer', () => a.state.get().board.role === 'reviewer')
  expect(a.lostEdits.get()?.map((record) => record.id)).toContain('shape:mine')
  await until('a reads again', () => isLive(a) && !a.store.has(boundary('mine').id))
  expect(a.state.get().hasUnsentEdits).toBe(false)
})

test('starts afresh when its copy is ahead of the server', async () => {
  const server = await serve()
  const a = open(server, 'ann', { board: summary('observer') })
  await until('a is live', () => isLive(a))
  const seen: string[] = []
  a.state.subscribe(() => seen.push(a.state.get().sync))
  server.refuseWith('design', 4410)
  server.refuseWith('design', undefined)
  await until('a opened again', () => seen.length > 0 && isLive(a))
  expect(seen).toContain('reconnecting')
})

test('a board that is gone is refused with its sentence', async () => {
  const server = await serve()
  const gone = new RequestError('unknown_board', 'There is no board here.')
  const ask = { board: () => Promise.reject(gone), me: () => Promise.resolve() }
  const a = open(server, 'ann', { ask })
  await until('a is live', () => isLive(a))
  server.refuseWith('design', 4404)
  await until('a is refused', () => a.state.get().sync === 'refused')
  const { refusal } = a.state.get()
  expect(refusal).toEqual({ code: 'unknown_board', message: 'There is no board here.' })
})

test('peers are joined with the roster, and tabs of one person are two peers', async () => {
  const server = await serve()
  const entry = { name: 'Bob', color: '#445566', role: 'candidate', owner: false }
  server.document('room').getMap('roster').set('bob', entry)
  const [a, tab1, tab2, stranger] = ['ann', 'bob', 'bob', 'eve'].map((name) => open(server, name))
  if (a === undefined) throw new Error('nobody')
  await until('all are live', () =>
    [a, tab1, tab2, stranger].every((session) => session !== undefined && isLive(session)),
  )
  tab1?.setPresence({ cursor: { x: 1, y: 2 } })
  await until('a sees both tabs', () => a.peers.get().length === 2)
  await until('a sees the cursor', () => a.peers.get().some((peer) => peer.cursor?.x === 1))
  expect(a.peers.get().map((peer) => peer.entry)).toEqual([entry, entry])
  const drawn = a.store.allRecords().filter(({ typeName }) => typeName === 'instance_presence')
  expect(drawn).toHaveLength(2)
  tab2?.close()
  await until('one tab is gone', () => a.peers.get().length === 1)
})

test("a pointer that moves is no news of the room, and one's own none of peers", async () => {
  const server = await serve()
  const entry = { name: 'Ann', color: '#445566', role: 'candidate', owner: false }
  server.document('room').getMap('roster').set('ann', entry)
  const [a, b] = [open(server, 'ann'), open(server, 'bob')]
  await until('both are live and know each other', () => isLive(b) && b.peers.get().length === 1)
  await until('a read the room', () => a.room.get().roster.has('ann'))
  let told = 0
  for (const readable of [a.peers, a.room, b.room]) readable.subscribe(() => (told += 1))
  a.setPresence({ cursor: { x: 7, y: 7 } })
  await until('b sees it', () => b.peers.get()[0]?.cursor?.x === 7)
  expect(told).toBe(0)
})
