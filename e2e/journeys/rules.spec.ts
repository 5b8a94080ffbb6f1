import { expectAccessible } from '#e2e/driver/accessible.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

const phone = { width: 390, height: 844 }

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a rule is found, read and copied from, in ${colorScheme}`, async ({ person }) => {
    const { page } = await person('Ada', { colorScheme, permissions: ['clipboard-write'] })
    await page.goto('/rules')
    await page.getByRole('heading', { name: 'What Loadbearing looks for' }).waitFor()
    await expectAccessible(page, 'rules')
    await page.getByLabel('Search the rules').fill('client store')
    await page.getByRole('link', { name: 'A client reaches a store directly' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'A client reaches a store directly',
    )
    await expect(page).toHaveURL(/\/rules\/hl-client-to-store$/)
    await page.getByText('As text').first().click()
    await page.getByRole('button', { name: 'Copy' }).first().click()
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
    await expectAccessible(page, 'rule')
  })
}

test('on a phone a rule is as wide as the screen', async ({ person }) => {
  const { page } = await person('Ada', { viewport: phone })
  for (const path of ['/rules', '/rules/hl-client-to-store', '/rules/data-model-missing']) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, path).toBeLessThanOrEqual(phone.width)
  }
})

test('a finding leads to its rule, and an unknown rule to all of them', async ({ person }) => {
  const ada = await person('Ada')
  const { page, board } = ada
  await ada.newBoard()
  await board.openTab('Findings')
  await board.canvas.insert('web client')
  await board.canvas.insert('postgres')
  await board.findings.open('A client reaches a store directly')
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'The rule' }).click()
  const rule = await opened
  await expect(rule.getByRole('heading', { level: 1 })).toHaveText(
    'A client reaches a store directly',
  )
  await rule.goto('/rules/no-such-rule')
  await expect(rule.getByText('There is no rule of this name')).toBeVisible()
  await rule.getByRole('link', { name: 'All rules' }).click()
  await expect(rule).toHaveURL(/\/rules$/)
})
