/** A place at a document, as it was granted when the socket was opened. */
import type { DocumentName } from '#shared/access.ts'

export interface Seat {
  readonly boardId: string
  readonly document: DocumentName
  readonly personId: string
  readonly mayWrite: boolean
  readonly mayPoint: boolean
  /** Network address that the socket came from. */
  readonly address: string
}
