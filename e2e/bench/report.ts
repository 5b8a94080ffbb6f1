/** Prints the figures of the browser as a page of Markdown, each beside its budget and its yardstick. */
import type { BrowserFigures, PanningRow } from './measure-browser.ts'
import type { Weight } from './weigh-scripts.ts'

export function printBrowserReport(figures: Partial<BrowserFigures>, load: string): string {
  const { home, board, opening, edits, panning, checker } = figures
  const parts = [
    intro(load),
    home && board && weights(home, board),
    opening &&
      `## A board of 300 components, opened for the first time

Address to painted and ready, processor 4 × slower, the middle of five.

| | ms |
|---|---|
| Loadbearing (budget 2,000) | ${round(opening.ours)} |
| bare tldraw, without a server behind it | ${round(opening.bare)} |`,
    edits &&
      `## An edit, seen by the partner

500 mixed shapes, two browsers, ${edits.moves} moves; ${edits.moves - edits.arrived} of them were overtaken by the next one
within a frame.

| | p50 ms | p95 ms |
|---|---|---|
| in the partner's board (budget: p95 45) | ${edits.applied.p50.toFixed(1)} | ${edits.applied.p95.toFixed(1)} |
| drawn on the partner's screen | ${edits.drawn.p50.toFixed(1)} | ${edits.drawn.p95.toFixed(1)} |`,
    panning && panningTable(panning),
    checker &&
      `## Checking a design

All rules, Node. Budget: 8 ms for 300 components, growing no faster than they do.

| components | ms |
|---|---|
| 300, the first check of a process | ${checker.cold.toFixed(1)} |
| 300, the middle of the next 60, while Node still compiles | ${checker.early.toFixed(1)} |
| 300, the middle of 200 after that | ${checker.warm.toFixed(1)} |
| 5,000 | ${checker.large.toFixed(1)} (${(checker.large / checker.warm).toFixed(1)} × for 16.7 × the components) |`,
  ]
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`
}

function intro(load: string): string {
  return `# Performance in the browser

Made by \`npm run bench\`: the built product in headless Chromium, drawn without a graphics card, so that
drawing competes with the page for the same processors. *Bare tldraw* is tldraw 3.15.6 as it comes, built
and measured in the same run, on the same board drawn with its own rectangles. ${load}`
}

function weights(home: Weight, board: Weight): string {
  const rows = (weight: Weight) =>
    [...weight.scripts].map(
      ([name, size]) => `| ${name.replace(/-[\w-]{8}\./, '.')} | ${kilobytes(size)} |`,
    )
  return `## What a first visit loads

KB (1,000 bytes) as gzip has them; browsers get brotli, which is smaller.

| | script | styles | faces and pictures |
|---|---|---|---|
| home page (budget: 130 of script) | ${sums(home)} |
| board until the first stroke (budget: 620 of script) | ${sums(board)} |

| script of the board | KB |
|---|---|
${rows(board).join('\n')}`
}

function sums({ script, style, others }: Weight): string {
  return [script, style, others].map(kilobytes).join(' | ')
}

function panningTable(rows: readonly PanningRow[]): string {
  const lines = rows.map(({ shapes, zoom, ours, bare }) => {
    const ratio = (ours.framesPerSecond / bare.framesPerSecond).toFixed(2)
    return `| ${shapes} | ${zoom} | ${round(ours.framesPerSecond)} | ${round(bare.framesPerSecond)} | ${ratio} | ${ours.work.toFixed(1)} | ${bare.work.toFixed(1)} |`
  })
  return `## Panning

Mixed shapes: 58 % components, 2 % boundaries, 40 % bound arrows; the better of two turns. Work is the
time of the page's main thread, what other programs take not counted. Budget: 60 frames a second with
500, 0.9 × bare tldraw with 2,000.

| shapes | zoom | frames a second | bare tldraw | ratio | work a frame, ms | bare tldraw |
|---|---|---|---|---|---|---|
${lines.join('\n')}`
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}

function round(value: number): string {
  return Math.round(value).toLocaleString('en')
}
