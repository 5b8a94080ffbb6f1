/**
 * What the rest of the server may ask of the live documents. Routes and services know this interface
 * and nothing of sockets, rooms or Yjs frames.
 */
import type * as Y from 'yjs'
import type { DocumentName } from '#shared/access.ts'
import type { ActRow } from '#server/storage/storage.ts'

export interface LiveDocuments {
  /**
   * Runs `change` on the document as one act: the act's row and the update it causes are committed in
   * one transaction, then sent to members, and only then does the promise resolve. Nothing is sent or
   * kept when `change` throws. `T` is what `change` returns.
   */
  act<T>(
    boardId: string,
    document: DocumentName,
    act: ActRow,
    change: (doc: Y.Doc) => T,
  ): Promise<T>
  /** Reads the document as it is now, loading it when no one has it open. */
  read<T>(boardId: string, document: DocumentName, look: (doc: Y.Doc) => T): Promise<T>
  /** Closes the sockets of these people on the board so that they ask for their rights again. */
  rightsChanged(boardId: string, personIds: readonly string[]): void
  /** Closes every socket of a board that is no more. */
  boardDeleted(boardId: string): void
}
