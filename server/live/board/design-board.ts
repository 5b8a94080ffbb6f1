/**
 * The design document as the judge sees it: gathers what transactions touched and, once a tick, judges
 * and repairs it. It decides nothing about who may write.
 */
import type { TLRecord } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { readRecord } from '#shared/design/record-codec.ts'
import { documentRoots } from '#shared/live.ts'
import { idAt, keyAbove, type TouchedType } from '../yjs-internals.ts'
import { captureUpdate } from '../capture-update.ts'
import { judgeBoard } from './judge-board.ts'
import { judgeRecords, type Judging } from './judge-records.ts'
import { KnownBoard } from './known-board.ts'
import type { ValidateRecord } from './validate-record.ts'

export interface Verdict {
  /** What was written to repair the board; `undefined` when it was good. */
  readonly repair: Uint8Array | undefined
  /** Yjs client ids whose new records were refused because the board is full. */
  readonly beyondLimit: readonly number[]
}

export const repairOrigin = 'repair'

export class DesignBoard {
  readonly known = new KnownBoard()
  private readonly records: Y.Map<unknown>
  private readonly meta: Y.Map<unknown>
  /** Record id → its changed keys, or `undefined` when it is another map. */
  private changes = new Map<string, Set<string> | undefined>()
  private isFresh = true

  constructor(
    private readonly doc: Y.Doc,
    private readonly validate: ValidateRecord,
    private readonly maxRecords: number,
  ) {
    this.records = doc.getMap(documentRoots.design.records)
    this.meta = doc.getMap(documentRoots.design.meta)
  }

  /** Before anything else: learns what the document holds, with a stop after each record. */
  *learn(): Generator<void> {
    for (const id of this.records.keys()) {
      this.learnRecord(id)
      yield
    }
  }

  /** Takes note of what a transaction touched. Answers whether it wrote where only the server may. */
  note(transaction: Y.Transaction): boolean {
    let touchedMeta = false
    for (const [type, keys] of transaction.changed) {
      const touched: object = type
      if (touched === this.records) this.noteRecords(keys)
      else if (touched === this.meta) touchedMeta = true
      else this.noteWithin(type, keys)
    }
    return touchedMeta
  }

  /** Judges everything noted since the last time. */
  judge(): Verdict {
    if (this.changes.size === 0 && !this.isFresh) return { repair: undefined, beyondLimit: [] }
    const { changes, records, known, validate, maxRecords } = this
    this.changes = new Map()
    const before = this.startingPoint()
    const beyondLimit: string[] = []
    const repairs: (() => void)[] = []
    const limits = { maxRecords, beyondLimit, repairs }
    const judging: Judging = { records, known, validate, before, ...limits }
    judgeRecords(judging, changes)
    judgeBoard(judging)
    const authors = beyondLimit.map((id) => idAt(records, id)?.client ?? 0)
    return { repair: this.write(repairs), beyondLimit: authors }
  }

  private write(repairs: readonly (() => void)[]): Uint8Array | undefined {
    if (repairs.length === 0) return undefined
    return captureUpdate(this.doc, repairOrigin, () => {
      for (const repair of repairs) repair()
    }).update
  }

  /** The first time the whole board is looked at, later only what changed. */
  private startingPoint(): Map<string, TLRecord | undefined> {
    const before = new Map<string, TLRecord | undefined>()
    if (!this.isFresh) return before
    this.isFresh = false
    for (const id of this.known.records.keys()) before.set(id, undefined)
    return before
  }

  /** At load: what is good is known, what is not is left to be judged. */
  private learnRecord(id: string): void {
    const map = this.records.get(id)
    const record = map instanceof Y.Map ? this.validate(id, readRecord(map), undefined) : undefined
    if (record === undefined) this.changes.set(id, undefined)
    else this.known.put(record)
  }

  private noteRecords(keys: ReadonlySet<string | null>): void {
    for (const key of keys) {
      if (key !== null) this.changes.set(key, undefined)
    }
  }

  private noteWithin(type: TouchedType, keys: ReadonlySet<string | null>): void {
    const id = keyAbove(this.records, type)
    if (id === undefined) return
    if (type !== this.records.get(id)) {
      this.changes.set(id, undefined)
      return
    }
    if (this.changes.has(id)) {
      const noted = this.changes.get(id)
      for (const key of keys) noted?.add(key ?? '')
      return
    }
    this.changes.set(id, new Set([...keys].map((key) => key ?? '')))
  }
}
