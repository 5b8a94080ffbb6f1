import { expect, test } from '#e2e/fixtures/test.ts'

test('a newcomer draws within two clicks of the home page, with the brief beside it', async ({
  visitor,
}) => {
  const { home, board, page } = await visitor()
  await home.open()
  await expect(home.boards).toContainText('No boards yet')
  await home.practise('URL shortener')
  await board.opened()
  await expect(board.brief).toContainText('Design a service that gives them a short link')
  await page.getByRole('button', { name: 'Add a client' }).click()
  await expect(board.canvas.card('Web client')).toBeVisible()
  await board.saved()
  await page.getByRole('link', { name: 'All boards' }).click()
  await expect(home.boards.getByRole('link', { name: /URL shortener/ })).toBeVisible()
})

test('an interview starts in the interviewer’s seat', async ({ visitor }) => {
  const { home, board, page } = await visitor()
  await home.open()
  await home.chooseDoor('Hold an interview')
  await page.getByRole('dialog').getByRole('button', { name: /Chat/ }).click()
  await board.opened()
  await expect(page.getByRole('banner')).toContainText('Interviewer')
  await expect(board.brief).not.toContainText('No scenario')
})

test('an address that leads nowhere says so and leads home', async ({ visitor }) => {
  const { page, home } = await visitor()
  await page.goto('/nowhere')
  await expect(page.getByRole('heading')).toHaveText('There is nothing at this address')
  await page.getByRole('link', { name: 'Go to the home page' }).click()
  await expect(home.boards).toBeVisible()
  await page.goto('/b/none')
  await expect(page.getByRole('heading')).toHaveText('There is no board here')
})
