/**
 * The port to whatever keeps data. Adapters implement it, `storage.contract.ts` holds them to it, and
 * nothing else in the server knows what a database is. Every method rejects with
 * `AppError('storage_unavailable')` when the disk cannot be written; nothing is then half done.
 */
import type { DocumentName, Role } from '#shared/access.ts'

export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly color: string
  readonly isNamed: boolean
  readonly createdAt: number
}

export interface BoardRow {
  readonly id: string
  readonly title: string
  readonly scenarioId: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

export interface MemberRow {
  readonly boardId: string
  readonly personId: string
  readonly role: Role
  readonly owner: boolean
  /** The link by which the person came; null for who made the board. */
  readonly linkId: string | null
  readonly joinedAt: number
}

export interface LinkRow {
  readonly id: string
  readonly boardId: string
  readonly role: Role
  /** SHA-256 of the token, hexadecimal. */
  readonly tokenHash: string
  readonly createdAt: number
  readonly revokedAt: number | null
}

/** One accepted update of a document, as it was sent to members. */
export interface UpdateRow {
  readonly boardId: string
  readonly document: DocumentName
  /** Who is answerable for it; null for the server itself (seed, repair). */
  readonly personId: string | null
  readonly at: number
  readonly bytes: Uint8Array
}

export interface StoredUpdate extends UpdateRow {
  /** Grows by one per update of a document, from 1. */
  readonly sequence: number
}

/** A document at a sequence; the log before it is kept all the same. */
export interface SnapshotRow {
  readonly boardId: string
  readonly document: DocumentName
  readonly sequence: number
  readonly at: number
  /** `Y.encodeStateAsUpdateV2`. */
  readonly bytes: Uint8Array
}

export interface LoadedDocument {
  readonly snapshot: SnapshotRow | undefined
  /** Updates after the snapshot, oldest first. */
  readonly updates: readonly StoredUpdate[]
}

/** An attributable act, in the log of acts of its board. */
export interface ActRow {
  readonly boardId: string
  readonly personId: string | null
  readonly at: number
  /** What was done, e.g. `comment`. */
  readonly act: string
  /** JSON of what is needed to read it later. */
  readonly details: unknown
}

export interface AssetRow {
  readonly id: string
  readonly boardId: string
  readonly mime: string
  /** Bytes. */
  readonly size: number
  readonly personId: string
  readonly createdAt: number
}

export interface DeviceTokenRow {
  readonly tokenHash: string
  readonly personId: string
  readonly expiresAt: number
}

/** A Yjs client id and the person who first wrote with it; nobody else may. */
export interface ClientIdRow {
  readonly boardId: string
  readonly document: DocumentName
  readonly clientId: number
  readonly personId: string
}

/** What one turn of the live server writes, in one transaction. */
export interface LogBatch {
  readonly updates: readonly UpdateRow[]
  readonly clientIds: readonly ClientIdRow[]
  readonly acts: readonly ActRow[]
}

/** What a board has from its first moment when it is made of a file. */
export interface BoardBeginnings {
  readonly assets: readonly AssetRow[]
  readonly acts: readonly ActRow[]
}

export interface Storage {
  readonly people: {
    find(id: string): Promise<PersonRow | undefined>
    put(person: PersonRow): Promise<void>
  }
  readonly boards: {
    find(id: string): Promise<BoardRow | undefined>
    /** The boards a person is on, the newest change first. */
    ofPerson(personId: string): Promise<readonly (BoardRow & Pick<MemberRow, 'role' | 'owner'>)[]>
    /** Makes board, owner and first updates together, and what else it begins with. */
    create(
      board: BoardRow,
      owner: MemberRow,
      first: readonly UpdateRow[],
      more?: BoardBeginnings,
    ): Promise<void>
    rename(id: string, title: string): Promise<void>
    /** Removes everything of the board but the files of its assets. */
    delete(id: string): Promise<void>
  }
  readonly members: {
    find(boardId: string, personId: string): Promise<MemberRow | undefined>
    ofBoard(boardId: string): Promise<readonly (MemberRow & Pick<PersonRow, 'name' | 'color'>)[]>
    put(member: MemberRow): Promise<void>
    remove(boardId: string, personId: string): Promise<void>
  }
  readonly links: {
    findByHash(tokenHash: string): Promise<LinkRow | undefined>
    /** Those that are not revoked, with the number of members who came by each. */
    ofBoard(boardId: string): Promise<readonly (LinkRow & { readonly members: number })[]>
    put(link: LinkRow): Promise<void>
    /** Marks the link and removes who came by it; answers the people removed. */
    revoke(boardId: string, linkId: string, at: number): Promise<readonly string[] | undefined>
  }
  readonly devices: {
    put(token: DeviceTokenRow): Promise<void>
    /** Answers the person and forgets the token, or nothing when it is unknown or too old. */
    take(tokenHash: string, now: number): Promise<string | undefined>
  }
  readonly log: {
    /**
     * All or nothing, durable when it resolves. Updates of a `design` move `updatedAt` of their board, late
     * by ten seconds at most. Rows of a board that is no more are left out, so that its deletion fails
     * nobody else's write.
     */
    append(batch: LogBatch): Promise<void>
    load(boardId: string, document: DocumentName): Promise<LoadedDocument>
    /** The document as it was after an update. */
    loadAt(boardId: string, document: DocumentName, sequence: number): Promise<LoadedDocument>
    /** Sequence of its last update; 0 where there is none. */
    lastSequence(boardId: string, document: DocumentName): Promise<number>
    /** Updates with `after` < sequence, oldest first, at most `limit`. */
    read(
      boardId: string,
      document: DocumentName,
      after: number,
      limit: number,
    ): Promise<readonly StoredUpdate[]>
    saveSnapshot(snapshot: SnapshotRow): Promise<void>
    clientIds(boardId: string, document: DocumentName): Promise<readonly ClientIdRow[]>
    acts(boardId: string): Promise<readonly ActRow[]>
  }
  readonly assets: {
    find(id: string): Promise<AssetRow | undefined>
    put(asset: AssetRow): Promise<void>
    ofBoard(boardId: string): Promise<readonly AssetRow[]>
  }
  /** A consistent copy of the database while it is in use. */
  backup(file: string): Promise<void>
  /** Rejects when nothing can be written now. */
  checkWritable(): Promise<void>
  close(): Promise<void>
}
