/** A board with somebody in every role, as tests need it. */
import { z } from 'zod'
import { roles, type Role } from '#shared/access.ts'
import { boardSummary, linkMade, meAnswer } from '#shared/api.ts'
import type { Reply, Visitor } from './visitor.ts'

/** Whatever people can come to: a server of this process, or the built product. */
export interface Visitable {
  visit(): Visitor
}

export interface TestBoard {
  readonly id: string
  readonly path: string
  /** Made the board, sits as interviewer. */
  readonly owner: Visitor
  readonly members: Readonly<Record<Role, Visitor>>
  /** Known to the server, not on the board. */
  readonly stranger: Visitor
}

export async function makeBoard(server: Visitable): Promise<TestBoard> {
  const owner = server.visit()
  const { id } = boardSummary.parse(expectStatus(await owner.post('/api/boards', {}), 201).json)
  const path = `/api/boards/${id}`
  const seats = await Promise.all(
    roles.map(async (role) => [role, await joinAs(server, owner, { path, role })] as const),
  )
  const stranger = server.visit()
  await stranger.get('/api/me')
  const members = z.custom<Record<Role, Visitor>>().parse(Object.fromEntries(seats))
  return { id, path, owner, members, stranger }
}

export async function joinAs(
  server: Visitable,
  owner: Visitor,
  { path, role }: { readonly path: string; readonly role: Role },
): Promise<Visitor> {
  const { token } = await makeLink(owner, path, role)
  const visitor = server.visit()
  expectStatus(await visitor.post('/api/join', { token, name: `The ${role}` }), 200)
  return visitor
}

export async function makeLink(owner: Visitor, path: string, role: Role) {
  return linkMade.parse(expectStatus(await owner.post(`${path}/links`, { role }), 201).json)
}

export async function personIdOf(visitor: Visitor): Promise<string> {
  return meAnswer.parse((await visitor.get('/api/me')).json).person.id
}

/** The code of a refusal; undefined for an answer that is none. */
export function codeOf(reply: Reply): string | undefined {
  const refusal = z.object({ error: z.object({ code: z.string() }) }).safeParse(reply.json)
  return refusal.data?.error.code
}

export function expectStatus(reply: Reply, status: number): Reply {
  if (reply.status === status) return reply
  throw new Error(`Expected ${status}, got ${reply.status}: ${reply.text}`)
}
