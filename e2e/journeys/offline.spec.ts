import { readRawRecords } from '#e2e/driver/raw-read.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test('draws on without network, reloads without network, and merges when it is back', async ({
  person,
  wire,
}) => {
  const ada = await person('Ada', { baseURL: wire.origin })
  const bo = await person('Bo')
  await ada.newBoard()
  await ada.board.startFromPattern()
  await ada.board.saved()
  await bo.join(await ada.invite('candidate'))
  // Once the app is kept in the browser it opens without network.
  await ada.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

  wire.partition()
  await expect(ada.board.connection).toHaveText(/Reconnecting|Offline/)
  await ada.board.canvas.select('Service')
  await ada.board.canvas.insert('redis')
  await bo.board.canvas.rename('SQL database', 'Links')
  await bo.board.saved()

  await ada.page.reload()
  await ada.board.canvas.area.waitFor()
  await expect(ada.board.connection).toHaveText(/Reconnecting|Offline/)
  await expect(ada.board.canvas.card('Redis')).toBeVisible()
  await ada.board.canvas.insert('object store')
  await expect(ada.board.canvas.card('Links')).toHaveCount(0)

  wire.heal()
  await ada.board.reconnected()
  const all = ['Links', 'Load balancer', 'Object store', 'Redis', 'Service', 'Web client']
  await expect.poll(() => ada.board.canvas.components()).toEqual(all)
  await expect.poll(() => bo.board.canvas.components()).toEqual(all)
  const raw = await readRawRecords(bo)
  expect(await ada.board.records()).toEqual(raw)
  expect(await bo.board.records()).toEqual(raw)
})

test('two tabs of one person are one board and one person', async ({ person }) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  await ada.newBoard()
  const again = await ada.anotherTab()
  await again.openBoard(ada.boardId)
  await bo.join(await ada.invite('candidate'))

  await ada.board.canvas.insert('service')
  await expect(again.board.canvas.card('Service')).toBeVisible()
  await again.board.canvas.rename('Service', 'API')
  await expect(ada.board.canvas.card('API')).toBeVisible()
  await expect(bo.board.canvas.card('API')).toBeVisible()
  const here = bo.page.getByRole('group', { name: 'People here' }).getByRole('button')
  await expect(here).toHaveCount(1)

  await ada.page.close()
  await again.board.canvas.rename('API', 'Front')
  await expect(bo.board.canvas.card('Front')).toBeVisible()
  await expect(here).toHaveCount(1)
})
