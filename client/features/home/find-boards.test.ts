import { expect, it } from 'vitest'
import type { BoardSummary } from '#shared/api.ts'
import { findBoards } from './find-boards.ts'

const board = (title: string, change: Partial<BoardSummary> = {}): BoardSummary => ({
  id: title,
  title,
  scenario: null,
  role: 'candidate',
  owner: true,
  createdAt: 0,
  updatedAt: 0,
  ...change,
})
const boards = [
  board('Friday with Bo'),
  board('Second try', { scenario: 'url-shortener' }),
  board('Payments', { role: 'reviewer' }),
]
const titles = (query: string) =>
  findBoards(boards, query, ({ scenario }) => (scenario === null ? '' : 'URL shortener')).map(
    ({ title }) => title,
  )

it.each([
  ['', ['Friday with Bo', 'Second try', 'Payments']],
  ['bo fri', ['Friday with Bo']],
  ['URL', ['Second try']],
  ['reviewer', ['Payments']],
  ['nothing', []],
])('finds by “%s”', (query, found) => {
  expect(titles(query)).toEqual(found)
})
