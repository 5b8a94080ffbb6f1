import { expect, it } from 'vitest'
import { fileName } from './export-board.ts'

it.each([
  ['URL shortener', 'URL-shortener.png'],
  ['a/b\\c: "d"?', 'abc-d.png'],
  ['Überblick 2', 'Uberblick-2.png'],
  ['???', 'board.png'],
])('makes a file name of %s', (title, name) => {
  expect(fileName(title, 'png')).toBe(name)
})
