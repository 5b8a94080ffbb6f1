import { describe, expect, it } from 'vitest'
import { readCalculations } from './read-calculations.ts'

const ratios = (line: string) =>
  readCalculations(line).map(({ stated, recomputed }) =>
    Number((stated / recomputed).toPrecision(2)),
  )

describe('a calculation in a line', () => {
  it.each([
    'Average QPS: 5M × 40 / 86,400 = 2,315/s',
    '5M DAU * 40 requests / 86400 s = 2,315 rps',
    '5M DAU × 40 = 2,315 rps',
    'Storage: 300 GB a year, x2 for indexes and the standby = 600 GB a year',
    '40/s on average, peak x5 = 200/s',
    '200M/day = 2,315/s',
    'Peak: 2,315 × 2 = 4,630 requests/s',
    'Photos: 1M photos/day × 500 KB = 500 GB/day',
    'Photos: 1M photos/day × 500 KB = 500 GB/day × 365 = 182.5 TB/year',
    'Storage: 1M links a day x 500 B x 365 = 180 GB per year',
    '1M uploads/day × 2 MB = 23 MB/s',
    '50,000 × 1 MB / 600 s = 83 MB/s = 667 Mbps',
    'Ingress 580/s × 2 MB = 1.16 GB/s',
    'Concurrent: 1M × 30 min / 1440 = 20,833',
    'In flight: 1,000 rps × 200 ms = 200',
    '100B messages/day / 86,400 = 1,157,407/s',
    'Log: 100 M × 1 KB × 30 days = 3 TB',
    'Reads: 3,000/s + 1,000/s = 4,000/s',
    'Hot set: 20% of 5 TB = 1 TB',
    '10^6 × 500 KB = 500 GB',
    '20 TB / 2 TB = 10 shards',
    '5M MAU × 30% = 1.5M DAU',
    '10 Gbps / 8 = 1.25 GB/s',
    '100 million / 24 / 3600 = 1160',
    'Egress: 20M viewers × 30 min × 3 Mbps → 1.25 Tbps',
    '150 million × 2 tweets / 24 hours / 3600 seconds = ~3500',
    '365 billion × 100 bytes × 10 years = 365 TB',
    '1 billion pages × 500 KB = 500 TB per month',
  ])('agrees with %j', (line) => {
    const found = ratios(line)
    expect(found.length).toBeGreaterThan(0)
    for (const ratio of found) expect(Math.abs(Math.log2(ratio))).toBeLessThan(0.2)
  })

  it.each([
    ['Photos: 1M photos/day × 500 KB = 500 MB/day', 0.001],
    ['1M uploads/day × 2 MB = 2 TB/s', 86_000],
    ['Bandwidth: 580/s × 2 MB = 9.28 GB/s', 8],
    ['Average: 5M × 40 / 86,400 = 23,150/s', 10],
    ['Storage: 500 GB/day × 365 = 18 TB', 0.099],
    ['200M/day = 23,150 rps', 10],
  ])('sees how far %j is off', (line, ratio) => {
    expect(ratios(line)).toEqual([ratio])
  })

  it.each([
    '1M users, each 10 × 2 KB = 20 GB',
    'p99 = 200 ms',
    'Storage over 5 years: 1M/day × 500 KB = 912 TB',
    'Storage: 1M × 1 KB = 3 GB with 3 copies',
    '100B × 20 = 2 KB',
    'Peak = 5 × average',
    'W = 2, R = 2, N = 3',
    '',
    '= = =',
    '5 TB × 3 = 15',
  ])('does not judge %j', (line) => {
    expect(readCalculations(line)).toEqual([])
  })
})
