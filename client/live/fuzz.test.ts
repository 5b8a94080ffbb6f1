import { expect, test } from 'vitest'
import { fuzz } from '#e2e/fuzz/fuzz.ts'
import { keptSeeds } from '#e2e/fuzz/kept-seeds.ts'

test('three writers and a reader converge through partitions, restarts and kills', async () => {
  const printed: string[] = []
  const print = (line: string) => printed.push(line)
  const first = keptSeeds()
  const outcome = await fuzz({ seeds: 20, kills: 3, from: 1, first, lanes: 4, print })
  expect(printed).toEqual([])
  expect(outcome).toEqual({ seeds: first.length + 20, kills: 3, failed: [] })
}, 180_000)
