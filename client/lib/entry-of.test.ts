import { expect, test } from 'vitest'
import { readMermaid } from '#shared/exchange/mermaid/read-mermaid.ts'
import { entryOf } from './entry-of.ts'

const entryIn = (mermaid: string) => entryOf(readMermaid(mermaid).graph)?.label

test('requests come in at a client that calls something', () => {
  expect(
    entryIn('flowchart LR\n  db[(PostgreSQL)]\n  api[API] --> db\n  web[Browser] --> api'),
  ).toBe('Browser')
})

test('without a client they come in where nothing calls, and in a circle anywhere', () => {
  expect(entryIn('flowchart LR\n  note[Alone]\n  a[Orders] --> b[Stock]')).toBe('Orders')
  expect(entryIn('flowchart LR\n  a[Orders] --> b[Stock] --> a')).toBe('Orders')
  expect(entryIn('flowchart LR\n  a[Orders]')).toBe('Orders')
})
