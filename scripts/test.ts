/**
 * `npm test`: everything that must hold, in the order in which it fails fastest: lint, types, generated
 * files, unit tests, then the end-to-end journeys in a real browser. It stops at the first that fails.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { setUpBrowser } from './browser/set-up-browser.ts'
import { buildIfStale } from './build.ts'
import { run, runNpx } from './run.ts'

const unitReport = 'test-results/unit.json'
const journeyReport = 'test-results/journeys.json'

interface Step {
  readonly name: string
  readonly go: () => Promise<boolean>
}

const steps: readonly Step[] = [
  { name: 'lint and format', go: () => npm('lint') },
  { name: 'types', go: () => npm('types') },
  { name: 'generated files are fresh', go: () => npm('gen', '--check') },
  {
    name: 'unit tests',
    go: () =>
      npx(
        'vitest',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unitReport}`,
      ),
  },
  { name: 'browser', go: () => setUpBrowser().then(Boolean) },
  { name: 'build', go: () => buildIfStale().then(() => true) },
  {
    name: 'end-to-end journeys',
    go: () => npx('playwright', 'test'),
  },
]

mkdirSync('test-results', { recursive: true })
const failed = await firstFailure()
const { passed, failures } = counts()
console.log(failed === undefined ? '\nEverything holds.' : `\nStopped at: ${failed}`)
console.log(`${passed} passed, ${failures} failed`)
process.exitCode = failed === undefined && passed > 0 ? 0 : 1

async function firstFailure(): Promise<string | undefined> {
  for (const { name, go } of steps) {
    const started = Date.now()
    console.log(`\n— ${name}`)
    const isGood = await go().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      return false
    })
    console.log(`— ${name}: ${Math.round((Date.now() - started) / 1000)} s`)
    if (!isGood) return name
  }
  return undefined
}

function counts(): { passed: number; failures: number } {
  const unit = readReport(unitReport)
  const journeys = readReport(journeyReport)
  return {
    passed: count(unit, 'numPassedTests') + count(journeys['stats'], 'expected', 'flaky'),
    failures: count(unit, 'numFailedTests') + count(journeys['stats'], 'unexpected'),
  }
}

function readReport(file: string): Record<string, unknown> {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {}
}

function count(report: unknown, ...keys: readonly string[]): number {
  const values = (report ?? {}) as Record<string, unknown>
  return keys.reduce((sum, key) => sum + Number(values[key] ?? 0), 0)
}

async function npm(script: string, ...args: readonly string[]): Promise<boolean> {
  return (await run('npm', ['run', '--silent', script, '--', ...args])) === 0
}

async function npx(...args: readonly string[]): Promise<boolean> {
  return (await runNpx(args)) === 0
}
