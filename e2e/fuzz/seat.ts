/** One person at the board behind a wire of their own: a real session, and what closed its sockets. */
import { openSession } from '#client/live/open-session.ts'
import type { Session } from '#client/live/session.ts'
import { RequestError } from '#client/lib/request.ts'
import { browserSocket } from '#client/testing/node-socket.ts'
import { Drawer } from '#client/testing/random-acts.ts'
import { boardSummary, errorAnswer, meAnswer } from '#shared/api.ts'
import type { Visitor } from '#server/testing/visitor.ts'
import { startTcpProxy, type TcpProxy } from '#server/testing/tcp-proxy.ts'
import type { MortalServer } from './mortal-server.ts'

export interface Seat {
  readonly name: string
  readonly session: Session
  readonly drawer: Drawer
  readonly proxy: TcpProxy
  /** Codes with which the server closed sockets of this person. */
  readonly closes: readonly number[]
  leave(): Promise<void>
}

export interface Place {
  readonly server: MortalServer
  readonly boardId: string
}

export async function takeSeat(
  { server, boardId }: Place,
  name: string,
  cookie: string,
): Promise<Seat> {
  const proxy = await startTcpProxy(server.port)
  const unfollow = server.onMoved((port) => proxy.target(port))
  // It may have moved while the proxy began to listen.
  proxy.target(server.port)
  const origin = `http://127.0.0.1:${proxy.port}`
  const closes: number[] = []
  const get = (path: string) => getJson(server.origin + path, cookie)
  const sure = async (path: string) => askUntilAnswered(server, () => get(path))
  const session = openSession({
    me: meAnswer.parse(await sure('/api/me')).person,
    board: boardSummary.parse(await sure(`/api/boards/${boardId}`)),
    origin,
    copies: { storage: undefined, hasDatabase: false },
    socket: browserSocket(
      () => ({ cookie, origin }),
      (code) => closes.push(code),
    ),
    ask: {
      board: async () => boardSummary.parse(await get(`/api/boards/${boardId}`)),
      me: () => get('/api/me'),
    },
  })
  return {
    name,
    session,
    proxy,
    closes,
    drawer: new Drawer(session.store),
    leave: async () => {
      unfollow()
      session.close()
      await proxy.stop()
    },
  }
}

export function cookieOf(visitor: Visitor): string {
  if (visitor.cookie === undefined) throw new Error('The visitor is not known to the server')
  return visitor.cookie
}

/** A killed server comes back; what matters here is not the asking. */
async function askUntilAnswered<T>(server: MortalServer, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    await server.up()
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof RequestError) || error.code !== 'offline') throw error
    }
  }
}

async function getJson(url: string, cookie: string): Promise<unknown> {
  let answer: Response
  try {
    answer = await fetch(url, { headers: { cookie } })
  } catch {
    throw new RequestError('offline', 'The server is down')
  }
  const body: unknown = await answer.json()
  if (answer.ok) return body
  const { code, message } = errorAnswer.parse(body).error
  throw new RequestError(code, message)
}
