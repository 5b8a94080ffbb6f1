/** A live server on a port of its own for tests, over storage in memory, with a stub for sessions. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createBoardSchema } from '#shared/design/board-schema.ts'
import { encodeRecord, readRecord } from '#shared/design/record-codec.ts'
import type { Role } from '#shared/access.ts'
import { createLiveServer, type LiveServer } from '#server/live/create-live-server.ts'
import type { LiveLimits } from '#server/live/options.ts'
import { createSeeder } from '#server/live/seed-board.ts'
import * as Y from 'yjs'
import { LiveClient, type LiveClientOptions } from './live-client.ts'
import { createMemoryStorage, type MemoryStorage } from './memory-storage.ts'

export interface LiveHouse {
  readonly live: LiveServer
  readonly storage: MemoryStorage
  readonly server: string
  /** Errors and warnings that were logged. */
  readonly logged: string[]
  addBoard(id: string, people: Readonly<Record<string, Role>>): void
  options(board: string, person: string, more?: Partial<LiveClientOptions>): LiveClientOptions
  /** Connected and synced; closed with the house. */
  open(board: string, person: string, more?: Partial<LiveClientOptions>): Promise<LiveClient>
  /** On the way in: may be refused. */
  knock(board: string, person: string, more?: Partial<LiveClientOptions>): LiveClient
  close(): Promise<void>
}

export async function openLiveHouse(
  limits: Partial<LiveLimits> = {},
  storage: MemoryStorage = createMemoryStorage(),
): Promise<LiveHouse> {
  const logged: string[] = []
  const note = (_details: object, message: string): void => void logged.push(message)
  const live = createLiveServer({
    storage,
    authenticate: async ({ headers }) => personOf(headers.cookie),
    allowedOrigin: ({ headers }) => headers.origin === 'http://ours.test',
    now: Date.now,
    random: Math.random,
    log: { info: () => undefined, warn: note, error: note },
    createSchema: createBoardSchema,
    limits,
  })
  const http = createServer()
  http.on('upgrade', (request, socket, head) => live.handleUpgrade(request, socket, head))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const server = `ws://127.0.0.1:${portOf(http.address())}`
  const clients: LiveClient[] = []
  const options: LiveHouse['options'] = (board, person, more) => ({
    server,
    board,
    cookie: `person=${person}`,
    ...more,
  })
  const knock: LiveHouse['knock'] = (board, person, more) => {
    const client = new LiveClient(options(board, person, more))
    clients.push(client)
    return client
  }
  return {
    live,
    storage,
    server,
    logged,
    options,
    knock,
    addBoard(id, people) {
      const owner = { id: 'owner', name: 'Owner', color: '#000000', role: 'interviewer' } as const
      const board = { id, title: id, scenarioId: null, createdAt: 0 }
      storage.addBoard(id, createSeeder(createBoardSchema())(board, owner))
      for (const [personId, role] of Object.entries(people)) {
        storage.putMember({ boardId: id, personId, role })
      }
    },
    async open(board, person, more) {
      const client = knock(board, person, more)
      await client.until(() => client.isSynced)
      return client
    },
    async close() {
      for (const client of clients) client.terminate()
      await live.stop()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}

function personOf(cookie: string | undefined): { personId: string } | undefined {
  const [, personId] = /^person=(\w+)$/.exec(cookie ?? '') ?? []
  return personId === undefined ? undefined : { personId }
}

/** A component as it lies on a board. */
export function component(id: string, more: object = {}): Record<string, unknown> & { id: string } {
  return {
    id: `shape:${id}`,
    typeName: 'shape',
    type: 'component',
    x: 10,
    y: 20,
    rotation: 0,
    index: 'a1',
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    props: { w: 160, h: 80, kind: 'cache', label: id, technology: '', replicas: 1 },
    meta: {},
    ...more,
  }
}

/** Writes records into a client's document, in one transaction. */
export function draw(client: LiveClient, ...records: readonly Drawn[]): void {
  client.doc.transact(() => {
    for (const record of records) client.records.set(record.id, new Y.Map([encodeRecord(record)]))
  })
}

/** Records and state vector of a member's copy: equal when the copies are. */
export function contents(client: LiveClient): unknown {
  return [client.records.toJSON(), Y.encodeStateVector(client.doc)]
}

/** A record as a member's copy reads. */
export function recordAt(client: LiveClient, id: string): unknown {
  const map = client.records.get(id)
  return map && readRecord(map)
}

export interface Houses {
  /** A house with two boards; or one over the storage of another, as after a restart. */
  readonly open: (limits?: Partial<LiveLimits>, before?: LiveHouse) => Promise<LiveHouse>
  closeAll(): Promise<void>
}

export function createHouses(): Houses {
  const houses: LiveHouse[] = []
  return {
    async open(limits, before) {
      const house = await openLiveHouse(limits, before?.storage)
      houses.push(house)
      if (before !== undefined) return house
      for (const board of ['board', 'other']) {
        house.addBoard(board, { ada: 'interviewer', bob: 'candidate', oli: 'observer' })
      }
      return house
    },
    async closeAll() {
      for (const house of houses.splice(0)) await house.close()
    },
  }
}

/** A record to draw, of whatever form. */
export interface Drawn {
  readonly id: string
  readonly [key: string]: unknown
}
