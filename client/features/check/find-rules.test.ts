import { expect, it } from 'vitest'
import { rules } from '#shared/checker/rules/index.ts'
import { findRules } from './find-rules.ts'

it('finds all rules for no words', () => {
  expect(findRules(rules, '  ')).toEqual(rules)
})

it('finds rules that hold every word, by id, category and advice alike', () => {
  expect(findRules(rules, 'hl-client-to-store').map(({ id }) => id)).toContain('hl-client-to-store')
  const found = findRules(rules, 'Reliability BACKUP')
  expect(found.map(({ id }) => id)).toContain('rel-backup-missing')
  expect(found.length).toBeLessThan(rules.length / 4)
})

it('finds nothing for a word that no rule holds', () => {
  expect(findRules(rules, 'zeppelin')).toEqual([])
})
