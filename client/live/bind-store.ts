/**
 * Keeps a tldraw store and the records of a Yjs document the same. It knows no socket, no React and no
 * person, and may not seed an empty document: a board is made by the server.
 */
import type { RecordsDiff } from '@tldraw/store'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import { isEqual } from '@tldraw/utils'
import type * as Y from 'yjs'
import { settleBoard } from '#shared/design/judge-board.ts'
import { documentRoots } from '#shared/live.ts'
import { readBoardRecord, readSavedSchema, type RecordMaps } from './bind-records.ts'
import { atNextFrame, type Schedule } from './schedule.ts'
import { collectChanges, writeChanges, type Changes } from './write-records.ts'

/** Of so many records on, changes are written in batches: a drag of many shapes. */
const manyRecords = 10
/** Time between two such batches, in milliseconds. */
const batchMs = 50

export interface BindOptions {
  /** Asked at every change: rights change while a board is open. */
  readonly mayWrite: () => boolean
  /** When remote changes are applied; the next frame unless a test says otherwise. */
  readonly schedule?: Schedule
  readonly now: () => number
}

export interface StoreBinding {
  /** Writes what waits and applies what came in, now. */
  flush(): void
  /** Records of the document that do not fit the schema and are shown as last good, or not at all. */
  skipped(): ReadonlySet<string>
  dispose(): void
}

export function bindStore(store: TLStore, doc: Y.Doc, options: BindOptions): StoreBinding {
  return new Binding(store, doc, options)
}

class Binding implements StoreBinding {
  readonly #store: TLStore
  readonly #doc: Y.Doc
  readonly #options: BindOptions
  readonly #maps: RecordMaps
  readonly #meta: Y.Map<unknown>
  /** Local changes that are not in the document yet. */
  #waiting: Changes = new Map()
  /** False until the document has content; what the store holds before that is tldraw's own beginning. */
  #isLoaded = false
  #lastWrite = 0
  #writeTimer: ReturnType<typeof setTimeout> | undefined
  /** Records to read again: changed by others. */
  readonly #dirty = new Set<string>()
  /** Records that the store shows otherwise than the document says; every application looks again. */
  #unsettled = new Set<string>()
  #skipped = new Set<string>()
  #cancelApply: (() => void) | undefined
  readonly #stopListening: () => void

