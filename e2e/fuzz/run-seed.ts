/**
 * One seed: three writers and a reader do random things over wires that fail, and the server may be
 * killed in between. At the end all must see one valid board, and nothing of ours may have been refused.
 */
import { isEqual } from '@tldraw/utils'
import { judgeBoard } from '#shared/design/judge-board.ts'
import { names, type Act } from '#client/testing/random-acts.ts'
import { boardOf, differences, isSameBoard } from '#client/testing/same-board.ts'
import { until } from '#client/testing/until.ts'
import { createRandom, type Random } from './random.ts'
import { takeSeat, type Place, type Seat } from './seat.ts'

export interface Cast {
  readonly place: Place
  /** Cookies of three who write and of one who reads. */
  readonly writers: readonly string[]
  readonly reader: string
}

const mostSteps = 60
const patienceMs = 60_000
/** Time between two calls to connect at once, where a person would press the button. */
const callMs = 100
/** A frame that cannot be read, a foreign edit, a reader that saw what the server lost: never by us. */
const forbiddenCloses = new Set([4400, 4403, 4410, 4413])

/** Records by id. */
export type Board = ReturnType<typeof boardOf>

/**
 * Answers the board that all see at the end. Throws, with what differs, when the seed ends badly.
 * `mayKill` is asked at random moments.
 */
export async function runSeed(seed: number, cast: Cast, mayKill: () => boolean): Promise<Board> {
  const random = createRandom(seed)
  const seats = await Promise.all([
    ...cast.writers.map((cookie, i) => takeSeat(cast.place, `writer ${i + 1}`, cookie)),
    takeSeat(cast.place, 'reader', cast.reader),
  ])
  try {
    await opened(seats)
    await disturb(random, seats, cast, mayKill)
    return await comeTogether(seats, cast)
  } catch (error) {
    throw new Error(`Seed ${seed}: ${String(error)}\n${describe(seats)}`, { cause: error })
  } finally {
    for (const seat of seats) await seat.leave()
  }
}

async function disturb(
  random: Random,
  seats: readonly Seat[],
  { place }: Cast,
  mayKill: () => boolean,
): Promise<void> {
  const writers = seats.slice(0, -1)
  const steps = 20 + random.below(mostSteps - 20)
  let killing: Promise<void> = Promise.resolve()
  for (let step = 0; step < steps; step += 1) {
    const dice = random.next()
    if (dice < 0.75) writers[random.below(writers.length)]?.drawer.act(randomAct(random))
    else if (dice < 0.95) disturbWire(random, seats[random.below(seats.length)])
    if (step === Math.floor(steps / 2) && mayKill()) {
      killing = place.server.kill(random.pick(['SIGKILL', 'SIGKILL', 'SIGTERM']))
    }
    if (random.next() < 0.4) await pause(random.below(12))
  }
  await killing
}

async function comeTogether(seats: readonly Seat[], { place, reader }: Cast): Promise<Board> {
  await place.server.up()
  for (const { proxy } of seats) {
    proxy.delay(0)
    proxy.heal()
  }
  await settle(seats)
  // Who comes now must see the same: the server's own document is right, too.
  const late = await takeSeat(place, 'late', reader)
  try {
    await settle([...seats, late])
  } finally {
    await late.leave()
  }
  expectGood(seats)
  return boardOf(late.session.store)
}

/** Throws when a server that was started anew shows another board. */
export async function checkStored({ place, reader }: Cast, board: Board): Promise<void> {
  const seat = await takeSeat(place, 'reader of what is stored', reader)
  try {
    const isStored = () => isLive(seat) && isEqual([...boardOf(seat.session.store)], [...board])
    await until('a restarted server shows the board as it was', isStored, patienceMs)
  } finally {
    await seat.leave()
  }
}

function expectGood(seats: readonly Seat[]): void {
  for (const { session, closes, name } of seats) {
    const faults = judgeBoard(boardOf(session.store))
    if (faults.length > 0) throw new Error(`Board of ${name}: ${JSON.stringify(faults)}`)
    const forbidden = closes.filter((code) => forbiddenCloses.has(code))
    if (forbidden.length > 0) throw new Error(`${name} was closed with ${forbidden.join(' ')}`)
  }
}

async function opened(seats: readonly Seat[]): Promise<void> {
  const call = caller(seats)
  const isDone = () => {
    call()
    return seats.every(isLive)
  }
  await until('all have opened the board', isDone, patienceMs)
}

async function settle(seats: readonly Seat[]): Promise<void> {
  const [first, ...others] = seats
  const call = caller(seats)
  const isDone = () => {
    call()
    if (!seats.every((seat) => isLive(seat) && !seat.session.state.get().hasUnsentEdits))
      return false
    return others.every(({ session }) => {
      return first !== undefined && isSameBoard(first.session.store, session.store)
    })
  }
  await until('all see the same board', isDone, patienceMs)
}

/** Has those without a connection try again, now and then. Throws when one was refused. */
function caller(seats: readonly Seat[]): () => void {
  let nextCall = 0
  return () => {
    const isCalling = Date.now() >= nextCall
    if (isCalling) nextCall = Date.now() + callMs
    for (const { name, session } of seats) {
      const { sync, refusal } = session.state.get()
      if (sync === 'refused') throw new Error(`${name} was refused: ${refusal?.code ?? ''}`)
      if (sync !== 'live' && isCalling) session.reconnectNow()
    }
  }
}

function randomAct(random: Random): Act {
  const name = random.pick(names)
  const to = random.pick(names)
  const type = random.pick([
    ...(['create', 'create', 'move', 'move', 'move', 'rename', 'delete'] as const),
    ...(['connect', 'put-into', 'undo', 'undo', 'redo'] as const),
  ])
  if (type === 'undo' || type === 'redo') return { type }
  if (type === 'create' || type === 'delete') return { type, name }
  if (type === 'move') return { type, name, x: random.below(1000), y: random.below(1000) }
  return { type, name, to: type === 'rename' ? `n${random.below(1000)}` : to }
}

function disturbWire(random: Random, seat: Seat | undefined): void {
  if (seat === undefined) return
  const { proxy, session } = seat
  const faults = [
    () => proxy.cut(),
    () => proxy.partition(),
    () => proxy.freeze(),
    () => proxy.deafen(),
    () => proxy.delay(random.below(30)),
    () => proxy.heal(),
    () => session.reconnectNow(),
  ] as const
  random.pick([...faults, faults[5], faults[6]])()
}

function isLive({ session }: Seat): boolean {
  return session.state.get().sync === 'live'
}

function describe(seats: readonly Seat[]): string {
  const [first] = seats
  return seats
    .map(({ name, session, closes }) => {
      const { sync, hasUnsentEdits, refusal } = session.state.get()
      const apart = first === undefined ? [] : differences(first.session.store, session.store)
      const facts = JSON.stringify({ sync, hasUnsentEdits, refusal, closes: closes.slice(-20) })
      return [`${name}: ${facts}`, ...apart].join('\n  ')
    })
    .join('\n')
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
