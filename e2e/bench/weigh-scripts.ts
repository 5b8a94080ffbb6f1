/** What a first visit asks the server for, in bytes as gzip has them. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import type { Stage } from './stage.ts'

/** Bytes of script of a first visit as gzip has them (architecture, budgets). */
export const budgets = { home: 130_000, board: 620_000 }

export interface Weight {
  /** Scripts by name, heaviest first. */
  readonly scripts: ReadonlyMap<string, number>
  readonly script: number
  readonly style: number
  /** Faces and pictures: compressed in themselves. */
  readonly others: number
}

export async function weighHome(stage: Stage): Promise<Weight> {
  return weighHomeOn(await stage.visit())
}

export function weighHomeOn(page: Page): Promise<Weight> {
  return weigh(page, async () => {
    await page.goto('/')
    await page.getByRole('region', { name: 'Your boards' }).waitFor()
  })
}

/** Until a first stroke is on a new board and the server has it. */
export async function weighBoard(stage: Stage): Promise<Weight> {
  const path = await stage.newBoard([])
  return weighBoardOn(await stage.visit(), path)
}

export function weighBoardOn(page: Page, path: string): Promise<Weight> {
  return weigh(page, async () => {
    await page.goto(path)
    const saved = page.getByRole('button', { name: /^Connection: .*Saved/ })
    await page.locator('.tl-canvas').waitFor()
    await saved.waitFor()
    await page.waitForLoadState('networkidle')
    await page.locator('.tl-container').focus()
    await page.keyboard.press('d')
    await page.mouse.move(600, 400)
    await page.mouse.down()
    await page.mouse.move(800, 500, { steps: 10 })
    await page.mouse.up()
    await page.locator('.tl-shape[data-shape-type="draw"]').waitFor()
  })
}

async function weigh(page: Page, visit: () => Promise<void>): Promise<Weight> {
  const asked = new Map<string, string>()
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url())
    // What the service worker keeps for later does not stand between a person and the first stroke.
    if (request.serviceWorker() === null) asked.set(pathname, request.resourceType())
  })
  await visit()
  await page.context().close()
  const sized = [...asked].flatMap(([path, type]) => {
    const size = gzipSize(path)
    return size === undefined ? [] : [{ path, type, size }]
  })
  const scripts = sized.filter(({ type }) => type === 'script').toSorted((a, b) => b.size - a.size)
  const style = sized.filter(({ type }) => type === 'stylesheet')
  const total = (files: readonly { size: number }[]) =>
    files.reduce((sum, { size }) => sum + size, 0)
  return {
    scripts: new Map(scripts.map(({ path, size }) => [path.replace(/^.*\//, ''), size])),
    script: total(scripts),
    style: total(style),
    others: total(sized) - total(scripts) - total(style),
  }
}

/** Undefined for what is not a file of the build: pages, answers, sockets. */
function gzipSize(path: string): number | undefined {
  const file = join('dist/client', path)
  if (path === '/' || !existsSync(file) || !statSync(file).isFile()) return undefined
  if (/\.(woff2|png)$/.test(path)) return statSync(file).size
  return gzipSync(readFileSync(file), { level: 9 }).length
}
