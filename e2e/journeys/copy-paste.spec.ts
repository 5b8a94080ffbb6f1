import type { Person } from '#e2e/driver/person.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const twice = [
  'Load balancer → Service',
  'Load balancer → Service',
  'Service → SQL database',
  'Service → SQL database',
  'Web client → Load balancer',
  'Web client → Load balancer',
]

test('copy, paste and duplicate keep what is connected', async ({ person }) => {
  const ada = await person('Ada', { permissions: ['clipboard-read', 'clipboard-write'] })
  await ada.newBoard()
  await copyAndPaste(ada)
  await ada.board.canvas.undo()
  await expect.poll(() => ada.board.outline.connections()).toHaveLength(3)
  await ada.board.canvas.press('Control+a', 'Control+d')
  await expect.poll(() => ada.board.outline.connections()).toEqual(twice)
})

test('the same on a LAN over plain http', async ({ visitor, product }) => {
  const ada = await visitor({ baseURL: `http://board.lan:${product.port}` })
  await ada.home.open()
  expect(await ada.page.evaluate(() => window.isSecureContext)).toBe(false)
  await ada.home.chooseDoor('Blank board')
  await ada.board.opened()
  await copyAndPaste(ada)
})

async function copyAndPaste({ board }: Person): Promise<void> {
  const { canvas, outline } = board
  await board.startFromPattern()
  await board.openTab('Outline')
  await expect.poll(() => outline.connections()).toHaveLength(3)
  await canvas.press('Control+a', 'Control+c')
  // The copy is written a moment after the key.
  await expect(async () => {
    if ((await outline.connections()).length === 3) await canvas.press('Control+v')
    expect(await outline.connections()).toEqual(twice)
  }).toPass()
}
