/** Seeds that failed once are kept beside the fuzz and run first from then on. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const file = fileURLToPath(new URL('seeds.json', import.meta.url))

export function keptSeeds(): readonly number[] {
  return z.array(z.number().int()).parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Adds seeds to those that are kept. */
export function keepSeeds(failed: readonly number[]): void {
  const seeds = [...new Set([...keptSeeds(), ...failed])].sort((a, b) => a - b)
  writeFileSync(file, `${JSON.stringify(seeds)}\n`)
}
