import type { Page } from '@playwright/test'
import { expectAccessible } from '#e2e/driver/accessible.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const mermaid = `flowchart LR
  web[Browser] -->|HTTPS| api[API x3]
  subgraph vpc[Private network]
    api --> db[(PostgreSQL)]
    api -.->|events| zorblax[Zorblax]
  end
  web --> db
`

test('pasted Mermaid is looked over, corrected, placed, judged, taken back, and comes again from a file', async ({
  person,
}) => {
  const ada = await person('Ada')
  const { page, board } = ada
  await ada.newBoard({ title: 'Short links' })
  await board.openTab('Findings')
  await board.canvas.focus()
  await pasteText(page, mermaid)

  const dialog = page.getByRole('dialog', { name: 'Import Mermaid' })
  const components = dialog.getByRole('region', { name: 'Components' }).getByRole('listitem')
  await expect(components).toHaveCount(4)
  await expect(components.first()).toContainText('Zorblax')
  await expect(components.first()).toContainText('Unsure')
  await expect(dialog.getByRole('region', { name: 'Connections' })).toContainText('Browser → API')
  await expect(dialog.getByRole('region', { name: 'Boundaries' })).toContainText('Private network')
  await expectAccessible(page, 'the preview of an import')
  await dialog.getByLabel('Kind of Zorblax').selectOption('Worker')
  await expect(components.first()).toContainText('Chosen')
  await dialog.getByRole('button', { name: 'Place on board' }).click()

  await expect(dialog).toHaveCount(0)
  await expect(board.canvas.card('Zorblax')).toBeVisible()
  await expect(board.canvas.boundary('Private network')).toBeVisible()
  await expect(board.findings.finding('A client reaches a store directly')).toBeVisible()
  await board.openTab('Outline')
  await expect(board.outline.row('to PostgreSQL')).toBeVisible()
  const connections = await board.outline.connections()

  const document = await board.exportAs('Download design document')
  expect(document.name).toBe('Short-links.md')
  expect(document.content.toString('utf8')).toMatch(/zorblax.*:::worker/i)
  await board.canvas.undo()
  await expect(board.canvas.card('Zorblax')).toHaveCount(0)
  expect(await board.canvas.components()).toEqual([])

  await dropFile(page, document.name, document.content.toString('utf8'))
  const again = page.getByRole('dialog', { name: 'Import Short-links.md' })
  await expect(again.getByRole('region', { name: 'Components' })).not.toContainText('Unsure')
  await page.keyboard.press('Enter')
  await expect(board.canvas.card('Zorblax')).toBeVisible()
  await board.openTab('Outline')
  await expect.poll(() => board.outline.connections()).toEqual(connections)
})

test('a broken text says where and places nothing; plain text stays text', async ({ person }) => {
  const ada = await person('Ada')
  const { page, board } = ada
  await ada.newBoard()
  await board.command('Import Mermaid')
  const dialog = page.getByRole('dialog', { name: 'Import Mermaid' })
  const field = dialog.getByRole('textbox', { name: 'Mermaid or Markdown' })
  await expect(field).toBeFocused()
  await page.keyboard.type('flowchart LR\n  a[API --> b[Store]\n')
  await expect(dialog.getByText('Error, line 2, column')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Place on board' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  await board.canvas.focus()
  await pasteText(page, 'graph of our users\nover time')
  await expect(board.canvas.area.getByText('graph of our users')).toBeVisible()
  await expect(dialog).toHaveCount(0)
})

test('a text of ten thousand lines is read beside the page, which stays awake, and can be stopped', async ({
  person,
}) => {
  const ada = await person('Ada')
  const { page, board } = ada
  await ada.newBoard()
  await board.canvas.focus()
  const lines = Array.from(
    { length: 9990 },
    (_, i) => `  s${i}[Service ${i}] --> s${(i * 7) % 9990}`,
  )
  await pasteText(page, ['flowchart LR', ...lines].join('\n'))
  const dialog = page.getByRole('dialog', { name: 'Import Mermaid' })
  const components = dialog.getByRole('region', { name: 'Components' })
  // A page that read it itself would take no click before it is read.
  await dialog.getByRole('button', { name: 'Stop reading' }).click()
  await expect(dialog.getByText('Stopped. It is not read.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Read it' }).click()
  await expect(dialog.getByText('Reading 9,991 lines')).toBeVisible()
  // On a busy machine it takes its time; the page has all of its own meanwhile.
  await expect(components).toContainText('9,990', { timeout: 40_000 })
  await dialog.getByRole('button', { name: 'Place on board' }).click()
  await expect(dialog.getByText('this page has room for')).toBeVisible()
})

test('tidying up moves what lies on a heap, and is one step', async ({ person }) => {
  const ada = await person('Ada')
  const { page, board } = ada
  await ada.newBoard()
  await board.startFromPattern()
  await board.canvas.move('Service', { x: -190, y: 10 })
  await board.canvas.selectNothing()
  const heaped = await board.canvas.centreOf('Service')
  await board.command('Tidy up')
  await expect(page.getByText('Tidied up.')).toBeVisible()
  const tidied = await board.canvas.centreOf('Service')
  const balancer = await board.canvas.centreOf('Load balancer')
  expect(tidied.x).toBeGreaterThan(balancer.x + 100)
  await board.canvas.undo()
  await expect.poll(() => board.canvas.centreOf('Service')).toEqual(heaped)
})

test('a document that was edited elsewhere changes the board that it came from', async ({
  person,
}) => {
  const ada = await person('Ada')
  const { page, board } = ada
  await ada.newBoard({ title: 'Short links' })
  await board.startFromPattern()
  const { content } = await board.exportAs('Download design document')
  await dropFile(page, 'links.md', content.toString('utf8').replace('"Service"', '"Orders"'))
  const dialog = page.getByRole('dialog', { name: 'Import links.md' })
  await expect(dialog.getByText('1 change: 1 renamed')).toBeVisible()
  await dialog.getByRole('button', { name: 'Change what is on the board' }).click()
  await expect(board.canvas.card('Orders')).toBeVisible()
  await expect(board.canvas.card('Service')).toHaveCount(0)
  await expect(board.canvas.card('Web client')).toHaveCount(1)
})

async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  }, text)
}

async function dropFile(page: Page, name: string, content: string): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    (file) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([file.content], file.name, { type: 'text/markdown' }))
      return transfer
    },
    { name, content },
  )
  await page.locator('.tl-canvas').dispatchEvent('drop', { dataTransfer })
}
