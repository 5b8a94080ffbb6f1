import { expect, test } from '#e2e/fixtures/test.ts'

test('a reviewer gives a name and comments; threads are answered, settled and reopened', async ({
  person,
  visitor,
}) => {
  const ada = await person('Ada')
  await ada.newBoard()
  await ada.board.startFromPattern()
  await ada.board.openTab('Comments')
  const rita = await visitor()
  await rita.join(await ada.invite('reviewer'))

  const service = await rita.board.canvas.centreOf('Service')
  await rita.board.comments.start(service, 'What happens when this one dies?')
  const name = rita.page.getByRole('dialog', { name: 'What should others call you?' })
  await name.getByRole('textbox', { name: 'Your name' }).fill('Rita')
  await rita.page.keyboard.press('Enter')
  const { comments: hers } = rita.board
  const { comments: mine } = ada.board
  await expect(hers.thread('What happens')).toBeVisible()
  await expect(mine.thread('What happens')).toContainText('Rita')
  await expect(mine.thread('What happens')).toContainText('Service')

  await mine.reply('What happens', 'A second one takes over.')
  await expect(hers.thread('What happens')).toContainText('A second one takes over.')
  await mine.edit('A second one', 'Two more take over.')
  await expect(hers.comment('Two more take over.')).toContainText('edited')
  await expect(hers.comment('Two more').getByRole('button', { name: 'Edit' })).toHaveCount(0)

  await hers.thread('What happens').getByRole('button', { name: 'Resolve' }).click()
  await expect(mine.thread('What happens')).toContainText('Resolved')
  await mine.thread('What happens').getByRole('button', { name: 'Reopen' }).click()
  await expect(hers.thread('What happens')).not.toContainText('Resolved')

  await mine.delete('Two more take over.')
  await expect(hers.comment('Two more take over.')).toHaveCount(0)

  const oli = await person('Oli')
  await oli.join(await ada.invite('observer'))
  await oli.board.openTab('Comments')
  await oli.board.comments.open('What happens')
  await expect(oli.board.comments.thread('What happens')).toBeVisible()
  await expect(oli.board.comments.panel.getByRole('button', { name: 'Comment' })).toHaveCount(0)
  await expect(oli.page.getByRole('textbox', { name: 'Reply' })).toHaveCount(0)
  await expect(oli.board.comments.panel.getByRole('button', { name: 'Resolve' })).toHaveCount(0)
})

test('comments hang on arrows and places, survive what they hung on, and are text', async ({
  person,
}) => {
  const ada = await person('Ada')
  await ada.newBoard()
  await ada.board.startFromPattern()
  await ada.board.saved()
  const { canvas, comments } = ada.board
  const [left, right] = [await canvas.centreOf('Service'), await canvas.centreOf('SQL database')]
  const between = { x: (left.x + right.x) / 2, y: left.y }
  await comments.start(between, 'Which protocol? <b>bold</b>')
  await expect(comments.thread('<b>bold</b>')).toContainText('Service → SQL database')
  await comments.start({ x: left.x, y: left.y + 160 }, 'Nothing here')
  await expect(comments.thread('Nothing here')).toContainText('A place on the board')

  await canvas.select('Service')
  await canvas.press('Delete')
  await expect(comments.thread('<b>bold</b>')).toBeVisible()
})

test('comments on what is selected without a mouse', async ({ person }) => {
  const ada = await person('Ada')
  await ada.newBoard()
  await ada.board.canvas.insert('redis')
  await ada.board.canvas.press('c', 'Enter')
  await expect(ada.board.comments.newThread.getByRole('textbox')).toBeFocused()
  await ada.page.keyboard.type('How long may a value live?')
  await ada.page.keyboard.press('Control+Enter')
  await expect(ada.board.comments.thread('How long')).toContainText('Redis')
})
