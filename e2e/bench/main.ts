/**
 * Prints the figures of the browser's budgets: `node --import tsx e2e/bench/main.ts [part …]`. Wants an
 * idle machine and a fresh build.
 */
import { loadavg } from 'node:os'
import { measureBrowser, type Part } from './measure-browser.ts'
import { printBrowserReport } from './report.ts'

const all: readonly Part[] = ['weight', 'checker', 'opening', 'edits', 'panning']
const named = all.filter((part) => process.argv.slice(2).includes(part))
const [before = 0] = loadavg()
const figures = await measureBrowser(new Set(named.length === 0 ? all : named), (line) =>
  process.stderr.write(`${line}\n`),
)
const [after = 0] = loadavg()
const load = `Load of the machine before and after: ${before.toFixed(1)}, ${after.toFixed(1)}.`
process.stdout.write(printBrowserReport(figures, load))
