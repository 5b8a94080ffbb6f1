import { expect, test } from 'vitest'
import { cleanLine, cleanText, cutTo, lengthOf } from './text.ts'

test.each([
  ['  Ada   Lovelace ', 'Ada Lovelace'],
  ['Ada\nLovelace\u0000', 'Ada Lovelace'],
  ['\u202Eevil\u202C', 'evil'],
  ['A\u200Bd\uFEFFa', 'Ada'],
  ['\u200B\u200D', ''],
  ['\u3164', ''],
  ['\u0301', ''],
  ['half \uD83D', 'half'],
  ['👩\u200D💻', '👩\u200D💻'],
  ['می\u200Cخواهم', 'می\u200Cخواهم'],
  ['علي', 'علي'],
])('makes a line of %j', (text, line) => {
  expect(cleanLine(text)).toBe(line)
})

test('keeps the lines of a text', () => {
  expect(cleanText(' one\r\n\ttwo\u0007\u202E ')).toBe('one\n\ttwo')
  expect(cleanText('\n\u200B\n')).toBe('')
})

test('counts and cuts whole characters', () => {
  expect(lengthOf('👍👍')).toBe(2)
  expect(cutTo('👍👍', 1)).toBe('👍')
})
