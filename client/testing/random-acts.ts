/** A person who does random things to a board: draws, connects, nests, deletes, undoes, redoes. */
import { reverseRecordsDiff, type RecordsDiff } from '@tldraw/store'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import { boundary, connection, move, rename } from './board-records.ts'

/** Names of the shapes that everybody works on, few enough that people meet. */
export const names = ['a', 'b', 'c', 'd', 'e'] as const

type Edit =
  | { readonly type: 'create' | 'delete'; readonly name: string }
  | { readonly type: 'move'; readonly name: string; readonly x: number; readonly y: number }
  | { readonly type: 'rename' | 'connect' | 'put-into'; readonly name: string; readonly to: string }

export type Act = Edit | { readonly type: 'undo' } | { readonly type: 'redo' }

export class Drawer {
  readonly store: TLStore
  readonly #done: RecordsDiff<TLRecord>[] = []
  readonly #undone: RecordsDiff<TLRecord>[] = []

  constructor(store: TLStore) {
    this.store = store
  }

  /** Does nothing where the act is impossible: renaming what is not there, nesting in a circle. */
  act(act: Act): void {
    if (act.type === 'undo') return this.#goBack()
    if (act.type === 'redo') return this.#goForward()
    const diff = this.store.extractingChanges(() => this.#edit(act))
    if (Object.keys({ ...diff.added, ...diff.updated, ...diff.removed }).length === 0) return
    this.#done.push(diff)
    this.#undone.length = 0
  }

  #goBack(): void {
    const diff = this.#done.pop()
    if (diff === undefined) return
    this.#undone.push(diff)
    this.store.applyDiff(reverseRecordsDiff(diff))
  }

  #goForward(): void {
    const diff = this.#undone.pop()
    if (diff === undefined) return
    this.#done.push(diff)
    this.store.applyDiff(diff)
  }

  #edit(edit: Edit): void {
    const { store } = this
    const shape = store.get(boundary(edit.name).id)
    if (edit.type === 'create' && shape === undefined) store.put([boundary(edit.name)])
    if (shape === undefined) return
    if (edit.type === 'move') move(store, edit.name, edit.x, edit.y)
    if (edit.type === 'rename') rename(store, edit.name, edit.to)
    if (edit.type === 'delete') this.#delete(shape.id)
    if (edit.type === 'connect' && store.has(boundary(edit.to).id)) {
      store.put(connection(`${edit.name}-${edit.to}`, edit.name, edit.to))
    }
    if (edit.type === 'put-into' && this.#mayHold(edit.to, edit.name)) {
      store.put([{ ...shape, parentId: boundary(edit.to).id }])
    }
  }

  /** As the editor does it: with everything inside, and with the bindings to it. */
  #delete(id: TLRecord['id']): void {
    for (const record of this.store.allRecords()) {
      if (record.typeName === 'shape' && record.parentId === id) this.#delete(record.id)
      if (record.typeName === 'binding' && (record.toId === id || record.fromId === id)) {
        this.store.remove([record.id])
      }
    }
    this.store.remove([id])
  }

  #mayHold(outer: string, inner: string): boolean {
    let above = this.store.get(boundary(outer).id)
    if (above === undefined) return false
    while (above?.typeName === 'shape') {
      if (above.id === boundary(inner).id) return false
      const parent: TLRecord | undefined = this.store.get(above.parentId)
      above = parent?.typeName === 'shape' ? parent : undefined
    }
    return true
  }
}
