/**
 * The tables as the query builder sees them. Columns carry the names of the port's rows, so that a row
 * is its own mapping; booleans are 0 or 1.
 */
import type { Generated } from 'kysely'
import type {
  ActRow,
  AssetRow,
  BoardRow,
  ClientIdRow,
  DeviceTokenRow,
  LinkRow,
  MemberRow,
  PersonRow,
  SnapshotRow,
  StoredUpdate,
  UpdateRow,
} from './storage.ts'

export interface Tables {
  people: Omit<PersonRow, 'isNamed'> & { readonly isNamed: number }
  boards: BoardRow
  links: LinkRow
  members: Omit<MemberRow, 'owner'> & { readonly owner: number }
  deviceTokens: DeviceTokenRow
  /** Gives a document of a board the small number that its updates carry. */
  documents: Pick<UpdateRow, 'boardId' | 'document'> & { readonly id: Generated<number> }
  updates: Omit<StoredUpdate, 'boardId' | 'document'> & {
    readonly id: Generated<number>
    readonly documentId: number
  }
  snapshots: SnapshotRow
  clientIds: ClientIdRow
  acts: Omit<ActRow, 'details'> & { readonly id: Generated<number>; readonly details: string }
  assets: AssetRow
  /** One row that is written to find out whether anything can be. */
  heartbeat: { readonly id: number; readonly at: number }
}
