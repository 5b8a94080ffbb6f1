import { expect, it } from 'vitest'
import { quantitiesIn } from './quantity.ts'

it.each([
  ['4,600 requests/s', 4600, 'rate', undefined],
  ['1.2k rps', 1200, 'rate', undefined],
  ['39 writes a second', 39, 'rate', undefined],
  ['10K QPS', 10_000, 'rate', undefined],
  ['3.65 PB a year', 3.65e15, 'data', 31_536_000],
  ['40 GB per day', 40e9, 'data', 86_400],
  ['500 B', 500, 'data', undefined],
  ['500B each', 500, 'data', undefined],
  ['16 KiB', 16_384, 'data', undefined],
  ['10 MB/s', 10e6, 'dataRate', undefined],
  ['8 Mbit/s', 1e6, 'dataRate', undefined],
  ['2 Gbps', 250e6, 'dataRate', undefined],
  ['100ms', 100, 'duration', undefined],
  ['two years', 63_072_000_000, 'duration', undefined],
  ['30 s', 30_000, 'duration', undefined],
  ['99.95 %', 99.95, 'share', undefined],
  ['three nines', 99.9, 'share', undefined],
  ['$5k a month', 5000, 'money', 2_592_000],
  ['$60,000 per year', 5000, 'money', 31_536_000],
  ['5M users', 5e6, 'count', undefined],
  ['2B links', 2e9, 'count', undefined],
  ['1.2B/day', 1.2e9, 'count', 86_400],
  ['100 million links a month', 1e8, 'count', 2_592_000],
  ['1.5–2×', 2, 'count', undefined],
  ['10-20 ms', 20, 'duration', undefined],
  ['6 billion rows', 6e9, 'count', undefined],
])('reads %j as %s', (text, value, dimension, perSeconds) => {
  const [quantity] = quantitiesIn(`about ${text}.`)
  expect(quantity).toMatchObject({ value, dimension })
  expect(quantity?.perSeconds).toBe(perSeconds)
})

it('finds no quantity in names that hold digits', () => {
  expect(quantitiesIn('S3 and EC2 at p99, base62, 62^7')).toMatchObject([{ value: 62 }])
})

it('finds several in a sentence, each where it stands', () => {
  const text = '10 million connections at 10,000 each: 1,000 gateways'
  expect(quantitiesIn(text).map(({ value, noun }) => [value, noun])).toEqual([
    [10e6, 'connections'],
    [10_000, ''],
    [1000, 'gateways'],
  ])
})
