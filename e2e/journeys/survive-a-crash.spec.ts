import { readRawRecords } from '#e2e/driver/raw-read.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

test('kill -9 while two draw and one watches: nothing that was seen is lost, all end equal', async ({
  person,
  product,
}) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  const oli = await person('Oli')
  await ada.newBoard()
  await ada.board.startFromPattern()
  await bo.join(await ada.invite('candidate'))
  await oli.join(await ada.invite('observer'))

  await ada.board.canvas.insert('redis')
  // It may lie beside what Oli looks at.
  await expect(oli.board.canvas.card('Redis')).toBeAttached()
  const drawing = Promise.all([ada.board.canvas.insert('queue'), bo.board.canvas.insert('cdn')])
  await product.kill()
  await drawing
  await bo.board.canvas.rename('Web client', 'Browsers')
  await product.start()

  const everyone = [ada, bo, oli]
  for (const { board } of everyone) await board.reconnected()
  const all = ['Browsers', 'CDN', 'Load balancer', 'Queue', 'Redis', 'SQL database', 'Service']
  for (const { board } of everyone) {
    await expect.poll(() => board.canvas.components()).toEqual(all)
  }
  const raw = await readRawRecords(ada)
  for (const { board } of everyone) expect(await board.records()).toEqual(raw)
})

test('what a watcher saw was on disk, even when its writer never comes back', async ({
  person,
  product,
}) => {
  const ada = await person('Ada')
  const oli = await person('Oli')
  await ada.newBoard()
  await oli.join(await ada.invite('observer'))
  await ada.board.canvas.insert('redis')
  await oli.board.canvas.card('Redis').waitFor()
  await Promise.all([product.kill(), ada.page.context().close()])
  await product.start()

  await oli.board.reconnected()
  expect(JSON.stringify(await readRawRecords(oli))).toContain('"label":"Redis"')
  await oli.page.reload()
  await expect(oli.board.canvas.card('Redis')).toBeVisible()
})
