/**
 * One document in memory: the Yjs document, who wrote what in it, and for a design the judge. It merges
 * edits and runs acts; it knows neither sockets nor storage.
 */
import * as Y from 'yjs'
import type { DocumentName } from '#shared/access.ts'
import type { ErrorCode } from '#shared/errors.ts'
import type { DesignBoard } from './board/design-board.ts'
import { captureUpdate } from './capture-update.ts'
import { guardWrites, type ClaimClient } from './concerns/guard-writes.ts'
import { mergeUpdates } from './merge-updates.ts'
import { scanUpdate, type Outline } from './scan-update.ts'
import { StateCache } from './state-cache.ts'
import { trimValues } from './yjs-internals.ts'

/** Thrown when a document cannot be trusted any more and has to be read from storage again. */
export class SpoiledDocument extends Error {}

export interface Edit {
  readonly bytes: Uint8Array
  readonly isAnswer: boolean
}

export interface LiveDocumentParts {
  readonly doc: Y.Doc
  readonly name: DocumentName
  /** Sequence of the last update in storage. */
  readonly sequence: number
  /** Person by the Yjs client id they wrote with. */
  readonly authors: Map<number, string>
  readonly board: DesignBoard | undefined
  /** Bytes of the updates that it was read from. */
  readonly size: number
  /** What was written while reading it and is not in storage yet. */
  readonly unsaved: Uint8Array | undefined
}

const editOrigin = 'edit'
const actOrigin = 'act'

export class LiveDocument {
  readonly doc: Y.Doc
  readonly name: DocumentName
  readonly authors: Map<number, string>
  readonly board: DesignBoard | undefined
  readonly state: StateCache
  sequence: number
  /** Bytes, roughly: what was read and what was written since. */
  size: number
  private unsaved: Outline | undefined
  private readonly rootCount: number

  constructor(parts: LiveDocumentParts) {
    this.doc = parts.doc
    this.name = parts.name
    this.authors = parts.authors
    this.board = parts.board
    this.sequence = parts.sequence
    this.size = parts.size
    this.unsaved = parts.unsaved && scanUpdate(parts.unsaved)
    this.rootCount = parts.doc.share.size
    this.state = new StateCache(parts.doc)
    for (const client of parts.doc.store.clients.keys()) trimValues(parts.doc, client, 0)
  }

  /** Hands over, once, what was written while it was read. */
  takeUnsaved(): Outline | undefined {
    const { unsaved } = this
    this.unsaved = undefined
    return unsaved
  }

  /** Merges edits in one transaction; `take` decides on each in turn and learns its outline. */
  integrate(merge: (transaction: Y.Transaction) => void): void {
    const transaction = this.doc.transact((transaction) => {
      merge(transaction)
      return transaction
    }, editOrigin)
    this.afterTransaction(transaction, false)
  }

  /** The outline of an edit that was merged, or why it was not. Only inside `integrate`. */
  merge(edit: Edit, claim: ClaimClient): Outline | ErrorCode {
    const { doc, name } = this
    const { bytes, isAnswer } = edit
    const verdict = guardWrites({ doc, document: name, bytes, isAnswer, claim })
    if (typeof verdict === 'string') return verdict
    Y.applyUpdate(doc, bytes, editOrigin)
    for (const { client, clock } of verdict.sections) trimValues(doc, client, clock)
    return verdict
  }

  /** Merges an answer to the server's question, which repeats old deletes, and tells what was new. */
  mergeAnswer(edit: Edit, claim: ClaimClient): Outline | ErrorCode | undefined {
    const captured = captureUpdate(this.doc, editOrigin, () => this.merge(edit, claim))
    this.afterTransaction(captured.transaction, false)
    if (typeof captured.result === 'string') return captured.result
    return captured.update && scanUpdate(captured.update)
  }

  /** Runs the change of an act. Throws what it throws; what was half done spoils the document. */
  change<T>(change: (doc: Y.Doc) => T): { result: T; outline: Outline | undefined } {
    const captured = captureUpdate(this.doc, actOrigin, () => change(this.doc))
    this.afterTransaction(captured.transaction, true)
    const { result, update } = captured
    return { result, outline: update && scanUpdate(update) }
  }

  /** Judges what was merged since the last time; answers what repairs it. */
  judge(): { repair: Outline | undefined; beyondLimit: readonly number[] } {
    const verdict = this.board?.judge()
    const repair = verdict?.repair && scanUpdate(verdict.repair)
    return { repair, beyondLimit: verdict?.beyondLimit ?? [] }
  }

  /** The update that everything merged in a tick makes, and makes joiners get it too. */
  join(outlines: readonly Outline[]): Uint8Array {
    const update = mergeUpdates(outlines)
    this.size += update.length
    this.state.add(update)
    return update
  }

  private afterTransaction(transaction: Y.Transaction, isServer: boolean): void {
    const touchedMeta = this.board?.note(transaction) ?? false
    const { store, subdocs, share } = this.doc
    if (store.pendingStructs !== null || store.pendingDs !== null) {
      throw new SpoiledDocument('Something is pending')
    }
    if (subdocs.size > 0 || share.size > this.rootCount) {
      throw new SpoiledDocument('Something lies outside the roots')
    }
    if (touchedMeta && !isServer) throw new SpoiledDocument('The meta root was written')
  }
}
