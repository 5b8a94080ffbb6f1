import { expect, test } from '#e2e/fixtures/test.ts'

test('draws with the keyboard alone', async ({ person }) => {
  const ada = await person('Ada')
  const { page, board } = ada
  const { keyboard } = page
  const { canvas, outline, inspector } = board
  await ada.newBoard()
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    for (const type of ['pointerdown', 'mousedown']) {
      // A press of Enter clicks a button, but presses no pointer.
      window.addEventListener(type, () => seen.push(type), true)
    }
  })

  // The first key on a fresh page is enough.
  await keyboard.press('/')
  await expect(canvas.search).toBeFocused()
  await keyboard.type('service')
  await keyboard.press('Enter')
  await expect(canvas.card('Service')).toBeVisible()
  await keyboard.press('/')
  await keyboard.type('redis')
  await keyboard.press('Enter')
  await expect(canvas.card('Redis')).toBeVisible()

  await board.command('Outline')
  await expect.poll(() => outline.connections()).toEqual(['Service → Redis'])
  await expect(outline.row('to Redis')).toHaveAccessibleName('to Redis, Cache lookup')

  const add = page.getByRole('combobox', { name: 'Add a component' })
  await add.focus()
  await keyboard.type('postgres')
  await keyboard.press('Enter')
  await expect.poll(() => canvas.components()).toEqual(['PostgreSQL', 'Redis', 'Service'])

  // Rows are reached by their first letters, renamed by F2, connected by the list below.
  await outline.tree.getByRole('treeitem').first().focus()
  await keyboard.press('Home')
  await keyboard.press('s')
  await expect(outline.row('Service')).toBeFocused()
  await keyboard.press('F2')
  await keyboard.type('API')
  await keyboard.press('Enter')
  await expect(canvas.card('API')).toBeVisible()
  await keyboard.press('Home')
  await expect(outline.row('API')).toBeFocused()
  const connectTo = page.getByRole('combobox', { name: 'Connect to' })
  await connectTo.focus()
  await keyboard.type('PostgreSQL')
  await expect.poll(() => outline.connections()).toContain('API → PostgreSQL')

  await board.command('Inspect the selection')
  await inspector.field('Technology').focus()
  await keyboard.type('Go')
  await keyboard.press('Enter')
  await expect(canvas.card('API')).toContainText('Go')
  await inspector.field('Replicas').press('Control+a')
  await keyboard.type('3')
  await keyboard.press('Enter')
  await expect(canvas.card('API')).toContainText('×3')

  expect(await page.evaluate(() => Reflect.get(window, 'seen') as string[])).toEqual([])
})

test('says in words what the keyboard selects', async ({ person }) => {
  const ada = await person('Ada')
  await ada.newBoard()
  await ada.board.canvas.insert('service')
  await ada.board.canvas.insert('redis')
  const status = ada.page.getByRole('status', { name: 'Status' })
  await expect(status).toHaveText('Redis, Cache, component. 3 of 3')
  await ada.board.canvas.press('Shift+Tab', 'Shift+Tab')
  await expect(status).toHaveText('Service, component. 1 of 3')
})

test('deletes and takes back with the keyboard', async ({ person }) => {
  const ada = await person('Ada')
  const { canvas, outline } = ada.board
  await ada.newBoard()
  await canvas.insert('service')
  await canvas.insert('redis')
  await ada.board.command('Outline')
  await outline.tree.getByRole('treeitem').first().focus()
  await ada.page.keyboard.press('r')
  await expect(outline.row('Redis')).toBeFocused()
  await ada.page.keyboard.press('Delete')
  await expect.poll(() => outline.lines()).toEqual(['Service'])
  await canvas.undo()
  await expect.poll(() => outline.connections()).toEqual(['Service → Redis'])
})
