/**
 * Judges an update before it is merged: whether it can be read, stands on what is there, stays in the
 * roots that members write, and was written by whom it says. It changes nothing but the claims on
 * client ids.
 */
import * as Y from 'yjs'
import type { DocumentName } from '#shared/access.ts'
import type { ErrorCode } from '#shared/errors.ts'
import { documentRoots } from '#shared/live.ts'
import { holdsValueOf } from '../yjs-internals.ts'
import { scanUpdate, type Outline } from '../scan-update.ts'

/** Whose word counts for a client id. Answers whether the id is the writer's to use. */
export type ClaimClient = (client: number, isAnswer: boolean) => boolean

export interface Writing {
  readonly doc: Y.Doc
  readonly document: DocumentName
  readonly bytes: Uint8Array
  /** Answers the server's question for what it lacks (sync step 2): may bring older work. */
  readonly isAnswer: boolean
  readonly claim: ClaimClient
}

/** Roots that members may write into over the socket. */
const openRoots: Record<DocumentName, readonly string[]> = {
  design: [documentRoots.design.records],
  room: [],
  notes: [documentRoots.notes.texts],
}

/** The outline of an acceptable update, or why it is refused. */
export function guardWrites(writing: Writing): Outline | ErrorCode {
  const outline = scanUpdate(writing.bytes)
  if (outline === undefined || !isInBounds(outline, writing)) return 'malformed_frame'
  if (!standsOnKnown(outline, writing.doc)) return 'malformed_frame'
  if (writing.document === 'design' && touchesMeta(outline, writing.doc)) return 'malformed_frame'
  return ownsNewStructs(outline, writing) ? outline : 'role_may_not'
}

function isInBounds(outline: Outline, { document }: Writing): boolean {
  if (outline.hasSubdocument || outline.hasGap) return false
  if (outline.hasListItem && document === 'design') return false
  return outline.roots.every((root) => openRoots[document].includes(root))
}

/** Everything that is pointed at, continued or deleted is there: nothing would be left pending. */
function standsOnKnown(outline: Outline, doc: Y.Doc): boolean {
  const { references, sections, deletes } = outline
  for (const { client, clock } of sections) if (clock > Y.getState(doc.store, client)) return false
  const ends = new Map<number, number>()
  for (const { client, end } of sections) ends.set(client, end)
  const isThere = (client: number, end: number): boolean =>
    end <= Y.getState(doc.store, client) || end <= (ends.get(client) ?? 0)
  for (let at = 0; at < references.length; at += 2) {
    if (!isThere(references[at] ?? 0, (references[at + 1] ?? 0) + 1)) return false
  }
  return deletes.every(({ client, end }) => isThere(client, end))
}

function ownsNewStructs({ sections }: Outline, { doc, claim, isAnswer }: Writing): boolean {
  return sections.every(
    ({ client, end }) => end <= Y.getState(doc.store, client) || claim(client, isAnswer),
  )
}

/** Whether a value that only the server writes would be replaced, without its root being named. */
function touchesMeta(outline: Outline, doc: Y.Doc): boolean {
  return holdsValueOf(doc.getMap(documentRoots.design.meta), outline.references)
}
