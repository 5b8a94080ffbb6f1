/**
 * Measures the live server and two bare relays under the loads of the budgets and prints the figures as a
 * page of Markdown. Takes some minutes and wants an idle machine. `npm run bench` keeps the page.
 */
import { loadavg } from 'node:os'
import { installHocuspocus } from './hocuspocus/install.ts'
import { readProcess } from './read-process.ts'
import { printReport, type Figures } from './report.ts'
import { growCrowd, manyRooms, oneWriter, rampWriters, timeJoin } from './scenarios.ts'
import { endAll, startHocuspocus, startProduct, startYardstick, type Running } from './targets.ts'

const sizes = [100, 200, 250, 300, 350]
const rates = [10_000, 21_000, 27_000, 30_000, 33_000, 36_000, 40_000]
/** What a relay can hold that sends every frame by itself. */
const small = { sizes: [20, 30, 40, 50, 60], rates: [1500, 3000, 4000, 5000] }
const hocuspocus = { sizes: [20, 40, 60, 80, 100, 150] }

process.once('exit', endAll)
process.once('SIGINT', () => process.exit(130))
process.once('SIGTERM', () => process.exit(143))
await main()

async function main(): Promise<void> {
  try {
    const [before = 0] = loadavg()
    const figures = await measure()
    const date = new Date().toISOString().slice(0, 10)
    process.stdout.write(printReport(figures, { date, loadBefore: before }))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    process.stderr.write(`The benchmark was given up: ${reason}\n`)
    process.exitCode = 1
  }
}

async function measure(): Promise<Figures> {
  const product = () => startProduct(1)
  const coalescing = () => startYardstick('coalescing')
  const broadcast = () => startYardstick('broadcast')
  const installed = installHocuspocus()
  const onPeer = async <T>(measureOn: (target: Running) => Promise<T>) =>
    installed && on(() => startHocuspocus(installed), measureOn)
  const rooms = await on(
    () => startProduct(1000),
    async (target) => {
      const idleMemory = readProcess(target.pid).memory
      return { idleMemory, measured: await manyRooms(target, 1000) }
    },
  )
  return {
    idleMemory: rooms.idleMemory,
    rooms: {
      product: rooms.measured,
      coalescing: await on(coalescing, (target) => manyRooms(target, 1000)),
      hocuspocus: await onPeer((target) => manyRooms(target, 1000)),
    },
    one: {
      product: await on(product, (target) => oneWriter(target)),
      coalescing: await on(coalescing, (target) => oneWriter(target)),
      hocuspocus: await onPeer((target) => oneWriter(target)),
    },
    join: await on(product, (target) => timeJoin(target, 5000)),
    ramp: {
      product: await on(product, (target) => rampWriters(target, rates)),
      coalescing: await on(coalescing, (target) => rampWriters(target, rates)),
      broadcast: await on(broadcast, (target) => rampWriters(target, small.rates)),
      hocuspocus: await onPeer((target) => rampWriters(target, rates)),
    },
    crowd: {
      product: await on(product, (target) => growCrowd(target, sizes)),
      coalescing: await on(coalescing, (target) => growCrowd(target, sizes)),
      broadcast: await on(broadcast, (target) => growCrowd(target, small.sizes)),
      hocuspocus: await onPeer((target) => growCrowd(target, hocuspocus.sizes)),
    },
  }
}

/** Starts a server for one measurement and ends it, so that none inherits another's heap. */
async function on<T>(start: () => Promise<Running>, measureOn: (target: Running) => Promise<T>) {
  const target = await start()
  try {
    return await measureOn(target)
  } finally {
    await target.stop()
  }
}
