/** HTTP and the live documents together: what an act does to open sockets, and how a server ends. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { get } from 'node:https'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { DocumentName } from '#shared/access.ts'
import { livePath } from '#shared/live.ts'
import { makeBoard, makeLink, personIdOf, type TestBoard } from '#server/testing/members.ts'
import { makeDataDir, startServer, type StartedServer } from '#server/testing/start-server.ts'
import type { Visitor } from '#server/testing/visitor.ts'

let server: StartedServer
let board: TestBoard
beforeAll(async () => {
  server = await startServer()
  board = await makeBoard(server)
})
afterAll(() => server.stop())

function open(visitor: Visitor, boardId: string, document: DocumentName, origin = visitor.origin) {
  const address = visitor.origin.replace('http', 'ws') + livePath(boardId, document)
  const headers = { origin, ...(visitor.cookie === undefined ? {} : { cookie: visitor.cookie }) }
  const socket = new WebSocket(address, { headers })
  const closed = once(socket, 'close').then(([code]: number[]) => code)
  return { socket, closed }
}

/** The question that every Yjs client begins with: sync, step 1, an empty state vector. */
const firstQuestion = Uint8Array.of(0, 0, 1, 0)

/** Resolves when the server has let the socket in and answers it. */
async function openAndWait(visitor: Visitor, boardId: string, document: DocumentName) {
  const opened = open(visitor, boardId, document)
  opened.socket.once('open', () => opened.socket.send(firstQuestion))
  await once(opened.socket, 'message')
  return opened
}

test('lets a member in by the cookie that REST gave', async () => {
  const { socket, closed } = await openAndWait(board.members.observer, board.id, 'room')
  socket.close()
  expect(await closed).toBe(1005)
})

test.each([
  ['somebody who is not on the board', () => board.stranger, 4403],
  ['somebody without a cookie', () => server.visit(), 4401],
])('closes the socket of %s', async (_, visitor, code) => {
  expect(await open(visitor(), board.id, 'design').closed).toBe(code)
})

test('closes the socket of a page of another site', async () => {
  const { closed } = open(board.owner, board.id, 'design', 'https://evil.example')
  expect(await closed).toBe(4403)
})

test('keeps the notes from a candidate', async () => {
  expect(await open(board.members.candidate, board.id, 'notes').closed).toBe(4403)
})

test('closes the sockets of those whose link is revoked, and of nobody else', async () => {
  const { id, token } = await makeLink(board.owner, board.path, 'candidate')
  const guest = server.visit()
  await guest.post('/api/join', { token })
  const theirs = await openAndWait(guest, board.id, 'design')
  const other = await openAndWait(board.members.candidate, board.id, 'design')
  await board.owner.delete(`${board.path}/links/${id}`)
  expect(await theirs.closed).toBe(4409)
  expect(await open(guest, board.id, 'design').closed).toBe(4403)
  expect(other.socket.readyState).toBe(WebSocket.OPEN)
  other.socket.close()
})

test('closes the sockets of who gets another role', async () => {
  const { reviewer } = board.members
  const { closed } = await openAndWait(reviewer, board.id, 'room')
  await board.owner.patch(`${board.path}/members/${await personIdOf(reviewer)}`, {
    role: 'observer',
  })
  expect(await closed).toBe(4409)
})

test('closes the sockets of a board that is deleted', async () => {
  const other = await makeBoard(server)
  const { closed } = await openAndWait(other.owner, other.id, 'design')
  await other.owner.delete(other.path)
  expect(await closed).toBe(4404)
})

test('tells sockets to come back when it stops, and keeps what was said', async () => {
  const dataDir = makeDataDir()
  const first = await startServer({ config: { dataDir } })
  const { owner, id, path } = await makeBoard(first)
  const { closed } = await openAndWait(owner, id, 'room')
  await owner.patch(path, { title: 'Said before the end' })
  await first.stop()
  expect(await closed).toBe(1012)
  const second = await startServer({ config: { dataDir } })
  const again = second.visit()
  again.cookie = owner.cookie
  expect((await again.get(path)).json).toMatchObject({ title: 'Said before the end' })
  await second.stop()
})

test('serves https with a certificate, and a cookie that stays on https', async () => {
  const dataDir = makeDataDir()
  const [keyFile, certFile] = [join(dataDir, 'key.pem'), join(dataDir, 'cert.pem')]
  const made = ['-keyout', keyFile, '-out', certFile, '-days', '2', '-subj', '/CN=127.0.0.1']
  const named = ['-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...made, ...named], {
    stdio: 'ignore',
  })
  const secure = await startServer({ config: { dataDir, tls: { certFile, keyFile } } })
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${secure.origin}/api/me`, { ca: readFileSync(certFile) }, resolve).on('error', reject)
  })
  expect(await text(response)).toContain('Guest')
  expect(response.headers['set-cookie']?.[0]).toMatch(/; Secure(;|$)/)
  expect(response.headers['strict-transport-security']).toBeUndefined()
  await secure.stop()
})
