/** A board on the server of a team that has a policy of its own, packs of rules included. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expectAccessible } from '#e2e/driver/accessible.ts'
import { Product } from '#e2e/fixtures/product.ts'
import { expect, test as base } from '#e2e/fixtures/test.ts'

const policy = {
  rules: { 'rel-spof-data': 'off', 'hl-client-to-store': 'suggestion' },
  waivers: [
    {
      rule: 'hl-orphan-node',
      components: ['Queue'],
      reason: 'It is connected when the workers move in.',
      expires: '2999-12-31',
    },
  ],
  packs: ['./our-rules.mjs'],
}
const pack = `export default [{
  id: 'our-store-names', title: 'A store has no owner in its name', category: 'operations',
  why: 'Whoever is called at night must know whose store it is.',
  fix: 'Name the team in the label.', question: 'Who answers for this store?',
  examples: { bad: [], good: [] },
  check: ({ design }) => design.graph.nodes
    .filter(({ kind, label }) => kind === 'sql-db' && !label.includes('Team'))
    .map(({ id, label }) => ({ subject: [id], severity: 'warning', evidence: { label },
      message: label + ' names no team.' })),
}]`

const direct = 'A client reaches a store directly'
const own = 'A store has no owner in its name'

/** A server with this policy. */
const test = base.extend<object, { readonly hosted: Product }>({
  hosted: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the pattern
    async ({}, provide) => {
      const folder = mkdtempSync(join(tmpdir(), 'loadbearing-policy-'))
      const file = join(folder, 'loadbearing.config.json')
      writeFileSync(file, JSON.stringify(policy))
      writeFileSync(join(folder, 'our-rules.mjs'), pack)
      const hosted = await Product.start({ POLICY: file })
      await provide(hosted)
      await hosted.stop()
      rmSync(folder, { recursive: true })
    },
    { scope: 'worker' },
  ],
})

test('findings obey the policy of the server, and rules of its pack speak among them', async ({
  person,
  hosted,
}) => {
  const ada = await person('Ada', { baseURL: hosted.origin })
  const { page, board } = ada
  const { canvas, findings } = board
  await ada.newBoard()
  await board.openTab('Findings')
  await canvas.insert('web client')
  await canvas.insert('postgres')
  await canvas.pick('Queue')
  await expect(findings.finding(own)).toBeVisible()
  await expect(canvas.markWith(own)).toBeVisible()
  await expect(findings.finding(direct)).toBeVisible()
  await expect(findings.filter(/suggestion/)).toHaveAccessibleName(/1/)
  await expect(findings.filter(/warning/)).toHaveAccessibleName(/1/)
  await expect(findings.finding('A store has one copy')).toHaveCount(0)
  await expect(findings.panel).not.toContainText('A component is not connected')

  await findings.answered.click()
  const waived = findings.finding('A component is not connected')
  await expect(waived).toContainText('Waived by this server’s policy')
  await expect(waived).toContainText('It is connected when the workers move in.')
  await expect(waived).toContainText('2999-12-31')
  await expectAccessible(page, 'a policy')

  await findings.open(own)
  await expect(findings.panel).toContainText('Who answers for this store?')
  await expect(page.getByRole('link', { name: 'The rule' })).toHaveCount(0)
  await findings.defend('It is the only store, and we are the only team.')
  await expect(findings.finding(own)).toContainText('Defended')
})

test('a board on a server without packs sends no drawing anywhere', async ({ person }) => {
  const ada = await person('Ada')
  const { page, board } = ada
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await ada.newBoard()
  await board.openTab('Findings')
  await board.canvas.insert('web client')
  await board.canvas.insert('postgres')
  await expect(board.findings.finding(direct)).toBeVisible()
  expect(asked).toContain('/api/policy')
  expect(asked).not.toContain('/api/check/design')
})

test('while the server is away our own rules go on, and the pack is silent', async ({
  person,
  hosted,
}) => {
  const ada = await person('Ada', { baseURL: hosted.origin, serviceWorkers: 'block' })
  const { page, board } = ada
  const { canvas, findings } = board
  await ada.newBoard()
  await board.openTab('Findings')
  await canvas.insert('web client')
  await canvas.insert('postgres')
  await expect(findings.finding(own)).toBeVisible()
  await page.route('**/api/check/design', (route) => route.abort())
  await canvas.insert('redis')
  await expect(findings.finding(own)).toHaveCount(0)
  await expect(findings.finding(direct)).toBeVisible()
  await expect(findings.panel).not.toContainText('No longer seen')
  await page.unroute('**/api/check/design')
  await canvas.pick('Queue')
  await expect(findings.finding(own)).toBeVisible()
})
