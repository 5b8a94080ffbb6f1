import { expect, it } from 'vitest'
import { mayMatch, pagesOf } from './text-pages.ts'

const many = Array.from({ length: 1000 }, (_, i) => `Order service ${i}`)

it('finds what one of very many texts says', () => {
  expect(mayMatch(pagesOf(many), /\bservice 999\b/i)).toBe(true)
  expect(mayMatch(pagesOf(many), /\bservice 1000\b/i)).toBe(false)
})

it('keeps pages short, and makes none of nothing', () => {
  const pages = pagesOf(many)
  expect(pages.length).toBeGreaterThan(3)
  expect(Math.max(...pages.map((page) => page.length))).toBeLessThan(6000)
  expect(pagesOf([])).toEqual([])
  expect(mayMatch([], /^$/)).toBe(false)
})

it.each([/^orders$/, /orders$/, /orders(?!\s)/, /(?<!\s)stock/, /stock(?=$)/])(
  'does not rule %s out, which looks around what it matches',
  (words) => {
    const texts = ['orders', 'stock']
    expect(texts.some((text) => words.test(text))).toBe(true)
    expect(mayMatch(pagesOf(texts), words)).toBe(true)
  },
)

it('tells a class of characters that excludes some from the beginning of a text', () => {
  expect(mayMatch(pagesOf(['Orders', 'Stock']), /z[^a-z]/)).toBe(false)
})
