import type { Person } from '#e2e/driver/person.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test('a board goes out as a file and comes in as a new board; pictures are pictures', async ({
  person,
}) => {
  const ada = await person('Ada')
  await ada.newBoard({ title: 'Short links' })
  await ada.board.startFromPattern()
  await ada.board.openTab('Outline')
  await expect(ada.board.outline.row('to SQL database')).toBeVisible()
  const lines = await ada.board.outline.lines()
  await ada.board.canvas.selectNothing()

  const png = await ada.board.exportAs('Export as PNG')
  expect(png.name).toBe('Short-links.png')
  expect(png.content.subarray(1, 4).toString('latin1')).toBe('PNG')
  // Two pixels for each of a drawing of four components.
  expect(png.content.readUInt32BE(16)).toBeGreaterThan(1200)
  const svg = await ada.board.exportAs('Export as SVG')
  const drawn = svg.content.toString('utf8')
  expect(drawn).toContain('<svg')
  for (const label of ['Web client', 'Load balancer', 'Service']) expect(drawn).toContain(label)

  const file = await ada.board.exportAs('Export as a board file')
  expect(file.name).toBe('Short-links.loadbearing.json')
  const before = ada.boardId
  const bo = await person('Bo')
  await bo.home.open()
  await bo.home.importFile(file.name, file.content.toString('utf8'))
  await bo.board.opened()
  expect(bo.boardId).not.toBe(before)
  await expect(bo.board.title).toHaveText('Short links')
  await bo.board.openTab('Outline')
  await expect.poll(() => bo.board.outline.lines()).toEqual(lines)
})

test('files that are no boards of ours are refused with a sentence', async ({ person }) => {
  const ada = await person('Ada')
  await ada.home.open()
  await ada.home.importFile('nonsense.json', '{"hello": true}')
  await expect(ada.message('This file is not a Loadbearing board.')).toBeVisible()
  const board = await boardFileOf(ada)
  await ada.home.importFile('newer.json', JSON.stringify({ ...board, version: 999 }))
  await expect(ada.message('written by a newer version of Loadbearing')).toBeVisible()
  await ada.home.importFile('text.json', 'not json at all')
  await expect(ada.message(/not valid JSON|not a Loadbearing board/).last()).toBeVisible()
})

/** What a new board exports; the home page is open afterwards. */
async function boardFileOf(person: Person): Promise<object> {
  await person.newBoard()
  const { content } = await person.board.exportAs('Export as a board file')
  await person.home.open()
  return JSON.parse(content.toString('utf8')) as object
}
