import { expect, test } from 'vitest'
import { wrapWords } from './wrap-words.ts'

test.each([
  ['API', 10, ['API']],
  ['Order service ×3', 10, ['Order', 'service ×3']],
  ['PostgreSQL primary + standby', 18, ['PostgreSQL', 'primary + standby']],
  ['antidisestablishment', 8, ['antidise', 'stablish', 'ment']],
  ['HTTPS, timeout 1 s', 16, ['HTTPS,', 'timeout 1 s']],
  ['', 8, []],
])('breaks %j into lines of at most %i letters', (text, letters, expected) => {
  expect(wrapWords(text, letters)).toEqual(expected)
})
