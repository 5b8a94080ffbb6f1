import { reverseRecordsDiff, type RecordsDiff } from '@tldraw/store'
import type { TLRecord, TLStore } from '@tldraw/tlschema'
import { expect, test } from 'vitest'
import { boundary, connection, emptyBoard, move, rename } from '#client/testing/board-records.ts'
import { createBoardStore, noUploads } from './create-board-store.ts'
import { rebaseUndo } from './rebase-undo.ts'

/** A store whose own changes can be undone as tldraw does it, and a partner who edits it. */
function bench() {
  const store = createBoardStore(noUploads)
  rebaseUndo(store)
  store.mergeRemoteChanges(() => store.put(emptyBoard()))
  return {
    store,
    /** Does something as one step; answers the step. */
    step: (change: (store: TLStore) => void) => store.extractingChanges(() => change(store)),
    undo: (step: RecordsDiff<TLRecord>) => store.applyDiff(reverseRecordsDiff(step)),
    redo: (step: RecordsDiff<TLRecord>) => store.applyDiff(step),
    partner: (change: (store: TLStore) => void) => store.mergeRemoteChanges(() => change(store)),
    shape: (name: string) => store.get(boundary(name).id),
  }
}

test('L27 undo restores what was moved and keeps what a partner renamed', () => {
  const { step, undo, redo, partner, shape } = bench()
  partner((store) => store.put([boundary('x')]))
  const moved = step((store) => move(store, 'x', 100, 0))
  partner((store) => rename(store, 'x', 'theirs'))
  undo(moved)
  expect(shape('x')).toMatchObject({ x: 0, props: { label: 'theirs' } })
  redo(moved)
  expect(shape('x')).toMatchObject({ x: 100, props: { label: 'theirs' } })
})

test('L27 undo of a move leaves the place where a partner put it since', () => {
  const { step, undo, redo, partner, shape } = bench()
  partner((store) => store.put([boundary('x')]))
  const moved = step((store) => move(store, 'x', 100, 0))
  partner((store) => move(store, 'x', 700, 0))
  undo(moved)
  expect(shape('x')).toMatchObject({ x: 700 })
  redo(moved)
  expect(shape('x')).toMatchObject({ x: 700 })
})

test('L27 a rename in the middle of a drag is not undone with the drag', () => {
  const { step, undo, partner, shape } = bench()
  partner((store) => store.put([boundary('x')]))
  const before = shape('x')
  step((store) => move(store, 'x', 50, 0))
  partner((store) => rename(store, 'x', 'theirs'))
  step((store) => move(store, 'x', 100, 0))
  const after = shape('x')
  if (before === undefined || after === undefined) throw new Error('The shape is gone')
  undo({ added: {}, removed: {}, updated: { [after.id]: [before, after] } })
  expect(shape('x')).toMatchObject({ x: 0, props: { label: 'theirs' } })
})

test('L27 two steps back over a partner’s edit end at the partner’s value', () => {
  const { step, undo, partner, shape } = bench()
  partner((store) => store.put([boundary('x')]))
  const first = step((store) => rename(store, 'x', 'one'))
  partner((store) => rename(store, 'x', 'theirs'))
  const second = step((store) => rename(store, 'x', 'two'))
  undo(second)
  expect(shape('x')).toMatchObject({ props: { label: 'theirs' } })
  undo(first)
  expect(shape('x')).toMatchObject({ props: { label: 'theirs' } })
})

test('L28 undo does not bring back what a partner deleted', () => {
  const { step, undo, partner, shape } = bench()
  partner((store) => store.put([boundary('x')]))
  const moved = step((store) => move(store, 'x', 100, 0))
  partner((store) => store.remove([boundary('x').id]))
  undo(moved)
  expect(shape('x')).toBeUndefined()
})

test('L29 undoing a creation removes it, and keeps it once a partner edited it', () => {
  const { step, undo, partner, shape } = bench()
  const made = step((store) => store.put([boundary('x')]))
  undo(made)
  expect(shape('x')).toBeUndefined()
  const again = step((store) => store.put([boundary('y')]))
  partner((store) => rename(store, 'y', 'theirs'))
  undo(again)
  expect(shape('y')).toMatchObject({ props: { label: 'theirs' } })
})

test('L29 undoing a creation keeps what a partner connected to or put something into', () => {
  const { step, undo, partner, shape } = bench()
  const made = step((store) => store.put([boundary('x'), boundary('y'), boundary('z')]))
  partner((store) => store.put([...connection('c', 'x', 'x'), boundary('inner', 'shape:y')]))
  undo(made)
  expect([shape('x') === undefined, shape('y') === undefined]).toEqual([false, false])
  expect(shape('z')).toBeUndefined()
})

test('L29 undoing a connection keeps the arrow bound when a partner labelled it', () => {
  const { store, step, undo, partner } = bench()
  partner((board) => board.put([boundary('x'), boundary('y')]))
  const arrow = connection('c', 'x', 'y')
  const drawn = step((board) => board.put(arrow))
  partner((board) => move(board, 'c', 5, 5))
  undo(drawn)
  expect(arrow.map((record) => store.has(record.id))).toEqual([true, true, true])
})

test('undoing a deletion whose parent is gone puts the shape on a page', () => {
  const { step, undo, partner, shape } = bench()
  partner((store) => store.put([boundary('outer'), boundary('inner', 'shape:outer')]))
  const deleted = step((store) => store.remove([boundary('inner').id]))
  partner((store) => store.remove([boundary('outer').id]))
  undo(deleted)
  expect(shape('inner')).toMatchObject({ parentId: 'page:page' })
})

test('a deletion can be undone and done again, also of what partners had edited', () => {
  const { step, undo, redo, partner, shape } = bench()
  partner((store) => store.put([boundary('x')]))
  partner((store) => rename(store, 'x', 'theirs'))
  const deleted = step((store) => store.remove([boundary('x').id]))
  undo(deleted)
  expect(shape('x')).toMatchObject({ props: { label: 'theirs' } })
  redo(deleted)
  expect(shape('x')).toBeUndefined()
})
