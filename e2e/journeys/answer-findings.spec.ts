import type { Person } from '#e2e/driver/person.ts'
import { expect, test } from '#e2e/fixtures/test.ts'

/** A second after the pause, and what a busy machine may add. */
const soon = { timeout: 3_000 }
const title = 'A client reaches a store directly'
const reason = 'A kiosk in our own building.'

/** On Ada's new board a client reaches a store directly, and the finding is open before her. */
async function drawFault(ada: Person): Promise<void> {
  await ada.newBoard()
  await ada.board.openTab('Findings')
  await ada.board.canvas.insert('web client')
  await ada.board.canvas.insert('postgres')
  await ada.board.findings.open(title)
}

test('a finding is defended before everybody, and the answer can be taken back', async ({
  person,
}) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  await drawFault(ada)
  await bo.join(await ada.invite('observer'))
  await bo.board.openTab('Findings')
  await expect(bo.board.findings.finding(title)).toBeVisible(soon)

  const { findings } = ada.board
  await findings.defend(reason)
  await expect(findings.finding(title)).toHaveCount(0)
  await bo.board.findings.answered.click(soon)
  await expect(bo.board.findings.finding(title)).toContainText('Ada defended it')
  await expect(bo.board.findings.finding(title)).toContainText(reason)

  await ada.page.reload()
  await ada.board.opened()
  await findings.answered.click(soon)
  await ada.page.getByRole('button', { name: `Take the answer back: ${title}` }).click()
  await expect(findings.answered).toHaveCount(0)
  await expect(findings.finding(title)).toBeVisible()
})

test('a reviewer asks back, gets an answer and accepts it', async ({ person }) => {
  const ada = await person('Ada')
  const rio = await person('Rio')
  await drawFault(ada)
  await ada.board.findings.defend(reason)
  await rio.join(await ada.invite('reviewer'))
  await rio.board.openTab('Findings')
  await rio.board.findings.answered.click(soon)
  await rio.page.getByRole('button', { name: `Ask back: ${title}` }).click()
  await rio.page.getByLabel('What is still open').fill('Who empties it at night?')
  await rio.page.getByRole('button', { name: 'Ask back', exact: true }).click()

  const { findings } = ada.board
  await findings.open(title)
  await expect(findings.finding(title)).toContainText('Rio asked back')
  await expect(findings.finding(title)).toContainText('Who empties it at night?')
  await findings.defend('The guard, at ten.')

  await rio.page.getByRole('button', { name: `Accept the answer: ${title}` }).click(soon)
  await expect(rio.board.findings.finding(title)).toContainText('Accepted')
  await findings.answered.click()
  await expect(findings.finding(title)).toContainText('Rio accepted it')
})

test('an answer holds while things move, and is open again once what it rests on changes', async ({
  person,
}) => {
  const ada = await person('Ada')
  await drawFault(ada)
  const { canvas, findings } = ada.board
  await findings.defend(reason)
  await canvas.rename('PostgreSQL', 'Visits')
  await findings.answered.click()
  await expect(findings.finding(title)).toContainText('Visits', soon)
  await expect(findings.finding(title)).toContainText('Defended')
})

test('a reason that does not reach the server stays in the form', async ({ person, wire }) => {
  const ada = await person('Ada', { baseURL: wire.origin })
  await drawFault(ada)
  // What is loaded only when it is needed has to be here before the network goes.
  await ada.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  wire.partition()
  const { panel } = ada.board.findings
  await panel.getByRole('button', { name: 'Answer it' }).click()
  await panel.getByLabel('Why this is fine here').fill(reason)
  await panel.getByRole('button', { name: 'Defend it' }).click()
  await expect(panel.getByRole('alert')).toContainText('Your text is still here', soon)
  await expect(panel.getByLabel('Why this is fine here')).toHaveValue(reason)
})
