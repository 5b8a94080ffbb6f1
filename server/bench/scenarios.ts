/** The loads of the budgets, each answering its figures for one target. */
import { Crowd, pace, type Measured, type Target } from './crowd.ts'

export interface Outcome {
  readonly members: number
  readonly best: Measured | undefined
}

/** Everybody in one room writes and points at 30 Hz: the largest room with p99 within `limit` ms. */
export async function growCrowd(target: Target, sizes: readonly number[]): Promise<Outcome> {
  const crowd = new Crowd(target)
  let outcome: Outcome = { members: 0, best: undefined }
  for (const size of sizes) {
    await crowd.join(Array.from({ length: size - crowd.members.length }, () => 0))
    const { members } = crowd
    const measured = await crowd.measure(2, size - 1, () => {
      const stops = [
        pace(size, 30, (slot) => act(members[slot], (member) => crowd.move(member, 5))),
        pace(size, 30, (slot) => act(members[slot], (member) => crowd.point(member))),
      ]
      return () => stops.forEach((stop) => stop())
    })
    show(target.name, `crowd of ${size}`, measured)
    if (measured.p99 > 100 || measured.share < 98) break
    outcome = { members: size, best: measured }
  }
  crowd.close()
  return outcome
}

/** 50 members, 10 of them write as fast as they can: the most delivered a second within `limit` ms. */
export async function rampWriters(target: Target, rates: readonly number[]): Promise<Outcome> {
  const crowd = new Crowd(target)
  await crowd.join(Array.from({ length: 50 }, () => 0))
  let outcome: Outcome = { members: 50, best: undefined }
  for (const rate of rates) {
    const writers = crowd.members.slice(0, 10)
    const measured = await crowd.measure(2, 49, () =>
      pace(10, rate / 10, (slot) => act(writers[slot], (member) => crowd.move(member, 20))),
    )
    show(target.name, `${rate} updates/s by 10 of 50`, measured)
    if (measured.p99 > 50 || measured.share < 98) break
    outcome = { members: 50, best: measured }
  }
  crowd.close()
  return outcome
}

/** 100 members, one of them writes and points at 30 Hz. */
export async function oneWriter(target: Target): Promise<Measured> {
  const crowd = new Crowd(target)
  await crowd.join(Array.from({ length: 100 }, () => 0))
  const [writer] = crowd.members
  const measured = await crowd.measure(3, 99, () => {
    const stops = [
      pace(1, 30, () => act(writer, (member) => crowd.move(member, 20))),
      pace(1, 30, () => act(writer, (member) => crowd.point(member))),
    ]
    return () => stops.forEach((stop) => stop())
  })
  show(target.name, 'one writer of 100', measured)
  crowd.close()
  return measured
}

/** Rooms of two, each member writes five times a second. */
export async function manyRooms(target: Target, rooms: number): Promise<Measured> {
  const crowd = new Crowd(target)
  await crowd.join(Array.from({ length: rooms * 2 }, (_, index) => Math.floor(index / 2)))
  // The two of a room write at unrelated moments.
  const order = crowd.members.toSorted((a, b) => mix(a.client.index) - mix(b.client.index))
  const measured = await crowd.measure(3, 1, () =>
    pace(order.length, 5, (slot) => act(order[slot], (member) => crowd.move(member, 10))),
  )
  show(target.name, `${rooms} rooms of two`, measured)
  crowd.close()
  return measured
}

function mix(index: number): number {
  return (index * 2_654_435_761) % 4_294_967_296
}

function act<T>(member: T | undefined, does: (member: T) => void): void {
  if (member !== undefined) does(member)
}

function show(name: string, what: string, measured: Measured): void {
  const { delivered, share, p50, p99, serverCpu, generatorCpu, memory } = measured
  const figures = [
    `${Math.round(delivered).toLocaleString('en')} delivered/s (${share.toFixed(1)} %)`,
    `p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms`,
    `server ${serverCpu.toFixed(0)} % generator ${generatorCpu.toFixed(0)} %`,
    `${memory.toFixed(0)} MB`,
  ]
  process.stderr.write(`${name}, ${what}: ${figures.join(', ')}\n`)
}

/** Milliseconds from connecting to having a board of so many records, the middle of several joins. */
export async function timeJoin(target: Target, records: number): Promise<number> {
  const crowd = new Crowd(target)
  await crowd.join([0])
  const [writer] = crowd.members
  for (let number = 0; number < records; number++) {
    act(writer, (member) => crowd.move(member, records))
  }
  // The board is there when a newcomer gets as much as its records take.
  for (let tries = 0; tries < 100 && crowd.joinBytes < records * 200; tries++) await crowd.join([0])
  const times: number[] = []
  for (let joined = 0; joined < 9; joined++) {
    const began = performance.now()
    await crowd.join([0])
    times.push(performance.now() - began)
  }
  crowd.close()
  const middle = times.toSorted((a, b) => a - b)[4] ?? Number.NaN
  process.stderr.write(
    `${target.name}, join ${records} records (${crowd.joinBytes} bytes): ${middle.toFixed(1)} ms\n`,
  )
  return middle
}
