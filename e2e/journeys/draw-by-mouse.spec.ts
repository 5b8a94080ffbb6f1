import { expect, test } from '#e2e/fixtures/test.ts'

test('draws with the mouse: palette, handles, and a neighbour at a loose end', async ({
  person,
}) => {
  const ada = await person('Ada')
  const { board } = ada
  const { canvas, outline } = board
  await ada.newBoard()

  await canvas.pick('Service')
  await expect(canvas.card('Service')).toBeVisible()
  const service = await canvas.centreOf('Service')
  // Beside the palette, which lies over the middle.
  await canvas.dragFromPalette('Queue', { x: service.x - 300, y: service.y + 120 })
  await expect(canvas.card('Queue')).toBeVisible()
  await canvas.selectNothing()
  await canvas.connectByHandle('Service', 'Queue')
  await board.openTab('Outline')
  await expect.poll(() => outline.connections()).toEqual(['Service → Queue'])
  await expect(outline.row('to Queue')).toHaveAccessibleName('to Queue, Asynchronous')

  await canvas.selectNothing()
  await canvas.pullFrom('Service', 'right', { x: service.x + 200, y: service.y })
  await canvas.search.fill('postgres')
  await canvas.search.press('Enter')
  await expect
    .poll(() => outline.connections())
    .toEqual(['Service → PostgreSQL', 'Service → Queue'])

  await canvas.move('PostgreSQL', { x: 0, y: 90 })
  await canvas.rename('Queue', 'Jobs')
  await expect.poll(() => outline.connections()).toEqual(['Service → Jobs', 'Service → PostgreSQL'])
})

test('giving up at a loose end takes the arrow back', async ({ person }) => {
  const ada = await person('Ada')
  const { canvas, outline } = ada.board
  await ada.newBoard()
  await canvas.pick('Service')
  await canvas.selectNothing()
  const { x, y } = await canvas.centreOf('Service')
  await canvas.pullFrom('Service', 'bottom', { x, y: y + 200 })
  await canvas.search.press('Escape')
  await ada.board.openTab('Outline')
  await expect.poll(() => outline.lines()).toEqual(['Service'])
  const records = await ada.board.records()
  expect(JSON.stringify(records)).not.toContain('"arrow"')
})
