/** Prints the figures as a page of Markdown, each beside its budget and its yardsticks. */
import { cpus, totalmem } from 'node:os'
import type { Measured } from './crowd.ts'
import type { Outcome } from './scenarios.ts'

export interface Figures {
  readonly crowd: Record<'product' | 'coalescing' | 'broadcast', Outcome> & Peer<Outcome>
  readonly ramp: Record<'product' | 'coalescing' | 'broadcast', Outcome> & Peer<Outcome>
  readonly one: Record<'product' | 'coalescing', Measured> & Peer<Measured>
  readonly rooms: Record<'product' | 'coalescing', Measured> & Peer<Measured>
  /** MB of the product's process with nobody on it. */
  readonly idleMemory: number
  /** Milliseconds. */
  readonly join: number
}

/** Absent where it could not be installed. */
interface Peer<T> {
  readonly hocuspocus: T | undefined
}

export interface Circumstances {
  readonly date: string
  /** Load average of the machine when the run began. */
  readonly loadBefore: number
}

export function printReport(figures: Figures, { date, loadBefore }: Circumstances): string {
  return `# Performance of the live server

Made by \`npm run bench\` on ${date}: ${machine()},
load ${loadBefore.toFixed(1)} before it began. The load generator has one process, the server another;
the product runs with storage on disk (a commit is synced), validation, repair, rights and limits on.
*Bare coalescing* joins what arrives in one turn of the loop into one write for each socket, *bare
broadcast* sends each frame to each socket; both keep and check nothing. Hocuspocus 4 runs as it comes, on
Node 22, and keeps nothing on disk. Compare within one run only.

${verdictTable(figures)}

${crowdTable(figures.crowd)}

${rampTable(figures.ramp)}

## One of 100 writes and points at 30 Hz

| server | p50 ms | p99 ms |
|---|---|---|
| Loadbearing (budget: 1, 10) | ${latencies(figures.one.product)} |
| bare coalescing | ${latencies(figures.one.coalescing)} |
| Hocuspocus | ${latencies(figures.one.hocuspocus)} |

## 1,000 rooms of two, each member writes 5 times a second

| server | p50 ms | p99 ms | CPU % of a core | memory MB |
|---|---|---|---|---|
| Loadbearing (budget: p99 50) | ${load(figures.rooms.product)} |
| bare coalescing | ${load(figures.rooms.coalescing)} |
| Hocuspocus | ${load(figures.rooms.hocuspocus)} |

Memory above the process with nobody on it: ${memoryPerRoom(figures).toFixed(0)} KB a room, sockets included (budget 120).

## Joining a board of 5,000 records

${figures.join.toFixed(0)} ms from connecting to having it, the middle of nine (budget 150).
`
}

/** Every budget with what was measured against it. */
function verdictTable({ crowd, ramp, one, rooms, idleMemory, join }: Figures): string {
  const memory = memoryPerRoom({ rooms, idleMemory })
  const delivered = mostOf(ramp.product)
  const { p50, p99 } = one.product
  const lines = [
    atLeast('members who all write and point at 30 Hz, p99 ≤ 100 ms', crowd.product.members, 250),
    atLeast('× bare coalescing', crowd.product.members / crowd.coalescing.members, 0.8),
    atLeast('× bare broadcast', crowd.product.members / crowd.broadcast.members, 5),
    atLeast('× Hocuspocus', crowd.product.members / (crowd.hocuspocus?.members ?? Number.NaN), 2),
    atLeast('delivered a second, 10 of 50 write, p99 ≤ 50 ms', delivered, 1_000_000),
    atLeast('× bare broadcast', delivered / mostOf(ramp.broadcast), 5),
    atLeast('× Hocuspocus', delivered / mostOf(ramp.hocuspocus), 1.5),
    atMost('ms until the others have it, one of 100 writes, p50', p50, 1),
    atMost('ms, the same, p99', p99, 10),
    atMost('ms, 1,000 rooms of two, p99', rooms.product.p99, 50),
    atMost('KB of memory a room, the same', memory, 120),
    atMost('ms to join a board of 5,000 records', join, 150),
  ]
  return `| what | measured | budget | |\n|---|---|---|---|\n${lines.join('\n')}`
}

