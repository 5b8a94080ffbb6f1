import type { Person } from '#e2e/driver/person.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

/** A second after the pause, and what a busy machine may add. */
const soon = { timeout: 3_000 }
const title = 'A client reaches a store directly'

/** A new board with its findings open. */
async function openFindings(ada: Person): Promise<Person> {
  await ada.newBoard()
  await ada.board.openTab('Findings')
  return ada
}

/** Ada's new board, on which a client reaches a store directly. */
async function drawFault(ada: Person): Promise<Person> {
  await openFindings(ada)
  await ada.board.canvas.insert('web client')
  await ada.board.canvas.insert('postgres')
  return ada
}

test('a finding appears after the pause, explains itself, and vanishes when it is answered', async ({
  person,
}) => {
  const { page, board } = await drawFault(await person('Ada'))
  const { canvas, findings } = board
  await expect(canvas.markWith(title)).toBeVisible(soon)
  await expect(findings.finding(title)).toBeVisible()
  await expect(findings.score).toContainText('of 100')

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
  await expect(board.outline.row('PostgreSQL').first()).toHaveAccessibleName(/finding/)
  await board.outline.row('to PostgreSQL').click()
  await page.keyboard.press('Delete')
  await board.openTab('Findings')
  await expect(findings.finding(title)).toHaveCount(0, soon)
})

test('rules that could not be loaded are asked for again at the next change', async ({
  person,
}) => {
  // On a first visit the app may not be kept in the browser yet.
  const ada = await person('Ada', { serviceWorkers: 'block' })
  const { page, board } = ada
  await ada.newBoard()
  const scripts = /judge-design|check-worker/
  const refused: string[] = []
  await page.route(scripts, (route) => {
    refused.push(route.request().url())
    return route.abort()
  })
  const { canvas } = board
  await canvas.insert('web client')
  await expect.poll(() => refused.length).toBe(1)
  await canvas.insert('postgres')
  await expect.poll(() => refused.length).toBe(2)
  await page.unroute(scripts)
  await canvas.insert('redis')
  await expect(canvas.markWith(title)).toBeVisible(soon)
})

test('both see the same findings', async ({ person }) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  await ada.newBoard()
  await bo.join(await ada.invite('observer'))
  await bo.board.openTab('Findings')
  await ada.board.canvas.insert('web client')
  await ada.board.canvas.insert('postgres')
  await expect(bo.board.findings.finding(title)).toBeVisible()
})

test('the list is filtered by severity and grouped by component, and that is kept', async ({
  person,
}) => {
  const { page, board } = await drawFault(await person('Ada'))
  const { findings } = board
  await expect(findings.finding(title)).toBeVisible()
  await findings.filter(/error/).click()
  await expect(findings.finding(title)).toHaveCount(0)
  await findings.filter(/error/).click()
  await findings.grouping.selectOption('By component')
  await expect(findings.head('PostgreSQL')).toBeVisible()
  await page.reload()
  await board.opened()
  await findings.head('PostgreSQL').click(soon)
  await expect(findings.head('PostgreSQL')).toHaveAttribute('aria-expanded', 'false')
})

test('arrow keys go from badge to badge and from row to row', async ({ person }) => {
  const { page, board } = await openFindings(await person('Ada'))
  const { canvas, findings } = board
  await board.startFromPattern()
  await expect(canvas.marks.nth(1)).toBeVisible(soon)
  const focused = page.locator('.lb-mark:focus')
  await canvas.marks.first().focus()
  const first = await focused.getAttribute('data-mark')
  await page.keyboard.press('ArrowRight')
  await expect(focused).toHaveCount(1)
  await expect(focused).not.toHaveAttribute('data-mark', first ?? '')
  await page.keyboard.press('ArrowLeft')
  await expect(focused).toHaveAttribute('data-mark', first ?? '')

  const rows = findings.panel.locator('[data-row]')
  await rows.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
})
