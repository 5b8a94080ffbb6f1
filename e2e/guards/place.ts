/**
 * A board of the built product, people in every role who come to it with plain y-websocket clients, and
 * the question that ends every attack: does an honest member still draw, and do all see one good board?
 */
import { expect } from '@playwright/test'
import type { Role } from '#shared/access.ts'
import { boardSummary, type BoardSummary } from '#shared/api.ts'
import { createBoardSchema } from '#shared/design/board-schema.ts'
import { judgeBoard } from '#shared/design/judge-board.ts'
import { encodeRecord, readRecord } from '#shared/design/record-codec.ts'
import { until } from '#client/testing/until.ts'
import { component } from '#server/testing/live-house.ts'
import { expectStatus, joinAs } from '#server/testing/members.ts'
import { Visitor } from '#server/testing/visitor.ts'
import type { TLRecord } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { RawMember, type RawOptions } from './raw-member.ts'

interface Running {
  readonly origin: string
}

type Body = Partial<Record<'as' | 'title' | 'scenario', string>>

export class Place {
  readonly id: string
  readonly path: string
  readonly #members: RawMember[] = []
  readonly #visitors = new Map<Role, Promise<Visitor>>()
  #drawn = 0

  private constructor(
    readonly product: Running,
    readonly owner: Visitor,
    { id, role }: BoardSummary,
  ) {
    this.id = id
    this.path = `/api/boards/${id}`
    this.#visitors.set(role, Promise.resolve(owner))
  }

  static async make(product: Running, body: Body = {}): Promise<Place> {
    const owner = new Visitor(product.origin)
    const reply = expectStatus(await owner.post('/api/boards', body), 201)
    return new Place(product, owner, boardSummary.parse(reply.json))
  }

  visit(): Visitor {
    return new Visitor(this.product.origin)
  }

  /** Whoever sits in that role; comes by a link the first time. */
  as(role: Role): Promise<Visitor> {
    const known = this.#visitors.get(role)
    if (known !== undefined) return known
    const comes = this.comes(role)
    this.#visitors.set(role, comes)
    return comes
  }

  /** One more person in that role. */
  comes(role: Role): Promise<Visitor> {
    return joinAs(this, this.owner, { path: this.path, role })
  }

  /** On the way in: may be refused. */
  knock(visitor: Visitor, document = 'design', options: RawOptions = {}): RawMember {
    return this.knockAt(`live/${this.id}`, document, { cookie: visitor.cookie, ...options })
  }

  knockAt(folder: string, document: string, options: RawOptions): RawMember {
    const { origin } = this.product
    const member = new RawMember({ origin, folder, document }, options)
    this.#members.push(member)
    return member
  }

  /** Connected and synced. */
  async open(role: Role, document = 'design', doc?: Y.Doc): Promise<RawMember> {
    const options = doc === undefined ? {} : { doc }
    return this.knock(await this.as(role), document, options).synced()
  }

  leave(): void {
    for (const member of this.#members.splice(0)) member.leave()
  }

  /** Those who watch are still connected and hold what a newcomer gets. */
  async expectPeace(...watching: readonly RawMember[]): Promise<void> {
    const honest = await this.open('interviewer')
    const id = `shape:honest-${(this.#drawn += 1)}`
    draw(honest, component(id.slice('shape:'.length)))
    await honest.settled()
    const newcomer = await this.open('observer')
    const everybody = [newcomer, honest, ...watching]
    await until('everybody sees an honest edit', () =>
      everybody.every(({ records }) => records.has(id)),
    )
    for (const member of everybody) {
      expect(member.closes).toEqual([])
      expect(contentOf(member)).toEqual(contentOf(newcomer))
      expect(member.doc.store.pendingStructs).toBeNull()
    }
    expectGoodBoard(newcomer)
    honest.leave()
    newcomer.leave()
  }
}

/** Writes records as any client would: whole, under their ids. */
export function draw(member: RawMember, ...records: readonly { readonly id: string }[]): void {
  member.doc.transact(() => {
    for (const record of records) member.records.set(record.id, new Y.Map([encodeRecord(record)]))
  })
}

/** A record as a member's copy reads. */
export function recordAt(member: RawMember, id: string): unknown {
  const map = member.records.get(id)
  return map instanceof Y.Map ? readRecord(map) : map
}

/** Everything in every root of the design, by its meaning. */
export function contentOf({ doc }: RawMember): unknown {
  return { records: doc.getMap('records').toJSON(), meta: doc.getMap('meta').toJSON() }
}

/** Every record fits the schema, and together they make a board. */
export function expectGoodBoard(member: RawMember): void {
  const { types } = createBoardSchema()
  const records = new Map<string, TLRecord>()
  for (const id of member.records.keys()) {
    const record = recordAt(member, id) as TLRecord
    expect(record).toMatchObject({ id })
    const type = types[record.typeName]
    expect(type.scope).toBe('document')
    records.set(id, type.validate(record))
  }
  expect(judgeBoard(records)).toEqual([])
  const kinds = [...records.values()].map(({ typeName }) => typeName)
  expect(kinds).toContain('document')
  expect(kinds).toContain('page')
}
