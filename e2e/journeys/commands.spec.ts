import { expect, test } from '#e2e/fixtures/test.ts'

test('the list of commands takes what is typed at once, and the canvas takes nothing of it', async ({
  person,
}) => {
  const ada = await person('Ada')
  const { page, board } = ada
  await ada.newBoard()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused()
  await page.keyboard.press('Escape')

  const select = page.getByRole('button', { name: 'Select', exact: true })
  await board.share.open()
  await board.share.dialog.getByRole('button', { name: 'Create link' }).focus()
  await page.keyboard.press('d')
  await board.share.close()
  await expect(select).toHaveAttribute('aria-pressed', 'true')
})