function atLeast(what: string, value: number, budget: number): string {
  return line(what, value, [`≥ ${short(budget)}`, verdict(value, value >= budget)])
}

function atMost(what: string, value: number, budget: number): string {
  return line(what, value, [`≤ ${short(budget)}`, verdict(value, value <= budget)])
}

function verdict(value: number, isMet: boolean): string {
  if (Number.isNaN(value)) return 'not measured'
  return isMet ? 'met' : '**missed**'
}

function line(what: string, value: number, [budget, found]: readonly [string, string]): string {
  return `| ${what} | ${short(value)} | ${budget} | ${found} |`
}

function short(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return value >= 100 ? round(value) : String(Number(value.toPrecision(2)))
}

function mostOf(outcome: Outcome | undefined): number {
  return outcome?.best?.delivered ?? Number.NaN
}

function machine(): string {
  const processors = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${processors.length} × ${processors[0]?.model ?? 'CPU'}, ${memory} GB, Node ${process.version}, ${process.platform}`
}

function crowdTable({ product, coalescing, broadcast, hocuspocus }: Figures['crowd']): string {
  const row = (outcome: Outcome | undefined): string =>
    `${outcome?.members ?? '–'} | ${latencies(outcome?.best)}`
  return `## Everybody in one room writes and points at 30 Hz

The largest room with p99 ≤ 100 ms. Budget: 250 members, 0.8 × coalescing, 5 × broadcast.

| server | members | p50 ms | p99 ms |
|---|---|---|---|
| Loadbearing | ${row(product)} |
| bare coalescing | ${row(coalescing)} |
| bare broadcast | ${row(broadcast)} |
| Hocuspocus | ${row(hocuspocus)} |

Loadbearing holds ${ratio(product.members, coalescing.members)} × coalescing and
${ratio(product.members, broadcast.members)} × broadcast.`
}

function rampTable({ product, coalescing, broadcast, hocuspocus }: Figures['ramp']): string {
  const row = (outcome: Outcome | undefined): string =>
    `${short(mostOf(outcome))} | ${latencies(outcome?.best)}`
  return `## 50 members, 10 of them write as fast as they can

The most updates delivered a second with p99 ≤ 50 ms. Budget: 1,000,000, 5 × broadcast.

| server | delivered a second | p50 ms | p99 ms |
|---|---|---|---|
| Loadbearing | ${row(product)} |
| bare coalescing | ${row(coalescing)} |
| bare broadcast | ${row(broadcast)} |
| Hocuspocus | ${row(hocuspocus)} |

Loadbearing delivers ${ratio(mostOf(product), mostOf(coalescing))} × coalescing and
${ratio(mostOf(product), mostOf(broadcast))} × broadcast.`
}

function latencies(measured: Measured | undefined): string {
  if (measured === undefined) return '– | –'
  return `${measured.p50.toFixed(1)} | ${measured.p99.toFixed(1)}`
}

function load(measured: Measured | undefined): string {
  if (measured === undefined) return '– | – | – | –'
  const { serverCpu, memory } = measured
  return `${latencies(measured)} | ${serverCpu.toFixed(0)} | ${memory.toFixed(0)}`
}

/** KB, sockets included. */
function memoryPerRoom({ rooms, idleMemory }: Pick<Figures, 'rooms' | 'idleMemory'>): number {
  return ((rooms.product.memory - idleMemory) * 1024) / 1000
}

function ratio(a: number, b: number): string {
  return b === 0 || Number.isNaN(b) ? '–' : (a / b).toFixed(2)
}

function round(value: number): string {
  return Math.round(value).toLocaleString('en')
}