  constructor(store: TLStore, doc: Y.Doc, options: BindOptions) {
    this.#store = store
    this.#doc = doc
    this.#options = options
    this.#maps = doc.getMap(documentRoots.design.records)
    this.#meta = doc.getMap(documentRoots.design.meta)
    this.#load()
    this.#maps.observeDeep(this.#onDocument)
    this.#stopListening = store.listen(({ changes }) => this.#onStore(changes), {
      source: 'user',
      scope: 'document',
    })
  }

  flush(): void {
    this.#readStore()
    this.#write()
    if (this.#cancelApply !== undefined) this.#apply()
  }

  skipped(): ReadonlySet<string> {
    return this.#skipped
  }

  dispose(): void {
    this.#readStore()
    this.#write()
    this.#cancelApply?.()
    this.#stopListening()
    this.#maps.unobserveDeep(this.#onDocument)
  }

  /** The store tells its listeners once a frame; adding one makes it tell them at once. */
  #readStore(): void {
    this.#store.listen(() => {})()
  }

  readonly #onStore = (diff: Parameters<typeof collectChanges>[1]): void => {
    if (!this.#isLoaded) return
    collectChanges(this.#waiting, diff)
    if (this.#waiting.size < manyRecords) this.#write()
    else this.#writeTimer ??= setTimeout(() => this.#write(), this.#untilNextBatch())
  }

  #untilNextBatch(): number {
    return Math.max(0, this.#lastWrite + batchMs - this.#options.now())
  }

  #write(): void {
    clearTimeout(this.#writeTimer)
    this.#writeTimer = undefined
    if (this.#waiting.size === 0) return
    const changes = this.#waiting
    this.#waiting = new Map()
    this.#lastWrite = this.#options.now()
    if (this.#options.mayWrite()) {
      this.#doc.transact(() => writeChanges(this.#maps, changes), this)
    }
    this.#recheck(changes)
  }

  /** Whatever was not written as it is in the store (no right, deleted meanwhile) is read again. */
  #recheck(changes: Changes): void {
    const mayWrite = this.#options.mayWrite()
    for (const [id, { from, to }] of changes) {
      // tldraw makes a page where there is none, whoever may write; taking it away would never end.
      if ((from ?? to)?.typeName === 'page') continue
      if (!mayWrite || (to !== undefined && !this.#maps.has(id))) this.#dirty.add(id)
    }
    if (this.#dirty.size > 0) this.#scheduleApply()
  }

  readonly #onDocument = (events: Y.YEvent<Y.AbstractType<unknown>>[], tr: Y.Transaction): void => {
    if (tr.origin === this) return
    for (const event of events) {
      const [id] = event.path
      if (typeof id === 'string') this.#dirty.add(id)
      else for (const key of event.keys.keys()) this.#dirty.add(key)
    }
    this.#scheduleApply()
  }

  #scheduleApply(): void {
    this.#cancelApply ??= (this.#options.schedule ?? atNextFrame)(() => this.#apply())
  }

  #apply(): void {
    // What the person did since goes first, so that the document decides between the two.
    this.#readStore()
    this.#write()
    this.#cancelApply?.()
    this.#cancelApply = undefined
    if (!this.#isLoaded) return this.#load()
    const ids = new Set([...this.#dirty, ...this.#unsettled, ...this.#skipped])
    this.#dirty.clear()
    this.#show(this.#readRecords(ids))
  }

  /** First load: everything in the document, and nothing that is not in it. */
  #load(): void {
    if (this.#maps.size === 0) return
    this.#isLoaded = true
    this.#dirty.clear()
    const ids = [...this.#maps.keys(), ...documentRecords(this.#store).keys()]
    this.#show(this.#readRecords(new Set(ids)))
  }

  #readRecords(ids: ReadonlySet<string>): Map<string, TLRecord | undefined> {
    const savedWith = readSavedSchema(this.#meta)
    const read = new Map<string, TLRecord | undefined>()
    for (const id of ids) {
      const record = readBoardRecord(this.#store, this.#maps, id, savedWith)
      if (record === undefined && this.#maps.has(id)) {
        this.#skipped.add(id)
        continue
      }
      this.#skipped.delete(id)
      read.set(id, record)
    }
    return read
  }

  #show(read: ReadonlyMap<string, TLRecord | undefined>): void {
    if (!changesStructure(this.#store, read)) return this.#merge([...read.values()], [])
    const shown = documentRecords(this.#store)
    const board = new Map(shown)
    for (const [id, record] of read) setOrDelete(board, id, record)
    const settled = settleBoard(board)
    this.#unsettled = new Set(settled.keys())
    for (const [id, record] of settled) setOrDelete(board, id, record)
    const gone = [...shown.values()].filter((record) => !board.has(record.id))
    this.#merge(
      [...read.keys(), ...settled.keys()].map((id) => board.get(id)),
      gone,
    )
  }

  #merge(read: readonly (TLRecord | undefined)[], gone: readonly TLRecord[]): void {
    const isNews = (record: TLRecord) => !isEqual(this.#store.get(record.id), record)
    const changed = read.filter((record) => record !== undefined).filter(isNews)
    if (changed.length + gone.length === 0) return
    const diff = this.#store.extractingChanges(() =>
      this.#store.mergeRemoteChanges(() => {
        this.#store.remove(gone.map((record) => record.id))
        this.#store.put(changed)
      }),
    )
    this.#keepOwn(diff, new Set(changed.map((record) => record.id)))
  }

  /**
   * tldraw changes other records while it takes one away (an arrow ends in the air where it was bound), and
   * calls that remote as well. Nobody else says so, so it is written here, or taken back where nothing may be.
   */
  #keepOwn({ updated }: RecordsDiff<TLRecord>, shown: ReadonlySet<string>): void {
    const own = Object.values(updated).filter(
      ([, to]) => !shown.has(to.id) && this.#store.scopedTypes.document.has(to.typeName),
    )
    if (own.length === 0) return
    collectChanges(this.#waiting, {
      added: {},
      removed: {},
      updated: Object.fromEntries(own.map((change) => [change[1].id, change])),
    })
    this.#write()
  }
}

function setOrDelete(board: Map<string, TLRecord>, id: string, record: TLRecord | undefined): void {
  if (record === undefined) board.delete(id)
  else board.set(id, record)
}

function documentRecords(store: TLStore): Map<string, TLRecord> {
  const records = new Map<string, TLRecord>()
  for (const record of store.allRecords()) {
    if (store.scopedTypes.document.has(record.typeName)) records.set(record.id, record)
  }
  return records
}

/** The whole board is judged only when something came, went or moved under another parent. */
function changesStructure(
  store: TLStore,
  read: ReadonlyMap<string, TLRecord | undefined>,
): boolean {
  return [...read.values()].some((record) => {
    const shown = record === undefined ? undefined : store.get(record.id)
    if (record === undefined || shown === undefined || record.typeName === 'binding') return true
    if (record.typeName !== 'shape' || shown.typeName !== 'shape') return false
    return record.parentId !== shown.parentId
  })
}
