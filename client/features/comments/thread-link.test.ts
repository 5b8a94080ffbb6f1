import { expect, it } from 'vitest'
import { threadIn, threadLink } from './thread-link.ts'

it('finds the thread in its own address', () => {
  const link = threadLink('https://board.example/b/1?x#old', 'a/b c')
  expect(link).toBe('https://board.example/b/1?x#thread=a%2Fb%20c')
  expect(threadIn(new URL(link).hash)).toBe('a/b c')
})

it.each(['', '#', '#thread=', '#thread=%', '#other=1'])('finds none in “%s”', (hash) => {
  expect(threadIn(hash)).toBeUndefined()
})
