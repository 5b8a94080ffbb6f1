import type { Page } from '@playwright/test'
import { expectAccessible } from '#e2e/driver/accessible.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const panelOf = (page: Page) => page.getByRole('tabpanel', { name: 'Mermaid' })
const textOf = (page: Page) => panelOf(page).getByRole('textbox', { name: 'This page as Mermaid' })

test('what is typed is on the board at the next pause, a slip changes nothing, undo goes by pauses', async ({
  person,
}) => {
  const ada = await person('Ada')
  const { page, board } = ada
  await ada.newBoard()
  await board.startFromPattern()
  await board.openTab('Mermaid')
  const [panel, text] = [panelOf(page), textOf(page)]
  await expect(text).toHaveValue(/Load balancer/)
  await expect(panel.getByText('Board and text agree')).toBeVisible()
  await expectAccessible(page, 'the board as Mermaid')

  const before = await text.inputValue()
  const place = await board.canvas.centreOf('Service')
  await text.fill(before.replace('"Service"', '"Orders"'))
  await expect(board.canvas.card('Orders')).toBeVisible()
  expect(await board.canvas.centreOf('Orders')).toEqual(place)
  await expect(panel.getByText('Board and text agree')).toBeVisible()

  await text.press('Control+End')
  await page.keyboard.type('  service --> cache[Redis\n')
  await expect(panel.getByText(/^Line \d+, column \d+:.*keeps the last good text/)).toBeVisible()
  await expect(board.canvas.card('Redis')).toHaveCount(0)
  await text.press('Backspace')
  await page.keyboard.type(']\n')
  await expect(board.canvas.card('Redis')).toBeVisible()
  await expect(text).toBeFocused()

  await board.canvas.undo()
  await expect(board.canvas.card('Redis')).toHaveCount(0)
  await expect(board.canvas.card('Orders')).toBeVisible()
  await board.canvas.undo()
  await expect(board.canvas.card('Service')).toBeVisible()
  await expect(text).toHaveValue(before)
})

test('two people write at once, and neither loses a letter', async ({ person }) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  await ada.newBoard()
  await ada.board.startFromPattern()
  await ada.board.saved()
  await bo.join(await ada.invite('candidate'))
  await ada.board.openTab('Mermaid')
  await bo.board.openTab('Mermaid')
  const [adas, bos] = [textOf(ada.page), textOf(bo.page)]
  await expect(bos).toHaveValue(/Load balancer/)

  await adas.press('Control+End')
  await bos.press('Control+End')
  await ada.page.keyboard.type('  service --> adas[Ada cache]\n')
  const written = await adas.inputValue()
  await bo.page.keyboard.type('  service --> bos[Bo queue]\n')
  // It may lie beside what somebody sees at the moment.
  for (const { board } of [ada, bo]) {
    await expect(board.canvas.card('Ada cache')).toBeAttached()
    await expect(board.canvas.card('Bo queue')).toBeAttached()
  }
  // What the other one wrote waits until it is wished for.
  await expect(panelOf(ada.page).getByText('The board changed.')).toBeVisible()
  expect(await adas.inputValue()).toBe(written)
  await ada.page.keyboard.type('  adas --> more[Ada store]\n')
  await expect(bo.board.canvas.card('Ada store')).toBeAttached()
  await expect(ada.board.canvas.card('Bo queue')).toBeAttached()
  await panelOf(ada.page).getByRole('button', { name: 'Take it in' }).click()
  await expect(adas).toHaveValue(/Bo queue/)
  await expect(adas).toBeFocused()
  await expect(panelOf(ada.page).getByText('Board and text agree')).toBeVisible()

  // When the focus leaves, it follows by itself.
  await bo.board.canvas.focus()
  await expect(bos).toHaveValue(/Ada store/)
  await ada.board.canvas.focus()
  await bo.board.canvas.rename('Service', 'Jobs')
  await expect(adas).toHaveValue(/Jobs/)
})

test('live can be switched off, and much is never taken away by a slip', async ({ person }) => {
  const ada = await person('Ada')
  const { page, board } = ada
  await ada.newBoard()
  await board.startFromPattern()
  await board.openTab('Mermaid')
  const [panel, text] = [panelOf(page), textOf(page)]
  const before = await text.inputValue()
  await text.fill('flowchart LR\n  web[Web client]')
  await expect(panel.getByText('take most of the board away')).toBeVisible()
  await panel.getByRole('button', { name: 'Back to the board' }).click()
  await expect(text).toHaveValue(before)

  await panel.getByRole('switch', { name: 'Live' }).click()
  await text.fill(before.replace('"Service"', '"Orders"'))
  await expect(panel.getByText('1 change: 1 renamed')).toBeVisible()
  await expect(board.canvas.card('Service')).toBeVisible()
  await panel.getByRole('button', { name: 'Apply' }).click()
  await expect(board.canvas.card('Orders')).toBeVisible()
})
