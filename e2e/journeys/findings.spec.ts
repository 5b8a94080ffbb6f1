import { expect, test } from '#e2e/fixtures/test.ts'

/** A second after the pause, and what a busy machine may add. */
const soon = { timeout: 3_000 }

test('a finding appears after the pause, explains itself, and vanishes when it is answered', async ({
  person,
}) => {
  const ada = await person('Ada')
  const { page, board } = ada
  const { canvas, findings } = board
  const title = 'A client reaches a store directly'
  await ada.newBoard()
  await board.openTab('Findings')
  await canvas.insert('web client')
  await canvas.insert('postgres')
  await expect(canvas.markWith(title)).toBeVisible(soon)
  await expect(findings.finding(title)).toBeVisible()

  await canvas.markWith(title).click()
  await expect(findings.panel).toContainText('What to consider')
  await page.getByRole('button', { name: 'See it drawn' }).click()
  await expect(findings.panel.getByRole('figure')).toHaveCount(2)

  await findings.marksSwitch.click()
  await expect(canvas.marks).toHaveCount(0)
  await expect(findings.finding(title)).toBeVisible()
  await findings.marksSwitch.click()
  await expect(canvas.markWith(title)).toBeVisible()

  await board.openTab('Outline')
  await board.outline.row('to PostgreSQL').click()
  await page.keyboard.press('Delete')
  await board.openTab('Findings')
  await expect(findings.finding(title)).toHaveCount(0, soon)
})

test('both see the same findings', async ({ person }) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  await ada.newBoard()
  await bo.join(await ada.invite('observer'))
  await bo.board.openTab('Findings')
  await ada.board.canvas.insert('web client')
  await ada.board.canvas.insert('postgres')
  await expect(bo.board.findings.finding('A client reaches a store directly')).toBeVisible()
})
