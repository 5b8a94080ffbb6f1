/**
 * `npm run bench [-- live|browser]`: measures the budgets, prints the figures and writes them to
 * docs/performance.md, where a part that was not measured keeps its page. Wants an idle machine.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { once } from 'node:events'
import { format, resolveConfig } from 'prettier'
import { buildIfStale } from './build.ts'

const pageFile = 'docs/performance.md'
/** Each prints a page of Markdown that begins with its title. */
const parts = [
  { name: 'live', program: 'server/bench/main.ts', title: '# Performance of the live server' },
  { name: 'browser', program: 'e2e/bench/main.ts', title: '# Performance in the browser' },
]

await buildIfStale()
const named = process.argv.slice(2)
const known = existsSync(pageFile) ? readFileSync(pageFile, 'utf8') : ''
const pages: string[] = []
for (const { name, program, title } of parts) {
  const isMeasured = named.length === 0 || named.includes(name)
  pages.push(isMeasured ? await measure(program) : pageOf(title))
}
const joined = pages
  .map((page) => page.trim())
  .filter(Boolean)
  .join('\n\n')
const whole = await format(joined, { ...(await resolveConfig(pageFile)), filepath: pageFile })
writeFileSync(pageFile, whole)
process.stdout.write(whole)

async function measure(program: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [page, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (code !== 0) throw new Error(`${program} failed; see above.`)
  return page
}

/** The page as it was, up to the next title. */
function pageOf(title: string): string {
  const from = known.indexOf(title)
  if (from < 0) return ''
  const to = known.indexOf('\n# ', from)
  return known.slice(from, to < 0 ? undefined : to)
}
