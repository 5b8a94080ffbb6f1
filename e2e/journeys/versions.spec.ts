import type { Person } from '#e2e/driver/person.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

async function openVersions({ page, board }: Person) {
  await board.command('Versions …')
  return page.getByRole('dialog', { name: 'Versions' })
}

test('a version is named, compared with the board as it is now, and gone back to while a partner draws', async ({
  person,
}) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  await ada.newBoard()
  await ada.board.canvas.insert('web client')
  await ada.board.canvas.insert('postgres')
  await ada.board.saved()
  await bo.join(await ada.invite('candidate'))

  const dialog = await openVersions(ada)
  await expect(dialog).toContainText('No versions yet')
  await dialog.getByLabel('Name the board as it is now').fill('First draft')
  await dialog.getByRole('button', { name: 'Save version' }).click()
  await expect(dialog.getByRole('button', { name: /First draft/ })).toContainText('Ada')
  await ada.page.keyboard.press('Escape')

  await bo.board.canvas.rename('PostgreSQL', 'Orders')
  await bo.board.canvas.insert('redis')
  await expect(ada.board.canvas.card('Redis')).toBeVisible()

  const again = await openVersions(bo)
  await again.getByRole('button', { name: /First draft/ }).click()
  const since = again.getByRole('region', { name: 'Since First draft' })
  await expect(since.getByRole('listitem').filter({ hasText: 'added: Redis' })).toBeVisible()
  await expect(since.getByRole('listitem').filter({ hasText: 'renamed: Orders' })).toBeVisible()
  await since.getByRole('button', { name: 'Go back to this version' }).click()
  await since.getByRole('button', { name: 'Go back', exact: true }).click()

  await expect(again).toHaveCount(0)
  await expect(ada.board.canvas.card('PostgreSQL')).toBeVisible()
  await expect(ada.board.canvas.card('Redis')).toHaveCount(0)
  await ada.board.canvas.insert('object store')
  await expect(bo.board.canvas.card('Object store')).toBeVisible()

  const kept = await openVersions(ada)
  await kept.getByRole('button', { name: /Before going back to First draft/ }).click()
  const lost = kept.getByRole('region', { name: /Since Before going back/ })
  await expect(lost.getByRole('listitem').filter({ hasText: 'removed: Redis' })).toBeVisible()
})

test('an observer compares versions, and can neither make one nor go back', async ({ person }) => {
  const ada = await person('Ada')
  await ada.newBoard()
  await ada.board.canvas.insert('redis')
  await ada.board.saved()
  const dialog = await openVersions(ada)
  await dialog.getByLabel('Name the board as it is now').fill('One')
  await dialog.getByLabel('Name the board as it is now').press('Enter')
  await expect(dialog.getByRole('button', { name: /One/ })).toBeVisible()

  const ola = await person('Ola')
  await ola.join(await ada.invite('observer'))
  const seen = await openVersions(ola)
  await expect(seen.getByRole('button', { name: 'Save version' })).toHaveCount(0)
  await seen.getByRole('button', { name: /One/ }).click()
  await expect(seen).toContainText('Nothing of the design has changed.')
  await expect(seen.getByRole('button', { name: /Go back/ })).toHaveCount(0)
})
