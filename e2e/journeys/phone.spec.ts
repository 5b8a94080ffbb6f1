import { expect, test } from '#e2e/fixtures/test.ts'

test('reads and comments on a phone', async ({ person }) => {
  const ada = await person('Ada')
  const rita = await person('Rita', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await ada.newBoard({ scenario: 'url-shortener', title: 'Short links' })
  await ada.board.startFromPattern()
  await ada.board.saved()
  await rita.join(await ada.invite('reviewer'))
  const { page, board } = rita
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
  await expect(board.canvas.card('Service')).toBeInViewport()

  const sheets = page.getByRole('navigation', { name: 'Sheets' })
  await sheets.getByRole('button', { name: 'Brief' }).tap()
  await expect(board.brief).toContainText('short link')
  await sheets.getByRole('button', { name: 'Comments' }).tap()
  await expect(board.brief).toBeHidden()
  await board.comments.panel.getByRole('button', { name: 'Comment', exact: true }).tap()
  const { x, y } = await board.canvas.centreOf('Web client')
  await page.touchscreen.tap(x, y)
  await board.comments.newThread.getByRole('textbox').fill('From the train')
  await board.comments.newThread.getByRole('button', { name: 'Comment' }).tap()
  await ada.board.openTab('Comments')
  await expect(ada.board.comments.thread('From the train')).toContainText('Web client')
})

test('a wide drawing begins where requests come in, and can be read', async ({ person }) => {
  const ada = await person('Ada', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const { page, board } = ada
  await ada.newBoard()
  const steps = Array.from(
    { length: 24 },
    (_, i) => `  s${i}[Step ${i}] --> s${i + 1}[Step ${i + 1}]`,
  )
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    },
    ['flowchart LR', ...steps, '  web[Browser] --> s0'].join('\n'),
  )
  await page.getByRole('button', { name: 'Place on board' }).tap()
  const isReadable = async () => {
    await expect(board.canvas.card('Browser')).toBeInViewport()
    const box = await board.canvas.card('Browser').boundingBox()
    expect(box?.width).toBeGreaterThan(168 * 0.4)
  }
  await expect(isReadable).toPass()
  await board.saved()
  await page.reload()
  await expect(isReadable).toPass()
})
