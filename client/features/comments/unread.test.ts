import { expect, it } from 'vitest'
import type { Thread } from '#client/live/session.ts'
import { isUnread } from './unread.ts'

const thread = (...comments: readonly (readonly [by: string, at: number])[]): Thread => ({
  id: 't',
  anchor: { type: 'point', x: 0, y: 0, pageId: 'page:page' },
  at: { x: 0, y: 0 },
  on: '',
  createdAt: 0,
  resolvedAt: null,
  resolvedBy: null,
  comments: comments.map(([authorId, createdAt], index) => ({
    id: String(index),
    authorId,
    authorName: authorId,
    text: '…',
    createdAt,
    editedAt: null,
  })),
})

it('counts what somebody else wrote and was not shown', () => {
  expect(isUnread(thread(['bo', 5]), 'me', {})).toBe(true)
  expect(isUnread(thread(['bo', 5]), 'me', { t: 5 })).toBe(false)
  expect(isUnread(thread(['bo', 5], ['bo', 9]), 'me', { t: 5 })).toBe(true)
})

it('does not count one’s own comments', () => {
  expect(isUnread(thread(['bo', 5], ['me', 9]), 'me', { t: 5 })).toBe(false)
})
