import { expect, test } from '#e2e/fixtures/test.ts'
import { readRawRecords } from '#e2e/driver/raw-read.ts'

test('one moves while the other renames: both survive, and undo is one’s own', async ({
  person,
}) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  await ada.newBoard()
  await ada.board.startFromPattern()
  await bo.join(await ada.invite('candidate'))
  const [mine, theirs] = [ada.board.canvas, bo.board.canvas]

  // Ada holds Service in her hand while Bo writes its name.
  const from = await mine.centreOf('Service')
  const at = await theirs.centreOf('Service')
  await ada.page.mouse.move(from.x, from.y)
  await ada.page.mouse.down()
  await ada.page.mouse.move(from.x + 20, from.y + 90, { steps: 4 })
  await theirs.rename('Service', 'Links API')
  await expect(mine.card('Links API')).toBeVisible()
  await ada.page.mouse.move(from.x + 20, from.y + 180, { steps: 4 })
  await ada.page.mouse.up()
  await expect.poll(async () => (await theirs.centreOf('Links API')).y).toBeGreaterThan(at.y + 60)

  // Ada takes back her move alone.
  await mine.undo()
  await expect.poll(async () => (await theirs.centreOf('Links API')).y).toBeLessThan(at.y + 5)
  await expect(mine.card('Links API')).toBeVisible()
  await theirs.undo()
  await expect(mine.card('Service')).toBeVisible()

  await Promise.all([ada.board.saved(), bo.board.saved()])
  const raw = await readRawRecords(ada)
  expect(await ada.board.records()).toEqual(raw)
  expect(await bo.board.records()).toEqual(raw)
})

test('deleting against connecting leaves no arrow in the air', async ({ person, wire }) => {
  const ada = await person('Ada')
  const bo = await person('Bo', { baseURL: wire.origin })
  await ada.newBoard()
  await ada.board.startFromPattern()
  await ada.board.openTab('Outline')
  await bo.join(await ada.invite('candidate'))
  await bo.board.openTab('Outline')
  await bo.board.outline.row('Web client').click()
  await ada.board.canvas.select('SQL database')

  // Neither sees what the other does until both have done it.
  wire.freeze()
  await ada.board.canvas.press('Delete')
  await bo.board.outline.connect('Web client', 'SQL database')
  await expect.poll(() => bo.board.outline.connections()).toContain('Web client → SQL database')
  wire.heal()

  const left = ['Load balancer → Service', 'Web client → Load balancer']
  await expect.poll(() => ada.board.outline.connections()).toEqual(left)
  await expect.poll(() => bo.board.outline.connections()).toEqual(left)
  await Promise.all([ada.board.saved(), bo.board.saved()])
  // What is saved by one is on its way to the other.
  await expect(async () => {
    const raw = await readRawRecords(ada)
    expect(await bo.board.records()).toEqual(raw)
    expect(await ada.board.records()).toEqual(raw)
  }).toPass({ timeout: 10_000 })
})
