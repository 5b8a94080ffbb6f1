/**
 * People without accounts. An identity is a random id in a signed cookie; its row is made when it is
 * first needed, from the id alone, so that two first requests at the same moment make the same person.
 */
import { createHash } from 'node:crypto'
import type { Person } from '#shared/api.ts'
import { AppError } from '#shared/errors.ts'
import type { PersonRow, Storage } from '#server/storage/storage.ts'
import type { BoardRoom } from './board-room.ts'
import { hashToken, newToken } from './random-ids.ts'

/** Colours that a new person may get: the palette of the page, readable in light and in dark. */
export const personColors = [
  '#2f6fdb',
  '#0f8462',
  '#c2410c',
  '#a3397b',
  '#7c5cd6',
  '#8a6d00',
  '#0e7f94',
  '#b3261e',
] as const

/** How long a link to another device works: long enough to type it, short enough to lose it. */
export const deviceLinkMs = 15 * 60_000

export interface PersonChange {
  readonly name?: string | undefined
  readonly color?: string | undefined
}

export class PeopleService {
  constructor(
    private readonly storage: Storage,
    private readonly room: BoardRoom,
    private readonly now: () => number,
  ) {}

  async find(id: string): Promise<PersonRow> {
    const known = await this.storage.people.find(id)
    if (known !== undefined) return known
    const person = guest(id, this.now())
    await this.storage.people.put(person)
    return person
  }

  /** Also tells every board that the person is on, since names on a board come from its roster. */
  async change(id: string, change: PersonChange): Promise<PersonRow> {
    const before = await this.find(id)
    const after: PersonRow = {
      ...before,
      name: change.name ?? before.name,
      color: change.color ?? before.color,
      isNamed: before.isNamed || change.name !== undefined,
    }
    if (isSame(before, after)) return before
    await this.storage.people.put(after)
    for (const board of await this.storage.boards.ofPerson(id)) {
      await this.room.writeRoster(board.id, { personId: id, act: 'change_name' })
    }
    return after
  }

  async makeDeviceToken(personId: string): Promise<{ token: string; expiresAt: number }> {
    const token = newToken()
    const expiresAt = this.now() + deviceLinkMs
    await this.storage.devices.put({ tokenHash: hashToken(token), personId, expiresAt })
    return { token, expiresAt }
  }

  /** Who the token stands for. It works once. */
  async claim(token: string): Promise<PersonRow> {
    const personId = await this.storage.devices.take(hashToken(token), this.now())
    if (personId === undefined) throw new AppError('unknown_link')
    return this.find(personId)
  }
}

export function toPerson(row: PersonRow): Person {
  return { id: row.id, name: row.name, color: row.color }
}

function guest(id: string, now: number): PersonRow {
  const hash = createHash('sha256').update(id).digest()
  const color = personColors[hash.readUInt16BE(2) % personColors.length] ?? personColors[0]
  const name = `Guest ${1000 + (hash.readUInt16BE(0) % 9000)}`
  return { id, name, color, isNamed: false, createdAt: now }
}

function isSame(a: PersonRow, b: PersonRow): boolean {
  return a.name === b.name && a.color === b.color && a.isNamed === b.isNamed
}
