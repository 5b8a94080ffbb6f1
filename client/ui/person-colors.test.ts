import { expect, it } from 'vitest'
import { initialsOf, personColors, textOn } from './person-colors.ts'

it('takes the first letters of the first and the last word', () => {
  expect(initialsOf('ada king lovelace')).toBe('AL')
  expect(initialsOf('bo')).toBe('B')
  expect(initialsOf('  ')).toBe('?')
})

it('writes on every colour in the one that reads better', () => {
  expect(textOn('#ffffff')).toBe('#000000')
  expect(textOn('#000000')).toBe('#ffffff')
  expect(textOn('#ffd23f')).toBe('#000000')
  for (const { value } of personColors) expect(textOn(value)).toMatch(/^#(0{6}|f{6})$/)
})
