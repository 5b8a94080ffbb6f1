import { expect, test } from '#e2e/fixtures/test.ts'
import { centreOf } from '#e2e/driver/canvas.ts'

test('cursors, selections, following with a banner, and bringing everyone here', async ({
  person,
}) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  await ada.newBoard({ as: 'interviewer' })
  await ada.board.startFromPattern()
  await bo.join(await ada.invite('candidate'))
  const [mine, theirs] = [ada.board.canvas, bo.board.canvas]

  await mine.select('Service')
  await expect(theirs.cursorOf('Ada')).toBeVisible()
  await expect(theirs.selectionsOfOthers).not.toHaveCount(0)

  await bo.page.getByRole('button', { name: 'Follow Ada, Interviewer' }).click()
  await expect(bo.page.getByText('Following Ada')).toBeVisible()
  await expect(ada.page.getByText('Bo follows you')).toBeVisible()
  const before = await centreOf(theirs.card('Service'))
  await ada.page.mouse.wheel(0, 120)
  await expect.poll(async () => (await theirs.centreOf('Service')).y - before.y).toBeLessThan(-60)

  await bo.page.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(bo.page.getByText('Following Ada')).toBeHidden()
  await expect(ada.page.getByText('Bo follows you')).toBeHidden()

  const parted = await theirs.centreOf('Service')
  await ada.page.mouse.wheel(0, -120)
  await ada.board.chooseInMenu('Bring everyone here')
  await expect(bo.page.getByText('Ada brought everyone here')).toBeVisible()
  await expect.poll(async () => (await theirs.centreOf('Service')).y - parted.y).toBeGreaterThan(60)
  await bo.page.getByRole('button', { name: 'Go back' }).click()
  await expect
    .poll(async () => Math.abs((await theirs.centreOf('Service')).y - parted.y))
    .toBeLessThan(40)
})

test('moving the view oneself ends following, and only who leads can call', async ({ person }) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  await ada.newBoard({ as: 'interviewer' })
  await ada.board.startFromPattern()
  await bo.join(await ada.invite('candidate'))
  await bo.page.getByRole('button', { name: 'Follow Ada, Interviewer' }).click()
  await expect(bo.page.getByText('Following Ada')).toBeVisible()
  const { x, y } = await bo.board.canvas.centreOf('Service')
  await bo.page.mouse.move(x, y)
  await bo.page.mouse.wheel(0, 120)
  await expect(bo.page.getByText('Following Ada')).toBeHidden()
  await bo.page.getByRole('button', { name: 'Board menu' }).click()
  await expect(bo.page.getByRole('menuitem', { name: 'Export as PNG' })).toBeVisible()
  await expect(bo.page.getByRole('menuitem', { name: 'Bring everyone here' })).toHaveCount(0)
})
