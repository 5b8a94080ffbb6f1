import { expectAccessible } from '#e2e/driver/accessible.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the interface is read and tried from its page, in ${colorScheme}`, async ({ person }) => {
    const { page, home } = await person('Ada', { colorScheme })
    await home.open()
    await page.getByRole('link', { name: 'Interface for programs' }).click()
    const form = page.getByRole('region', { name: 'Try it' })
    await expect(form.getByLabel('Call')).toHaveValue('post-api-check')

    await form.getByRole('button', { name: 'Send' }).click()
    await expect(form.getByText('Status 200')).toBeVisible()
    await expect(form.getByRole('region', { name: 'Answer' })).toContainText('"rel-')
    const line = form.getByLabel('The same from a shell')
    await expect(line).toHaveValue(/^curl -sS '.*\/api\/check' .*"text":"flowchart LR\\n/)

    const call = page.getByRole('group').filter({ hasText: 'POST/api/import/mermaid' })
    await call.locator('summary').press('Enter')
    await expect(call.getByText('technology: string')).toBeVisible()
    await expectAccessible(page, 'interface')
    await call.getByRole('button', { name: 'Try it' }).click()
    await expect(form.getByLabel('Call')).toBeFocused()
    await form.getByRole('textbox', { name: 'A design document' }).fill('flowchart LR\n a[API')
    await form.getByRole('button', { name: 'Send' }).click()
    await expect(form.getByRole('region', { name: 'Answer' })).toContainText('"severity": "error"')
  })
}

test('without network the page says so, and goes on when it is back', async ({ person }) => {
  const { page } = await person('Ada')
  const form = page.getByRole('region', { name: 'Try it' })
  await page.route('**/api/openapi.json', (route) => route.abort())
  await page.goto('/api-docs')
  await expect(page.getByText('The description could not be loaded')).toBeVisible()
  await page.unroute('**/api/openapi.json')
  await page.getByRole('button', { name: 'Try again' }).click()
  await form.getByLabel('Call').selectOption('GET /api/kinds')
  await page.context().setOffline(true)
  await form.getByRole('button', { name: 'Send' }).click()
  await expect(form.getByRole('alert')).toContainText('The server cannot be reached')
  await page.context().setOffline(false)
  await form.getByRole('button', { name: 'Send' }).click()
  await expect(form.getByText('Status 200')).toBeVisible()
})

test('a phone shows all of it without scrolling sideways', async ({ person }) => {
  const { page } = await person('Ada', { viewport: { width: 390, height: 844 } })
  const form = page.getByRole('region', { name: 'Try it' })
  await page.goto('/api-docs')
  for (const path of ['/api/check', '/api/boards/import'])
    await page.getByRole('group').getByText(path, { exact: true }).click()
  await form.getByRole('button', { name: 'Send' }).click()
  await expect(form.getByText('Status 200')).toBeVisible()
  const { width, wanted } = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    wanted: document.documentElement.scrollWidth,
  }))
  expect(wanted).toBe(width)
})
