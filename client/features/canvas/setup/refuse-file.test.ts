import { describe, expect, it } from 'vitest'
import { isDrawingFile, maxImageBytes, refusalOf } from './refuse-file.ts'

describe('refusalOf', () => {
  it('takes the usual images', () => {
    expect(refusalOf({ name: 'a.png', type: 'image/png', size: 1000 })).toBeUndefined()
    expect(refusalOf({ name: 'a.png', type: 'image/png', size: maxImageBytes })).toBeUndefined()
  })

  it.each([
    [{ name: 'a.svg', type: 'image/svg+xml', size: 10 }, 'a.svg: SVG files are not accepted'],
    [{ name: 'a.mp4', type: 'video/mp4', size: 10 }, 'a.mp4: only PNG'],
    [{ name: 'a', type: '', size: 10 }, 'a: only PNG'],
    [{ name: 'a.png', type: 'image/png', size: maxImageBytes + 1 }, 'a.png: larger than 10 MB'],
  ])('refuses %o with a sentence', (file, beginning) => {
    expect(refusalOf(file)).toMatch(beginning)
  })
})

it('knows files of drawings by their names', () => {
  expect(
    ['a.mmd', 'a.md', 'A.Mermaid', 'a.markdown'].map((name) => isDrawingFile({ name })),
  ).toEqual([true, true, true, true])
  expect(['a.png', 'md', 'a.md.png'].some((name) => isDrawingFile({ name }))).toBe(false)
})
