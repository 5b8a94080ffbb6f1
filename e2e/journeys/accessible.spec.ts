import { expectAccessible } from '#e2e/driver/accessible.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`home, join and missing pages have no serious fault in ${colorScheme}`, async ({
    person,
  }) => {
    const owner = await person('Bo')
    await owner.newBoard()
    const ada = await person('Ada', { colorScheme })
    await ada.join(await owner.invite('observer'))
    const token = await owner.invite('candidate')
    await ada.home.open()
    await expect(ada.page.getByRole('link', { name: /Untitled/ })).toBeVisible()
    await expectAccessible(ada.page, 'home')
    await ada.home.chooseDoor('Practise')
    await ada.page.getByRole('dialog').waitFor()
    await expectAccessible(ada.page, 'scenarios')
    await ada.page.goto(`/join/${token}`)
    await expect(ada.page.getByRole('heading')).toHaveText('You are on this board already')
    await expectAccessible(ada.page, 'join')
    await ada.page.goto('/nowhere')
    await ada.page.getByRole('heading').waitFor()
    await expectAccessible(ada.page, 'not found')
  })

  test(`the board and every panel have no serious fault in ${colorScheme}`, async ({ person }) => {
    const ada = await person('Ada', { colorScheme })
    const bo = await person('Bo')
    const { page, board } = ada
    await ada.newBoard({ scenario: 'url-shortener', title: 'Short links' })
    await expectAccessible(page, 'empty board')
    await board.startFromPattern()
    await bo.join(await ada.invite('candidate'))
    await board.canvas.insert('queue')
    await board.comments.start(await board.canvas.centreOf('Service'), 'Why this one?')
    await board.comments.thread('Why this one?').waitFor()
    await expectAccessible(page, 'comments')
    await board.openTab('Findings')
    await board.findings.panel.getByRole('listitem').first().getByRole('button').click()
    await page.getByRole('button', { name: 'See it drawn' }).click()
    await expect(board.findings.panel.getByRole('img').first()).toBeVisible()
    await expectAccessible(page, 'findings')
    await board.canvas.select('Service')
    await board.openTab('Inspect')
    await board.inspector.field('Label').waitFor()
    await expectAccessible(page, 'inspector')
    await board.openTab('Outline')
    await board.outline.tree.waitFor()
    await expectAccessible(page, 'outline')
    await board.share.open()
    await board.share.makeLink('reviewer')
    await expectAccessible(page, 'share')
    await board.share.close()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search commands' }).waitFor()
    await expectAccessible(page, 'commands')
    await page.keyboard.press('Escape')
    for (const dialog of ['Keyboard shortcuts', 'Your name and colour', 'Delete this board']) {
      await board.command(dialog)
      await page.getByRole('dialog').getByRole('heading', { level: 2 }).waitFor()
      await expectAccessible(page, dialog)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
    await board.canvas.openPalette()
    await expectAccessible(page, 'palette')
  })
}

test('follows the system into the dark, and the person out of it', async ({ person }) => {
  const ada = await person('Ada', { colorScheme: 'dark' })
  await ada.newBoard()
  await ada.board.startFromPattern()
  const brightness = () =>
    ada.page.evaluate(() => {
      const { backgroundColor } = getComputedStyle(document.body)
      return Number(/\d+/.exec(backgroundColor)?.[0] ?? Number.NaN)
    })
  expect(await brightness()).toBeLessThan(80)
  await expect(ada.page.locator('.tl-theme__dark')).toBeVisible()
  await ada.board.chooseInMenu('Change the theme')
  await expect.poll(brightness).toBeGreaterThan(200)
  await expect(ada.page.locator('.tl-theme__light')).toBeVisible()
  await ada.page.reload()
  await ada.board.opened()
  expect(await brightness()).toBeGreaterThan(200)
})
