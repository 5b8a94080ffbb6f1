/**
 * `npm run bench -- live`: measures the live server and two bare relays under the loads of the budgets
 * and prints the figures. Takes some minutes and wants an idle machine.
 */
import { readProcess } from './read-process.ts'
import { printReport, type Figures } from './report.ts'
import { growCrowd, manyRooms, oneWriter, rampWriters, timeJoin } from './scenarios.ts'
import { startProduct, startYardstick, type Running } from './targets.ts'

const sizes = [100, 200, 250, 300, 350]
const rates = [10_000, 21_000, 30_000, 45_000]
/** What a relay can hold that sends every frame by itself. */
const small = { sizes: [20, 30, 40, 50, 60], rates: [1500, 3000, 4000, 5000] }

/** Starts a server for one measurement and ends it, so that none inherits another's heap. */
async function on<T>(start: () => Promise<Running>, measure: (target: Running) => Promise<T>) {
  const target = await start()
  try {
    return await measure(target)
  } finally {
    await target.stop()
  }
}

const product = () => startProduct(1)
const coalescing = () => startYardstick('coalescing')
const broadcast = () => startYardstick('broadcast')

const rooms = await on(
  () => startProduct(1000),
  async (target) => {
    const idleMemory = readProcess(target.pid).memory
    return { idleMemory, measured: await manyRooms(target, true, 1000) }
  },
)
const figures: Figures = {
  idleMemory: rooms.idleMemory,
  rooms: {
    product: rooms.measured,
    coalescing: await on(coalescing, (target) => manyRooms(target, false, 1000)),
  },
  one: {
    product: await on(product, (target) => oneWriter(target, true)),
    coalescing: await on(coalescing, (target) => oneWriter(target, false)),
  },
  join: await on(product, (target) => timeJoin(target, 5000)),
  ramp: {
    product: await on(product, (target) => rampWriters(target, true, rates)),
    coalescing: await on(coalescing, (target) => rampWriters(target, false, rates)),
    broadcast: await on(broadcast, (target) => rampWriters(target, false, small.rates)),
  },
  crowd: {
    product: await on(product, (target) => growCrowd(target, true, sizes)),
    coalescing: await on(coalescing, (target) => growCrowd(target, false, sizes)),
    broadcast: await on(broadcast, (target) => growCrowd(target, false, small.sizes)),
  },
}

process.stdout.write(printReport(figures, new Date().toISOString().slice(0, 10)))
