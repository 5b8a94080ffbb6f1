import { expect, it } from 'vitest'
import { figure, inPercent, roughly } from './figures.ts'

it('writes numbers with three digits and grouped thousands', () => {
  expect([0, 0.25, 12.345, 999.6, 9231, 1_157_407].map(figure)).toEqual([
    '0',
    '0.25',
    '12.3',
    '1,000',
    '9,230',
    '1,160,000',
  ])
})

it('writes shares in whole percent', () => {
  expect([0.935, 0, 1, 12.5].map(inPercent)).toEqual(['94 %', '0 %', '100 %', '1,250 %'])
})

it('keeps two digits for evidence', () => {
  expect([4612, 0.0349].map(roughly)).toEqual([4600, 0.035])
})
