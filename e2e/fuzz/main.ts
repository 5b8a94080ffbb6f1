/**
 * `npm run fuzz -- --seeds 10000 --kills 100 [--from 1] [--lanes 4]`: runs seeds against a real server
 * process, those that failed once first, prints and keeps what failed, and exits 1 when anything did.
 */
import { parseArgs } from 'node:util'
import { fuzz } from './fuzz.ts'
import { keepSeeds, keptSeeds } from './kept-seeds.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    kills: { type: 'string', default: '2' },
    from: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '4' },
  },
})

const started = Date.now()
const outcome = await fuzz({
  seeds: Number(values.seeds),
  kills: Number(values.kills),
  from: Number(values.from),
  first: keptSeeds(),
  lanes: Number(values.lanes),
  print: (line) => console.log(line),
})
const seconds = Math.round((Date.now() - started) / 1000)
console.log(`${outcome.seeds} seeds, ${outcome.kills} kills, ${seconds} s`)
console.log(outcome.failed.length === 0 ? 'All converged.' : `Failed: ${outcome.failed.join(' ')}`)
keepSeeds(outcome.failed)
process.exit(outcome.failed.length === 0 ? 0 : 1)
