/**
 * Many members on one or more documents: opens their sockets, lets them write at a steady rate, and
 * measures how long it takes until the others have what was written.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Dialect } from './dialects.ts'
import { Histogram } from './histogram.ts'
import { nowMicros, printMarker, scanMarkers } from './marker.ts'
import { RawClient } from './raw-client.ts'
import { readProcess } from './read-process.ts'
import { Writer } from './writer.ts'

/** A server under measurement. */
export interface Target {
  readonly name: string
  readonly pid: number
  /** Address of the document of a room. */
  urlOf(room: number): URL
  readonly headers: readonly string[]
  readonly dialect: Dialect
}

export interface Member {
  readonly room: number
  readonly client: RawClient
  readonly writer: Writer
  moves: number
  points: number
}

export interface Measured {
  /** Updates sent a second. */
  readonly sent: number
  /** Updates that reached another member, a second. */
  readonly delivered: number
  /** Percent of what should have been delivered. */
  readonly share: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Percent of one core. */
  readonly serverCpu: number
  readonly generatorCpu: number
  /** MB. */
  readonly memory: number
}

export class Crowd {
  readonly members: Member[] = []
  /** Size of the answer that the last to join got. */
  joinBytes = 0
  private updates = new Histogram()
  private from = Number.POSITIVE_INFINITY
  private to = 0
  private sent = 0
  private isClosing = false
  private lost = 0

  constructor(private readonly target: Target) {}

  /** Adds members to rooms, a few at a time, and waits until each has its document. */
  async join(rooms: readonly number[]): Promise<void> {
    const waiting = [...rooms]
    const takeTurns = async (): Promise<void> => {
      for (let room = waiting.shift(); room !== undefined; room = waiting.shift()) {
        await this.open(room)
      }
    }
    await within(Promise.all(Array.from({ length: 40 }, takeTurns)), this.target)
  }

  /** Measures for some seconds while `start` is at work; it answers how to end it. */
  async measure(seconds: number, others: number, start: () => () => void): Promise<Measured> {
    const stop = start()
    await sleep(1000)
    this.updates = new Histogram()
    this.sent = 0
    const before = readProcess(this.target.pid)
    const own = process.cpuUsage()
    this.from = nowMicros()
    this.to = Number.POSITIVE_INFINITY
    await sleep(seconds * 1000)
    this.to = nowMicros()
    stop()
    const after = readProcess(this.target.pid)
    const used = process.cpuUsage(own)
    const { sent } = this
    await this.arrival(sent * others)
    const micros = this.to - this.from
    const delivered = this.updates.count
    return {
      sent: (sent / micros) * 1e6,
      delivered: (delivered / micros) * 1e6,
      share: (delivered / (sent * others)) * 100,
      p50: this.updates.quantile(0.5),
      p99: this.updates.quantile(0.99),
      serverCpu: ((after.cpu - before.cpu) / micros) * 100_000,
      generatorCpu: ((used.user + used.system) / micros) * 100,
      memory: after.memory,
    }
  }

  /** Sends one move of a member, as a drag does. */
  move(member: Member, shapes: number): void {
    const { index } = member.client
    const number = ++member.moves
    if (nowMicros() >= this.from && nowMicros() < this.to) this.sent++
    const id = `shape:w${index}-${number % shapes}`
    const stamp = printMarker('T', index % 10_000, number % 1e7)
    this.send(member, member.writer.move(id, number * 1.37, number * 0.73, stamp))
  }

  point(member: Member): void {
    const number = ++member.points
    const stamp = printMarker('A', member.client.index % 10_000, number % 1e7)
    this.send(member, member.writer.point(number * 1.5, number * 0.5, stamp))
  }

  close(): void {
    this.isClosing = true
    for (const { client } of this.members) client.close()
  }

  private send({ client, room }: Member, message: Uint8Array): void {
    client.send(this.target.dialect.wrap(room, message))
  }

  /** Waits until so many updates have arrived, but not long. */
  private async arrival(wanted: number): Promise<void> {
    for (let waited = 0; waited < 50 && this.updates.count < wanted; waited++) await sleep(20)
    if (this.lost > 0) throw new Error(`${this.target.name} dropped ${this.lost} members.`)
  }

  private open(room: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const index = this.members.length
      let isReady = false
      const ready = (): void => {
        isReady = true
        resolve()
      }
      const { dialect } = this.target
      const client = new RawClient(this.target.urlOf(room), index, this.target.headers, {
        open: (opened) => {
          const greetings = dialect.greetings(room)
          for (const greeting of greetings) opened.send(greeting)
          if (greetings.length === 0) ready()
        },
        region: (from, bytes, start, end) => {
          if (isReady) this.hear(from, bytes, start, end)
          else if (hasAnswer(bytes, [start, end], dialect)) {
            this.joinBytes = end - start
            ready()
          }
        },
        closed: () => {
          if (!isReady) reject(new Error(`Member ${index} could not join ${this.target.name}.`))
          else if (!this.isClosing) this.lost++
        },
      })
      this.members.push({ client, room, writer: new Writer(1000 + index), moves: 0, points: 0 })
    })
  }

  private hear(client: RawClient, bytes: Buffer, start: number, end: number): void {
    const now = nowMicros()
    const own = client.index % 10_000
    scanMarkers(bytes, start, end, (isPresence, sentAt, writer) => {
      if (isPresence || writer === own || sentAt < this.from || sentAt > this.to) return
      this.updates.add(now - sentAt)
    })
  }
}

/** Rejects when joining takes so long that nothing good can come of it. */
async function within<T>(joining: Promise<T>, { name }: Target): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} let nobody in for a minute.`)), 60_000)
  })
  try {
    return await Promise.race([joining, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Whether the document is among the messages. */
function hasAnswer(
  bytes: Buffer,
  [start, end]: readonly [number, number],
  dialect: Dialect,
): boolean {
  for (let at = start; at < end;) {
    const short = (bytes[at + 1] ?? 0) & 127
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    const length =
      short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 6)
    if (dialect.isAnswer(bytes, at + header)) return true
    at += header + length
  }
  return false
}

/** Calls `fire` for each of `count` slots once a period, phases spread evenly. Answers how to end it. */
export function pace(count: number, hertz: number, fire: (slot: number) => void): () => void {
  const began = performance.now()
  const step = 1000 / hertz / count
  let fired = 0
  const timer = setInterval(() => {
    const due = Math.min(fired + 20_000, Math.floor((performance.now() - began) / step))
    for (; fired < due; fired++) fire(fired % count)
  }, 1)
  return () => clearInterval(timer)
}
