import { expect, test } from 'vitest'
import { maxSharedSelection, type RosterEntry } from '#shared/live.ts'
import { readPeers, readPresence } from './read-peers.ts'

const entry: RosterEntry = { name: 'Ann', color: '#112233', role: 'candidate', owner: false }
const roster = new Map([['ann', entry]])
const presence = {
  person: 'ann',
  pageId: 'page:page',
  cursor: { x: 1, y: 2 },
  selection: ['shape:a'],
  viewport: { x: 0, y: 0, w: 10, h: 10 },
  following: null,
  summon: 0,
}

test('joins who is on the board with what the roster says, and nobody else', () => {
  const states = new Map<number, unknown>([
    [7, presence],
    [3, presence],
    [5, { ...presence, person: 'stranger' }],
    [6, {}],
  ])
  expect(readPeers(states, roster)).toEqual([
    { ...presence, clientId: 3, entry },
    { ...presence, clientId: 7, entry },
  ])
})

test('caps a selection and drops what is no id', () => {
  const selection = [1, ...Array.from({ length: 500 }, (_, i) => `shape:${i}`)]
  const read = readPresence({ ...presence, selection })
  expect(read?.selection).toHaveLength(maxSharedSelection)
  expect(read?.selection[0]).toBe('shape:0')
})

test.each([
  ['no object', 'ann'],
  ['nothing', null],
  ['no person', { ...presence, person: 3 }],
  ['a cursor without a place', { ...presence, cursor: {} }],
  ['a cursor at no number', { ...presence, cursor: { x: NaN, y: 0 } }],
  ['a viewport of a negative size', { ...presence, viewport: { x: 0, y: 0, w: -1, h: 1 } }],
  ['a selection that is no list', { ...presence, selection: 'shape:a' }],
  ['a summon in words', { ...presence, summon: 'come' }],
])('ignores %s', (_what, state) => {
  expect(readPresence(state)).toBeUndefined()
})
