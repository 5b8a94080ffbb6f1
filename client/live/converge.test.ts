import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { judgeBoard } from '#shared/design/judge-board.ts'
import { boundary, emptyBoard } from '#client/testing/board-records.ts'
import { Drawer, names, type Act } from '#client/testing/random-acts.ts'
import { boardOf } from '#client/testing/same-board.ts'
import { bindStore } from './bind-store.ts'
import { createBoardStore, noUploads } from './create-board-store.ts'
import { rebaseUndo } from './rebase-undo.ts'

const name = fc.constantFrom(...names)
const place = fc.integer({ min: -500, max: 500 })

/** What a person can do to a board; whether it is possible shows when it is tried. */
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ type: fc.constant('create' as const), name }),
  fc.record({ type: fc.constant('move' as const), name, x: place, y: place }),
  fc.record({ type: fc.constant('rename' as const), name, to: fc.string({ maxLength: 8 }) }),
  fc.record({ type: fc.constant('delete' as const), name }),
  fc.record({ type: fc.constant('connect' as const), name, to: name }),
  fc.record({ type: fc.constant('put-into' as const), name, to: name }),
  fc.record({ type: fc.constant('undo' as const) }),
  fc.record({ type: fc.constant('redo' as const) }),
)

/** Somebody acts, or an update travels: the oldest or the newest that waits between two people. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ who: fc.nat(2), act }) },
  { weight: 2, arbitrary: fc.record({ from: fc.nat(2), to: fc.nat(2), newest: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ applies: fc.nat(2) }) },
)

class Member {
  readonly doc = new Y.Doc()
  readonly store = createBoardStore(noUploads)
  readonly sent: Uint8Array[] = []
  readonly binding
  readonly #drawer = new Drawer(this.store)

  constructor(clientId: number) {
    this.doc.clientID = clientId
    Y.applyUpdate(this.doc, seed)
    rebaseUndo(this.store)
    this.binding = bindStore(this.store, this.doc, {
      mayWrite: () => true,
      now: () => 0,
      schedule: () => () => {},
    })
    this.doc.on('update', (update: Uint8Array, _o: unknown, _d: Y.Doc, tr: Y.Transaction) => {
      if (tr.local) this.sent.push(update)
    })
  }

  act(act: Act): void {
    this.#drawer.act(act)
  }
}

const seed = seedUpdate()

function seedUpdate(): Uint8Array {
  const doc = new Y.Doc()
  for (const record of [...emptyBoard(), boundary('a'), boundary('b')]) {
    doc.getMap('records').set(record.id, new Y.Map([['$', JSON.stringify(record)]]))
  }
  return Y.encodeStateAsUpdate(doc)
}

/** What waits on the way from one member to another. */
function deliver(members: readonly Member[], way: { from: number; to: number; newest: boolean }) {
  const [from, to] = [members[way.from], members[way.to]]
  if (from === undefined || to === undefined || from === to) return
  const update = way.newest ? from.sent.at(-1) : from.sent[0]
  if (update !== undefined) Y.applyUpdate(to.doc, update, 'network')
}

function exchangeEverything(members: readonly Member[]): void {
  // A merge can be answered by one more edit (a page where there is none), never by an endless talk.
  for (let round = 0; round < 3; round += 1) {
    for (const { binding } of members) binding.flush()
    for (const from of members) {
      for (const to of members) {
        if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc), 'network')
      }
    }
  }
  for (const { binding } of members) binding.flush()
}

test('three people who do anything in any order end with the same valid board', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const members = [new Member(1), new Member(2), new Member(3)]
      for (const todo of steps) {
        if ('act' in todo) members[todo.who]?.act(todo.act)
        else if ('applies' in todo) members[todo.applies]?.binding.flush()
        else deliver(members, todo)
      }
      exchangeEverything(members)
      const [first, ...others] = members.map((member) => boardOf(member.store))
      expect(judgeBoard(first ?? new Map())).toEqual([])
      for (const other of others) expect(other).toEqual(first)
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('L30 L31 who only watches sends nothing', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      const [writer, watcher] = [new Member(1), new Member(2)]
      for (const todo of acts) {
        writer.act(todo)
        exchangeEverything([writer, watcher])
      }
      expect(watcher.sent).toEqual([])
      expect(boardOf(watcher.store)).toEqual(boardOf(writer.store))
    }),
    { numRuns: 50 },
  )
})

test('L27 L28 undoing everything one did leaves what the partner did', () => {
  const edits = fc.array(fc.record({ who: fc.nat(1), name, x: place, to: fc.string() }))
  fc.assert(
    fc.property(edits, (todo) => {
      const [mine, theirs] = [new Member(1), new Member(2)]
      const moved = new Map<string, number>()
      for (const { who, name: which, x, to } of todo) {
        if (who === 0) mine.act({ type: 'rename', name: which, to })
        else if (theirs.store.has(boundary(which).id)) {
          theirs.act({ type: 'move', name: which, x, y: 0 })
          moved.set(which, x)
        }
        exchangeEverything([mine, theirs])
      }
      for (let i = 0; i < todo.length; i += 1) mine.act({ type: 'undo' })
      exchangeEverything([mine, theirs])
      for (const [which, x] of moved) {
        expect(mine.store.get(boundary(which).id)).toMatchObject({ x, props: { label: which } })
      }
    }),
    { numRuns: 50 },
  )
})
