/** Where is measured: the built product, the bare page beside it, and browsers that begin empty. */
import { createServer, type Server } from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import sirv from 'sirv'
import { build } from 'vite'
import { imported } from '#shared/api.ts'
import { createBoardSchema } from '#shared/design/board-schema.ts'
import { boardFormat, boardVersion } from '#shared/exchange/board-file.ts'
import { compressFiles } from '../../scripts/build/compress-files.ts'
import { browserArguments, findBrowser } from '../../scripts/browser/find-browser.ts'
import { Product } from '../fixtures/product.ts'
import { bareBoard } from './bare-board.ts'
import type { LooseRecord } from './mixed-board.ts'

const viewport = { width: 1440, height: 900 }

export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('No Chromium to measure in')
  return chromium.launch({ executablePath, args: browserArguments })
}

export class Stage {
  private cookies: Awaited<ReturnType<BrowserContext['cookies']>> = []

  private constructor(
    readonly product: Product,
    private readonly bare: BareServer,
    readonly browser: Browser,
  ) {}

  static async set(): Promise<Stage> {
    const [bare, product, browser] = [await buildBare(), await Product.start(), await openBrowser()]
    const stage = new Stage(product, bare, browser)
    await stage.introduce()
    return stage
  }

  /** An empty browser of the one person that owns all boards; a second machine takes another browser. */
  async visit(browser: Browser = this.browser): Promise<Page> {
    const context = await newContext(browser, this.product.origin)
    await context.addCookies(this.cookies)
    return context.newPage()
  }

  async visitBare(): Promise<Page> {
    const context = await newContext(this.browser, this.bare.origin)
    return context.newPage()
  }

  /** Makes a board of the product; answers its path. */
  async newBoard(records: readonly LooseRecord[]): Promise<string> {
    const page = await this.visit()
    const schema = createBoardSchema().serialize()
    const file = { format: boardFormat, version: boardVersion, title: 'Measured', schema, records }
    const answer = await page.request.post('/api/boards/import', {
      data: file,
      headers: { origin: this.product.origin },
    })
    if (!answer.ok()) throw new Error(`No board was made: ${await answer.text()}`)
    const made = imported.parse(await answer.json())
    await page.context().close()
    return `/b/${made.id}`
  }

  /** Lays the same board beside the bare page; answers its path. */
  newBareBoard(name: string, records: readonly LooseRecord[]): string {
    writeFileSync(join(this.bare.folder, `${name}.json`), JSON.stringify(bareBoard(records)))
    return `/?board=${name}`
  }

  async strike(): Promise<void> {
    await this.browser.close()
    await this.product.stop()
    this.bare.server.closeAllConnections()
    this.bare.server.close()
    rmSync(this.bare.folder, { recursive: true })
  }

  private async introduce(): Promise<void> {
    const page = await this.visit()
    await page.request.get('/api/me')
    await page.request.patch('/api/me', {
      data: { name: 'Ada' },
      headers: { origin: this.product.origin },
    })
    this.cookies = await page.context().cookies()
    await page.context().close()
  }
}

async function newContext(browser: Browser, baseURL: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, baseURL })
  // tsx wraps functions in this helper, also those that go into a page, where nobody has it.
  await context.addInitScript('globalThis.__name = (named) => named')
  return context
}

interface BareServer {
  readonly folder: string
  readonly server: Server
  readonly origin: string
}

async function buildBare(): Promise<BareServer> {
  const folder = mkdtempSync(join(tmpdir(), 'loadbearing-bare-'))
  await build({
    root: join(import.meta.dirname, 'bare'),
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [compressFiles()],
    build: { outDir: folder, emptyOutDir: true, target: 'chrome123', chunkSizeWarningLimit: 4000 },
  })
  const server = createServer(sirv(folder, { gzip: true, brotli: true, dev: true }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { folder, server, origin: `http://localhost:${port}` }
}
