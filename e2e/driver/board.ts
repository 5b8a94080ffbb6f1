/** A board as a person has it open: everything around the drawing, and the drawing itself. */
import { readFile } from 'node:fs/promises'
import { expect, type Download, type Locator, type Page } from '@playwright/test'
import { Canvas } from './canvas.ts'
import { Comments } from './comments.ts'
import { Findings } from './findings.ts'
import { Inspector } from './inspector.ts'
import { Outline } from './outline.ts'
import { Share } from './share.ts'

export type SideTab = 'Findings' | 'Comments' | 'Inspect' | 'Outline' | 'Mermaid'

export type FileExport =
  'Export as PNG' | 'Export as SVG' | 'Export as a board file' | 'Download design document'

export class Board {
  readonly canvas: Canvas
  readonly comments: Comments
  readonly findings: Findings
  readonly inspector: Inspector
  readonly outline: Outline
  readonly share: Share

  constructor(private readonly page: Page) {
    this.canvas = new Canvas(page)
    this.comments = new Comments(page)
    this.findings = new Findings(page)
    this.inspector = new Inspector(page)
    this.outline = new Outline(page)
    this.share = new Share(page)
  }

  /** Resolves when it can be drawn on and the server holds all of it. */
  async opened(): Promise<void> {
    await this.canvas.area.waitFor()
    await this.saved()
  }

  /** Whoever only reads has nothing to save. */
  async saved(): Promise<void> {
    await expect(this.connection).toHaveText(/^(Saved|Live)$/)
  }

  /** After a break; without waiting for the next attempt. */
  async reconnected(): Promise<void> {
    const tryNow = this.page.getByRole('button', { name: 'Try now' }).first()
    await expect(async () => {
      if (await tryNow.isVisible()) await tryNow.click({ timeout: 500 })
      await expect(this.connection).toHaveText(/^(Saved|Live)$/, { timeout: 500 })
    }).toPass()
  }

  get connection(): Locator {
    return this.page.getByRole('button', { name: /^Connection: / })
  }

  get brief(): Locator {
    return this.page.getByRole('complementary', { name: 'Brief' })
  }

  get title(): Locator {
    return this.page.getByRole('banner').getByRole('heading', { level: 1 })
  }

  /** Web client, load balancer, service and database, connected in a row. */
  async startFromPattern(): Promise<void> {
    await this.page.getByRole('button', { name: 'Start from a simple pattern' }).click()
    await this.canvas.card('SQL database').waitFor()
  }

  async openTab(tab: SideTab): Promise<void> {
    await this.page.getByRole('tab', { name: tab }).click()
  }

  async chooseInMenu(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Board menu' }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  /** By keyboard: the palette of commands. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await this.page.getByRole('combobox', { name: 'Search commands' }).waitFor()
    await this.page.keyboard.type(title)
    await this.page.keyboard.press('Enter')
  }

  async exportAs(item: FileExport) {
    const download = this.page.waitForEvent('download')
    await this.chooseInMenu(item)
    return readDownload(await download)
  }

  /** Every record of the board as this person has it, in the order of ids. */
  async records(): Promise<unknown> {
    const { content } = await this.exportAs('Export as a board file')
    return (JSON.parse(content.toString('utf8')) as { records: unknown }).records
  }
}

async function readDownload(download: Download) {
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
}
