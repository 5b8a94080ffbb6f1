/** Prints the figures as a page of Markdown, each beside its budget and its yardsticks. */
import { cpus, totalmem } from 'node:os'
import type { Measured } from './crowd.ts'
import type { Outcome } from './scenarios.ts'

export interface Figures {
  readonly crowd: Record<'product' | 'coalescing' | 'broadcast', Outcome>
  readonly ramp: Record<'product' | 'coalescing' | 'broadcast', Outcome>
  readonly one: Record<'product' | 'coalescing', Measured>
  readonly rooms: Record<'product' | 'coalescing', Measured>
  /** MB of the product's process with nobody on it. */
  readonly idleMemory: number
  /** Milliseconds. */
  readonly join: number
}

export function printReport(figures: Figures, date: string): string {
  return `# Performance of the live server

Made by \`npm run bench\` on ${date}: ${machine()}. The load generator has one process, the server another;
the product runs with storage on disk (a commit is synced), validation, repair, rights and limits on.
*Bare coalescing* joins what arrives in one turn of the loop into one write for each socket, *bare
broadcast* sends each frame to each socket; both keep and check nothing. Compare within one run only.

${crowdTable(figures.crowd)}

${rampTable(figures.ramp)}

## One of 100 writes and points at 30 Hz

| server | p50 ms | p99 ms |
|---|---|---|
| Loadbearing (budget: 1, 10) | ${latencies(figures.one.product)} |
| bare coalescing | ${latencies(figures.one.coalescing)} |

## 1,000 rooms of two, each member writes 5 times a second

| server | p50 ms | p99 ms | CPU % of a core | memory MB |
|---|---|---|---|---|
| Loadbearing (budget: p99 50) | ${load(figures.rooms.product)} |
| bare coalescing | ${load(figures.rooms.coalescing)} |

Memory above the process with nobody on it: ${perRoom(figures)} KB a room, sockets included (budget 120).

## Joining a board of 5,000 records

${figures.join.toFixed(0)} ms from connecting to having it, the middle of nine (budget 150).
`
}

function machine(): string {
  const processors = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${processors.length} × ${processors[0]?.model ?? 'CPU'}, ${memory} GB, Node ${process.version}, ${process.platform}`
}

function crowdTable({ product, coalescing, broadcast }: Figures['crowd']): string {
  const row = ({ members, best }: Outcome): string =>
    `${members} | ${best === undefined ? '–' : latencies(best)}`
  return `## Everybody in one room writes and points at 30 Hz

The largest room with p99 ≤ 100 ms. Budget: 250 members, 0.8 × coalescing, 5 × broadcast.

| server | members | p50 ms | p99 ms |
|---|---|---|---|
| Loadbearing | ${row(product)} |
| bare coalescing | ${row(coalescing)} |
| bare broadcast | ${row(broadcast)} |

Loadbearing holds ${ratio(product.members, coalescing.members)} × coalescing and
${ratio(product.members, broadcast.members)} × broadcast.`
}

function rampTable({ product, coalescing, broadcast }: Figures['ramp']): string {
  const row = ({ best }: Outcome): string =>
    best === undefined ? '– | – | –' : `${round(best.delivered)} | ${latencies(best)}`
  const most = ({ best }: Outcome): number => best?.delivered ?? 0
  return `## 50 members, 10 of them write as fast as they can

The most updates delivered a second with p99 ≤ 50 ms. Budget: 1,000,000, 5 × broadcast.

| server | delivered a second | p50 ms | p99 ms |
|---|---|---|---|
| Loadbearing | ${row(product)} |
| bare coalescing | ${row(coalescing)} |
| bare broadcast | ${row(broadcast)} |

Loadbearing delivers ${ratio(most(product), most(coalescing))} × coalescing and
${ratio(most(product), most(broadcast))} × broadcast.`
}

function latencies({ p50, p99 }: Measured): string {
  return `${p50.toFixed(1)} | ${p99.toFixed(1)}`
}

function load(measured: Measured): string {
  const { serverCpu, memory } = measured
  return `${latencies(measured)} | ${serverCpu.toFixed(0)} | ${memory.toFixed(0)}`
}

function perRoom({ rooms, idleMemory }: Figures): string {
  return (((rooms.product.memory - idleMemory) * 1024) / 1000).toFixed(0)
}

function ratio(a: number, b: number): string {
  return b === 0 ? '–' : (a / b).toFixed(2)
}

function round(value: number): string {
  return Math.round(value).toLocaleString('en')
}
