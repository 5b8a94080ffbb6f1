import { expect, test } from '#e2e/fixtures/test.ts'

test('a revoked link closes the board of who came by it at once', async ({ person }) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  const cy = await person('Cy')
  await ada.newBoard()
  await ada.board.startFromPattern()
  const token = await ada.invite('candidate')
  await bo.join(token)
  await cy.join(await ada.invite('observer'))

  await ada.board.share.open()
  await ada.board.share.revoke('Candidate')
  await expect(bo.page.getByRole('heading', { level: 1 })).toHaveText(
    /taken off this board|not open to you/,
  )
  await expect(bo.page.locator('main')).toContainText('Ask')
  await expect(bo.board.canvas.area).toHaveCount(0)

  await bo.page.goto(`/join/${token}`)
  await expect(bo.page.locator('main')).toContainText('This link was revoked by the owner')
  await expect(cy.board.canvas.card('Service')).toBeVisible()
})

test('a changed role takes effect while the board is open', async ({ person }) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  await ada.newBoard()
  await ada.board.startFromPattern()
  await bo.join(await ada.invite('candidate'))
  const add = bo.page.getByRole('button', { name: 'Add component' })
  await expect(add).toBeVisible()

  await ada.board.share.open()
  await ada.board.share.changeRole('Bo', 'observer')
  await expect(bo.page.getByText('You are an observer: this board is read-only.')).toBeVisible()
  await expect(add).toHaveCount(0)
  await ada.board.share.changeRole('Bo', 'candidate')
  await expect(add).toBeVisible()
  await ada.board.share.close()

  await bo.board.canvas.insert('queue')
  await expect(ada.board.canvas.card('Queue')).toBeVisible()
})
