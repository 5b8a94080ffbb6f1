import type { Page } from '@playwright/test'
import { readRawRecords } from '#e2e/driver/raw-read.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

/** A red dot, 1 by 1. */
const dot =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

test('a pasted image lies in the asset store, and partners see it', async ({ person }) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  await ada.newBoard()
  await bo.join(await ada.invite('observer'))
  await ada.board.canvas.focus()
  await paste(ada.page, { png: dot })
  for (const { page } of [ada, bo]) {
    const image = page.locator('.tl-image')
    // For a moment the stored picture lies over the pasted one.
    await expect(image).toHaveCount(1)
    await expect(image).toBeVisible()
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1)
  }
  await ada.board.saved()
  const records = JSON.stringify(await readRawRecords(ada))
  expect(records).toContain('/assets/')
  expect(records).not.toContain('base64')
  expect(records).not.toContain(dot.slice(0, 40))
})

test('a pasted link is text and asks nobody', async ({ person }) => {
  const ada = await person('Ada')
  await ada.newBoard()
  await ada.board.canvas.focus()
  await paste(ada.page, { text: 'https://example.com/page' })
  await expect(ada.board.canvas.area.getByText('https://example.com/page')).toBeVisible()
  await ada.board.saved()
  expect(JSON.stringify(await readRawRecords(ada))).not.toContain('"bookmark"')
})

test('what is no image is refused with a sentence', async ({ person }) => {
  const ada = await person('Ada')
  await ada.newBoard()
  await ada.board.canvas.focus()
  await paste(ada.page, { png: Buffer.from('<svg/>').toString('base64'), type: 'image/svg+xml' })
  await expect(ada.page.getByText(/SVG (files are|is) not accepted/).first()).toBeVisible()
})

interface Pasted {
  readonly text?: string
  /** Base64. */
  readonly png?: string
  readonly type?: string
}

async function paste(page: Page, pasted: Pasted): Promise<void> {
  await page.evaluate(({ text, png, type = 'image/png' }) => {
    const clipboardData = new DataTransfer()
    if (text !== undefined) clipboardData.setData('text/plain', text)
    if (png !== undefined) {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))
      clipboardData.items.add(new File([bytes], 'dot.png', { type }))
    }
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, pasted)
}
