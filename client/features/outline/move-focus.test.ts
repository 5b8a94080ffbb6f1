import { expect, test } from 'vitest'
import { moveFocus } from './move-focus.ts'
import type { OutlineItem } from './outline-tree.ts'
import { rowsOf } from './outline-tree.ts'

const item = (key: string, children: readonly OutlineItem[] = []): OutlineItem => ({
  key,
  id: key,
  type: 'component',
  label: key,
  detail: '',
  children,
})
const tree = [item('Alpha', [item('Beta'), item('Bravo')]), item('Gamma')]
const open = rowsOf(tree, new Set())
const folded = rowsOf(tree, new Set(['Alpha']))

test.each([
  ['Alpha', 'ArrowDown', { type: 'focus', key: 'Beta' }],
  ['Gamma', 'ArrowDown', undefined],
  ['Beta', 'ArrowUp', { type: 'focus', key: 'Alpha' }],
  ['Gamma', 'Home', { type: 'focus', key: 'Alpha' }],
  ['Alpha', 'End', { type: 'focus', key: 'Gamma' }],
  ['Alpha', 'ArrowRight', { type: 'focus', key: 'Beta' }],
  ['Alpha', 'ArrowLeft', { type: 'fold', key: 'Alpha' }],
  ['Bravo', 'ArrowLeft', { type: 'focus', key: 'Alpha' }],
  ['Gamma', 'ArrowRight', undefined],
  ['Alpha', 'b', { type: 'focus', key: 'Beta' }],
  ['Beta', 'b', { type: 'focus', key: 'Bravo' }],
  ['Alpha', 'x', undefined],
])('from %s the key %s gives %o', (focused, key, expected) => {
  expect(moveFocus(open, focused, key)).toEqual(expected)
})

test('opens a folded item instead of entering it', () => {
  expect(moveFocus(folded, 'Alpha', 'ArrowRight')).toEqual({ type: 'open', key: 'Alpha' })
})
