import { afterEach, expect, test } from 'vitest'
import { RequestError } from '#client/lib/request.ts'
import { boundary, connection, move, rename } from '#client/testing/board-records.ts'
import { browserSocket } from '#client/testing/node-socket.ts'
import { isSameBoard } from '#client/testing/same-board.ts'
import { until } from '#client/testing/until.ts'
import { boardSummary, errorAnswer, meAnswer } from '#shared/api.ts'
import { makeBoard, type TestBoard } from '#server/testing/members.ts'
import { startServer, type StartedServer } from '#server/testing/start-server.ts'
import { startTcpProxy, type TcpProxy } from '#server/testing/tcp-proxy.ts'
import type { Visitor } from '#server/testing/visitor.ts'
import { openSession } from './open-session.ts'
import type { Session } from './session.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

interface House {
  readonly server: StartedServer
  readonly board: TestBoard
  readonly proxy: TcpProxy
}

async function house(): Promise<House> {
  const server = await startServer()
  ends.push(() => server.stop())
  const proxy = await startTcpProxy(Number(new URL(server.origin).port))
  ends.push(() => proxy.stop())
  return { server, board: await makeBoard(server), proxy }
}

async function ask<T>(
  visitor: Visitor,
  path: string,
  schema: { parse(value: unknown): T },
): Promise<T> {
  const reply = await visitor.get(path).catch(() => undefined)
  if (reply === undefined) throw new RequestError('offline', 'No network')
  if (reply.status === 200) return schema.parse(reply.json)
  const { code, message } = errorAnswer.parse(reply.json).error
  throw new RequestError(code, message)
}

async function open({ board, proxy }: House, visitor: Visitor): Promise<Session> {
  const origin = `http://127.0.0.1:${proxy.port}`
  const { person } = await ask(visitor, '/api/me', meAnswer)
  const session = openSession({
    me: person,
    board: await ask(visitor, board.path, boardSummary),
    origin,
    copies: { storage: undefined, hasDatabase: false },
    socket: browserSocket(() => ({ cookie: visitor.cookie ?? '', origin })),
    ask: {
      board: () => ask(visitor, board.path, boardSummary),
      me: () => ask(visitor, '/api/me', meAnswer),
    },
  })
  ends.push(() => session.close())
  return session
}

const isLive = (session: Session) => session.state.get().sync === 'live'
const isSettled = (session: Session) => isLive(session) && !session.state.get().hasUnsentEdits

const areEqual = (a: Session, b: Session) => isSameBoard(a.store, b.store)

test('two people draw on one board, a reader watches, and every edit is confirmed', async () => {
  const place = await house()
  const { candidate, observer } = place.board.members
  const owner = await open(place, place.board.owner)
  const [other, reader] = [await open(place, candidate), await open(place, observer)]
  await until('all are live', () => [owner, other, reader].every(isLive))
  owner.store.put([boundary('x'), boundary('y')])
  await until('the candidate sees it', () => other.store.has(boundary('x').id))
  other.store.put(connection('c', 'x', 'y'))
  owner.store.remove([boundary('y').id])
  await until('all is confirmed', () => [owner, other].every(isSettled))
  await until('all are equal', () => areEqual(owner, other) && areEqual(owner, reader))
  expect(owner.room.get().roster.size).toBe(5)
})

test('what is drawn on both sides of a partition merges by property', async () => {
  const place = await house()
  const a = await open(place, place.board.owner)
  const b = await open(place, place.board.members.candidate)
  await until('both are live', () => isLive(a) && isLive(b))
  a.store.put([boundary('x')])
  await until('b sees it', () => b.store.has(boundary('x').id))
  place.proxy.partition()
  await until('both noticed', () => !isLive(a) && !isLive(b))
  move(a.store, 'x', 321, 0)
  rename(b.store, 'x', 'renamed')
  place.proxy.heal()
  for (const session of [a, b]) session.reconnectNow()
  await until('both are settled', () => isSettled(a) && isSettled(b))
  await until('both are equal', () => areEqual(a, b))
  const merged = { x: 321, props: { label: 'renamed' } }
  expect(a.store.get(boundary('x').id)).toMatchObject(merged)
})

test('a person who is removed while the board is open is refused with a sentence', async () => {
  const place = await house()
  const { candidate } = place.board.members
  const session = await open(place, candidate)
  await until('the candidate is live', () => isLive(session))
  const path = `${place.board.path}/members/${session.me.id}`
  expect((await place.board.owner.delete(path)).status).toBeLessThan(300)
  await until('the candidate is refused', () => session.state.get().sync === 'refused')
  expect(session.state.get().refusal?.code).toBe('not_a_member')
})

test('a candidate who becomes a reviewer goes on reading and writes no more', async () => {
  const place = await house()
  const session = await open(place, place.board.members.candidate)
  await until('the candidate is live', () => isLive(session))
  const path = `${place.board.path}/members/${session.me.id}`
  const changed = await place.board.owner.patch(path, { role: 'reviewer' })
  expect(changed.status).toBeLessThan(300)
  await until('a reviewer is live', () => {
    return session.state.get().board.role === 'reviewer' && isLive(session)
  })
  session.store.put([boundary('mine')])
  const owner = await open(place, place.board.owner)
  await until('the owner is live', () => isLive(owner))
  owner.store.put([boundary('theirs')])
  await until('the reviewer reads', () => session.store.has(boundary('theirs').id))
  expect([session, owner].map(({ store }) => store.has(boundary('mine').id))).toEqual([
    false,
    false,
  ])
})

test('who loses the right to write while away is offered the edits that were not sent', async () => {
  const place = await house()
  const session = await open(place, place.board.members.candidate)
  await until('the candidate is live', () => isLive(session))
  place.proxy.partition()
  await until('the candidate is away', () => !isLive(session))
  session.store.put([boundary('mine')])
  const path = `${place.board.path}/members/${session.me.id}`
  expect((await place.board.owner.patch(path, { role: 'reviewer' })).status).toBeLessThan(300)
  place.proxy.heal()
  session.reconnectNow()
  await until('a reviewer is live', () => {
    return session.state.get().board.role === 'reviewer' && isLive(session)
  })
  expect(session.lostEdits.get()?.map(({ id }) => id)).toContain(boundary('mine').id)
  await until('the board goes on without them', () => !session.store.has(boundary('mine').id))
})

test('a confirmed edit is on the disk of a server that is started again', async () => {
  const place = await house()
  const a = await open(place, place.board.owner)
  await until('a is live', () => isLive(a))
  a.store.put([boundary('x')])
  await until('it is confirmed', () => isSettled(a))
  const { updates } = await place.server.storage.log.load(place.board.id, 'design')
  expect(updates.length).toBeGreaterThan(1)
})
