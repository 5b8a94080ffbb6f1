/** The part of the storage port that the live server uses, in memory, with faults that can be asked for. */
import type { LiveStorage } from '#server/live/options.ts'
import type {
  ActRow,
  BoardRow,
  ClientIdRow,
  LogBatch,
  MemberRow,
  SnapshotRow,
  StoredUpdate,
  UpdateRow,
} from '#server/storage/storage.ts'

export interface MemoryStorage extends LiveStorage {
  readonly acts: ActRow[]
  readonly clientIdRows: ClientIdRow[]
  readonly snapshots: Map<string, SnapshotRow>
  updatesOf(boardId: string, document: string): readonly StoredUpdate[]
  addBoard(id: string, first: readonly UpdateRow[]): void
  putMember(member: Pick<MemberRow, 'boardId' | 'personId' | 'role'>): void
  /** From now on every append rejects with this; `undefined` heals it. */
  failWith(error: Error | undefined): void
  /** From now on loading documents of this board rejects. */
  breakBoard(boardId: string): void
  /** Appends wait for the returned function to be called. */
  holdAppends(): () => void
}

/* oxlint-disable max-lines-per-function -- one literal that implements a port */
export function createMemoryStorage(): MemoryStorage {
  const logs = new Map<string, StoredUpdate[]>()
  const boards = new Map<string, BoardRow>()
  const members = new Map<string, MemberRow>()
  const snapshots = new Map<string, SnapshotRow>()
  const acts: ActRow[] = []
  const clientIdRows: ClientIdRow[] = []
  const broken = new Set<string>()
  let fault: Error | undefined
  let gate: Promise<void> = Promise.resolve()

  const logOf = (boardId: string, document: string): StoredUpdate[] => {
    const key = `${boardId}/${document}`
    const known = logs.get(key) ?? []
    logs.set(key, known)
    return known
  }
  const write = (row: UpdateRow): void => {
    const log = logOf(row.boardId, row.document)
    log.push({ ...row, bytes: Uint8Array.from(row.bytes), sequence: log.length + 1 })
  }
  const unused = (): never => {
    throw new Error('The live server does not use this')
  }

  return {
    acts,
    clientIdRows,
    snapshots,
    updatesOf: logOf,
    addBoard(id, first) {
      boards.set(id, { id, title: id, scenarioId: null, createdAt: 0, updatedAt: 0 })
      first.forEach(write)
    },
    putMember(member) {
      const row = { ...member, owner: false, linkId: null, joinedAt: 0 }
      members.set(`${member.boardId}/${member.personId}`, row)
    },
    failWith(error) {
      fault = error
    },
    breakBoard(boardId) {
      broken.add(boardId)
    },
    holdAppends() {
      let open = (): void => undefined
      gate = new Promise((resolve) => {
        open = resolve
      })
      return open
    },
    members: {
      find: async (boardId, personId) => members.get(`${boardId}/${personId}`),
      ofBoard: unused,
      put: unused,
      async remove(boardId, personId) {
        members.delete(`${boardId}/${personId}`)
      },
    },
    boards: {
      find: async (id) => boards.get(id),
      ofPerson: unused,
      create: unused,
      rename: unused,
      delete: unused,
    },
    log: {
      async append({ updates, clientIds, acts: added }: LogBatch) {
        await gate
        if (fault !== undefined) throw fault
        updates.forEach(write)
        clientIdRows.push(...clientIds)
        acts.push(...added)
      },
      async load(boardId, document) {
        if (broken.has(boardId)) throw new Error('The disk is broken here')
        const snapshot = snapshots.get(`${boardId}/${document}`)
        const after = snapshot?.sequence ?? 0
        const updates = logOf(boardId, document).filter(({ sequence }) => sequence > after)
        return { snapshot, updates }
      },
      read: unused,
      loadAt: unused,
      lastSequence: unused,
      async saveSnapshot(snapshot) {
        snapshots.set(`${snapshot.boardId}/${snapshot.document}`, snapshot)
      },
      clientIds: async (boardId, document) =>
        clientIdRows.filter((row) => row.boardId === boardId && row.document === document),
      acts: async () => acts,
    },
  }
}
