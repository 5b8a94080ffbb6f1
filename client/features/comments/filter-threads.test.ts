import { expect, it } from 'vitest'
import type { Thread } from '#client/live/session.ts'
import { filterThreads } from './filter-threads.ts'

function thread(id: string, resolvedAt: number | null): Thread {
  return {
    id,
    anchor: { type: 'point', x: 0, y: 0, pageId: 'page:a' },
    at: { x: 0, y: 0 },
    on: '',
    createdAt: 1,
    resolvedAt,
    resolvedBy: null,
    comments: [],
  }
}
const threads = [thread('open', null), thread('done', 5)]

it.each([
  ['open', ['open']],
  ['resolved', ['done']],
  ['all', ['open', 'done']],
] as const)('shows %s threads', (filter, ids) => {
  expect(filterThreads(threads, filter, undefined).map(({ id }) => id)).toEqual(ids)
})

it('keeps the thread that is looked at when it is resolved under the eyes', () => {
  expect(filterThreads(threads, 'open', 'done')).toHaveLength(2)
})
