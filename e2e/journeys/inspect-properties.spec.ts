import { expect, test } from '#e2e/fixtures/test.ts'

test('an arrow says how it is called, with units, and a slip is explained', async ({ person }) => {
  const ada = await person('Ada')
  const { board, page } = ada
  const { inspector, outline } = board
  await ada.newBoard()
  await board.startFromPattern()
  await board.openTab('Outline')
  await outline.row('to SQL database').click()
  await board.openTab('Inspect')

  await inspector.fill('Timeout (ms)', '2 s')
  await expect(inspector.field('Timeout (ms)')).toHaveValue('2,000')
  await inspector.choose('Encrypted', 'yes')
  await inspector.fill('Retries', 'many')
  await expect(inspector.panel.getByText('Write a number, for example')).toBeVisible()
  await inspector.field('Retries').press('Escape')
  await expect(inspector.field('Retries')).toHaveValue('')
  await inspector.fill('Protocol', 'PostgreSQL wire')

  // What another type is not asked for is still said.
  await inspector.choose('Type', 'Asynchronous')
  await expect(inspector.field('Delivery')).toBeVisible()
  await expect(inspector.field('Timeout (ms)')).toHaveValue('2,000')
  await inspector.choose('Direction', 'Both ways')
  await expect(inspector.panel.getByLabel('to and from')).toBeVisible()
  await inspector.choose('Say more', 'Cache pattern')
  await expect(inspector.field('Cache pattern')).toBeFocused()

  await board.openTab('Mermaid')
  const text = page.getByRole('textbox', { name: 'This page as Mermaid' })
  await expect(text).toHaveValue(/type=async.*timeoutMs=2000/)
  await expect(text).toHaveValue(/encrypted=true/)
})

test('several things are changed together in one step, and a reader changes nothing', async ({
  person,
}) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  const { canvas, inspector } = ada.board
  await ada.newBoard()
  await ada.board.startFromPattern()
  await canvas.select('Service')
  await ada.board.openTab('Inspect')
  await inspector.fill('Availability zones', '3')
  await ada.page.keyboard.down('Shift')
  await canvas.select('SQL database')
  await ada.page.keyboard.up('Shift')
  await expect(inspector.field('Availability zones')).toHaveAttribute('placeholder', 'Different')
  await inspector.fill('Availability zones', '2')
  await inspector.choose('Say more', 'Team')
  await inspector.fill('Team', 'Orders')
  await expect(inspector.field('Team')).toHaveValue('Orders')
  await canvas.undo()
  await expect(inspector.field('Availability zones')).toHaveValue('2')
  await canvas.undo()
  await expect(inspector.field('Availability zones')).toHaveAttribute('placeholder', 'Different')

  await bo.join(await ada.invite('observer'))
  await bo.board.openTab('Outline')
  await bo.board.outline.row('to SQL database').click()
  await bo.board.openTab('Inspect')
  await expect(bo.board.inspector.field('Timeout (ms)')).toBeDisabled()
  await expect(bo.board.inspector.field('Say more')).toHaveCount(0)
})
