/** Role links: made and revoked by the owner, opened by anybody who holds the token. */
import { mayAct, mayMakeLink, type Role } from '#shared/access.ts'
import type { Link } from '#shared/api.ts'
import { AppError } from '#shared/errors.ts'
import type { LiveDocuments } from '#server/live/live-server.ts'
import type { LinkRow, MemberRow, Storage } from '#server/storage/storage.ts'
import { seatFor, seatOf } from './board-access.ts'
import type { BoardRoom } from './board-room.ts'
import { hashToken, newId, newToken } from './random-ids.ts'

export interface LinksParts {
  readonly storage: Storage
  readonly live: LiveDocuments
  readonly room: BoardRoom
  readonly now: () => number
}

export interface OpenedLink {
  readonly board: string
  readonly role: Role
}

export class LinksService {
  constructor(private readonly parts: LinksParts) {}

  /** The token is answered this once; only its hash is kept. */
  async make(
    boardId: string,
    personId: string,
    role: Role,
  ): Promise<{ id: string; role: Role; token: string }> {
    const { storage, now } = this.parts
    const { member } = await seatOf(storage, boardId, personId)
    if (!mayMakeLink(member, role)) throw new AppError('role_may_not')
    const token = newToken()
    const id = newId()
    const row = { id, boardId, role, tokenHash: hashToken(token) }
    await storage.links.put({ ...row, createdAt: now(), revokedAt: null })
    return { id, role, token }
  }

  async list(boardId: string, personId: string): Promise<Link[]> {
    const { storage } = this.parts
    await seatFor(storage, 'see_links', { boardId, personId })
    const rows = await storage.links.ofBoard(boardId)
    return rows.map(({ id, role, createdAt, members }) => ({ id, role, createdAt, members }))
  }

  /** Who came by the link is off the board before this answers. */
  async revoke(boardId: string, personId: string, linkId: string): Promise<void> {
    const { storage, live, room, now } = this.parts
    const { member } = await seatOf(storage, boardId, personId)
    if (!mayAct(member, 'revoke_link')) throw new AppError('role_may_not')
    const removed = await storage.links.revoke(boardId, linkId, now())
    if (removed === undefined) throw new AppError('unknown_thing')
    await room.writeRoster(boardId, { personId, act: 'revoke_link', details: { linkId, removed } })
    live.rightsChanged(boardId, removed)
  }

  /** Refuses a token that opens nothing. */
  async check(token: string): Promise<void> {
    await this.usableLink(token)
  }

  /**
   * Opening a link again changes nothing. A link to another role is taken only with `agreesToSwitch`;
   * the owner keeps the owner's role whatever link is opened.
   */
  async open(token: string, personId: string, agreesToSwitch: boolean): Promise<OpenedLink> {
    const link = await this.usableLink(token)
    const member = await this.parts.storage.members.find(link.boardId, personId)
    const opened = { board: link.boardId, role: link.role }
    if (member === undefined) await this.seat(link, personId, undefined)
    else if (member.owner) return { ...opened, role: member.role }
    else if (member.role !== link.role) {
      if (!agreesToSwitch) throw new AppError('other_role', `You are ${member.role} here.`)
      await this.seat(link, personId, member)
    } else await this.parts.room.mend(link.boardId, { personId, act: 'join' })
    return opened
  }

  private async usableLink(token: string): Promise<LinkRow> {
    const link = await this.parts.storage.links.findByHash(hashToken(token))
    if (link === undefined) throw new AppError('unknown_link')
    if (link.revokedAt !== null) throw new AppError('revoked_link')
    return link
  }

  private async seat(link: LinkRow, personId: string, before: MemberRow | undefined) {
    const { storage, live, room, now } = this.parts
    const { boardId, role, id: linkId } = link
    const joinedAt = before?.joinedAt ?? now()
    await storage.members.put({ boardId, personId, role, owner: false, linkId, joinedAt })
    await this.leaveIfRevoked(link, personId)
    const act = before === undefined ? 'join' : 'switch_role'
    await room.writeRoster(boardId, { personId, act, details: { role, linkId } })
    if (before !== undefined) live.rightsChanged(boardId, [personId])
  }

  /** The owner may have revoked the link in the moment between looking and sitting down. */
  private async leaveIfRevoked({ boardId, tokenHash }: LinkRow, personId: string): Promise<void> {
    const { storage } = this.parts
    const link = await storage.links.findByHash(tokenHash)
    if (link !== undefined && link.revokedAt === null) return
    await storage.members.remove(boardId, personId)
    throw new AppError('revoked_link')
  }
}
