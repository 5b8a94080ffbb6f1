import { budgets, weighBoardOn, weighHomeOn } from '../bench/weigh-scripts.ts'
import { expect, test } from '../fixtures/test.ts'
import { boardSummary } from '#shared/api.ts'

test('the home page asks for no more script than its budget', async ({ person }) => {
  const { page } = await person('Ada')
  const { script, scripts } = await weighHomeOn(page)
  expect(scripts.size).toBeGreaterThan(1)
  expect(script, listed(scripts)).toBeLessThanOrEqual(budgets.home)
})

test('a board asks for no more script until its first stroke', async ({ person }) => {
  const { page } = await person('Ada')
  const { id } = boardSummary.parse(
    await (await page.request.post('/api/boards', { data: {} })).json(),
  )
  const { script, scripts } = await weighBoardOn(page, `/b/${id}`)
  expect(listed(scripts)).toContain('tldraw')
  expect(script, listed(scripts)).toBeLessThanOrEqual(budgets.board)
})

function listed(scripts: ReadonlyMap<string, number>): string {
  return [...scripts].map(([name, size]) => `${size} ${name}`).join('\n')
}
