import { expect, it } from 'vitest'
import { printBoardJson } from '#shared/exchange/board-json.ts'
import { sampleRecords } from '#shared/design/testing/sample-board.ts'
import { compareRecords, recordsIn } from './compare-records.ts'

it('says what came, went and changed between two moments', () => {
  const before = sampleRecords()
  const after = before.flatMap((record) => {
    if (record.id === 'shape:db') return []
    if (record.id !== 'shape:api' || record.typeName !== 'shape') return [record]
    if (!('label' in record.props)) return [record]
    return [{ ...record, props: { ...record.props, label: 'Orders' } }]
  })
  const { entries, markdown } = compareRecords(before, after)
  expect(entries.map(({ natures, title }) => [natures[0], title])).toEqual(
    expect.arrayContaining([
      ['renamed', 'Orders'],
      ['removed', expect.stringContaining('db')],
    ]),
  )
  expect(markdown).toContain('### Components')
})

it('finds nothing between a board and its file', () => {
  const records = sampleRecords()
  const file = printBoardJson({ title: '', scenario: null, records })
  expect(compareRecords(records, recordsIn(file)).entries).toEqual([])
})

it('does not take anything else for a board', () => {
  expect(() => recordsIn('{}')).toThrow('It is an empty object.')
})
