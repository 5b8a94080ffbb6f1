import { centreOf } from '#e2e/driver/canvas.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test('a boundary holds components, moves with them, and is in the outline', async ({ person }) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  await ada.newBoard()
  await ada.board.startFromPattern()
  await bo.join(await ada.invite('observer'))
  const { canvas, inspector, outline } = ada.board
  await canvas.select('Service')
  await ada.page.keyboard.down('Shift')
  await canvas.select('SQL database')
  await ada.page.keyboard.up('Shift')
  await ada.board.openTab('Inspect')
  await inspector.panel.getByRole('button', { name: 'Private network' }).click()
  await inspector.fill('Label', 'Inside')
  await ada.board.openTab('Outline')
  await expect.poll(() => outline.lines()).toContain('Inside')
  await expect.poll(() => outline.lines()).toContain('  Service')
  await expect.poll(() => outline.lines()).toContain('Web client')

  await canvas.selectNothing()
  const before = await canvas.centreOf('Service')
  const client = await canvas.centreOf('Web client')
  const header = await centreOf(canvas.boundary('Inside'))
  await canvas.drag(header, { x: header.x, y: header.y + 120 })
  await expect
    .poll(async () => (await canvas.centreOf('Service')).y)
    .toBeGreaterThan(before.y + 100)
  expect((await canvas.centreOf('Web client')).y).toBe(client.y)

  await bo.board.openTab('Outline')
  await expect.poll(() => bo.board.outline.lines()).toContain('  SQL database')
})
