import type { Person } from '#e2e/driver/person.ts'
import { openRawClient, readRawRecords } from '#e2e/driver/raw-read.ts'
import { expect, test } from '#e2e/fixtures/test.ts'
import { encodeRecord } from '#shared/design/record-codec.ts'
import { component } from '#server/testing/live-house.ts'
import * as Y from 'yjs'

test('the owner hands out links by role, and each guest gets the seat of the link', async ({
  person,
  visitor,
}) => {
  const ada = await person('Ada')
  await ada.newBoard()
  const { share, canvas } = ada.board
  await canvas.insert('service')

  await share.open()
  const candidate = await share.makeLink('candidate')
  const observer = await share.makeLink('observer')
  await share.close()

  const bo = await visitor()
  await bo.page.goto(candidate)
  await bo.board.opened()
  await expect(bo.page.getByRole('banner')).toContainText('Candidate')
  await bo.page.getByRole('textbox', { name: 'What should others call you?' }).fill('Bo')
  await bo.page.keyboard.press('Enter')
  await expect(bo.page.getByRole('form', { name: 'Your name' })).toBeHidden()
  await bo.board.canvas.insert('queue')
  await expect(canvas.card('Queue')).toBeVisible()
  await expect(ada.page.getByRole('button', { name: 'Follow Bo, Candidate' })).toBeVisible()

  const cy = await visitor()
  await cy.page.goto(observer)
  await cy.board.opened()
  await expect(cy.page.getByText('You are an observer: this board is read-only.')).toBeVisible()
  await expect(cy.board.canvas.card('Queue')).toBeVisible()
})

test('a second link with another role asks before it switches', async ({ person }) => {
  const ada = await person('Ada')
  const bo = await person('Bo')
  await ada.newBoard()
  await bo.join(await ada.invite('observer'))
  await bo.page.goto(`/join/${await ada.invite('candidate')}`)
  await expect(bo.page.getByRole('heading')).toHaveText('You are on this board already')
  await bo.page.getByRole('button', { name: 'Switch to the new role' }).click()
  await bo.board.opened()
  await expect(bo.page.getByRole('banner')).toContainText('Candidate')
})

for (const role of ['reviewer', 'observer'] as const) {
  test(`a board is read-only for a ${role}, by mouse, keyboard, panels and raw socket`, async ({
    person,
  }) => {
    const ada = await person('Ada')
    const bo = await person('Bo')
    await ada.newBoard()
    await ada.board.startFromPattern()
    await ada.board.saved()
    await bo.join(await ada.invite(role))
    await bo.board.canvas.card('Service').waitFor()
    const before = await readRawRecords(ada)

    await tryToDraw(bo)
    await writeOverSocket(bo)

    expect(await readRawRecords(ada)).toEqual(before)
    expect(await ada.board.records()).toEqual(before)
    expect(await bo.board.records()).toEqual(before)
  })
}

/** Everything that changes the board of somebody who may. */
async function tryToDraw({ page, board }: Person): Promise<void> {
  const { canvas } = board
  await expect(page.getByRole('button', { name: 'Add component' })).toHaveCount(0)
  await canvas.move('Service', { x: 80, y: 120 })
  await canvas.select('Service')
  await canvas.press('Delete', 'F2', '/', 'Control+d', 'ArrowDown', 'Control+x', 'Control+v')
  await expect(canvas.search).toHaveCount(0)
  await canvas.press('r')
  const { x, y } = await canvas.centreOf('Service')
  await canvas.drag({ x, y: y + 90 }, { x: x + 120, y: y + 180 })
  await page.mouse.dblclick(x, y + 200)
  await page.keyboard.type('Text')
  await board.openTab('Outline')
  await expect(page.getByRole('combobox', { name: 'Add a component' })).toHaveCount(0)
  await board.outline.row('Service').click()
  await page.keyboard.press('Delete')
  await page.keyboard.press('F2')
  await board.openTab('Inspect')
  await expect(board.inspector.field('Label')).toBeDisabled()
}

/** What our interface does not do, another client can try. */
async function writeOverSocket(person: Person): Promise<void> {
  const raw = await openRawClient(person)
  const intruder = component('intruder')
  raw.records.set(intruder.id, new Y.Map([encodeRecord(intruder)]))
  await raw.settled()
  raw.close()
}
