import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Ajv } from 'ajv'
import Draft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import type { Log, Result, Run } from 'sarif'
import { afterAll, describe, expect, it } from 'vitest'
import { createDesk } from './testing/run-cli.ts'

const desk = createDesk()
afterAll(() => desk.clear())

/** The schema of the standard, as the packages of its makers bring it along. */
const schemaFile = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
)
const isLog = validator().compile<Log>(JSON.parse(readFileSync(schemaFile, 'utf8')))

/** One pattern of the schema is no expression under the stricter reading of Unicode ones. */
function validator(): Ajv {
  const options = { strict: false, allErrors: true, unicodeRegExp: false }
  const ajv: Ajv = new Draft04(options)
  addFormats.default(ajv)
  return ajv
}

function logOf(text: string): Log {
  const log: unknown = JSON.parse(text)
  if (isLog(log)) return log
  throw new Error(JSON.stringify(isLog.errors, null, 2))
}

async function judge(...args: readonly string[]) {
  const { code, out } = await desk.run(['check', '--format', 'sarif', ...args])
  const log = logOf(out)
  const [run] = log.runs
  if (run === undefined) throw new Error('There is no run.')
  expect(run.invocations?.[0]).toMatchObject({ exitCode: code, executionSuccessful: code !== 2 })
  expectWhatCodeHostsAsk(run)
  return { code, run, results: run.results ?? [] }
}

/** What the schema leaves open and GitHub's code scanning refuses or shows badly. */
function expectWhatCodeHostsAsk({ tool, results = [] }: Run): void {
  const { rules = [] } = tool.driver
  for (const { id, shortDescription, fullDescription, help, properties } of rules) {
    expect(id.length).toBeLessThan(256)
    expect(shortDescription?.text.length).toBeLessThanOrEqual(1024)
    expect(fullDescription?.text.length).toBeLessThanOrEqual(1024)
    expect(help?.text.length).toBeGreaterThan(0)
    expect(help?.markdown?.length).toBeGreaterThan(0)
    expect(properties?.tags?.length).toBeLessThanOrEqual(20)
  }
  expect(results.length).toBeLessThan(25_000)
  for (const result of results) expectShowable(result, rules)
  const prints = results.map(
    (one) => `${uriOf(one)} ${one.partialFingerprints?.['loadbearing/v1']}`,
  )
  expect(new Set(prints).size).toBe(prints.length)
}

function expectShowable(result: Result, rules: readonly { readonly id: string }[]): void {
  expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId)
  expect(result.locations).toHaveLength(1)
  expect(uriOf(result)).not.toMatch(/^[/\\]|[\s\\]/)
  expect(regionOf(result)?.startLine).toBeGreaterThan(0)
}

function uriOf({ locations }: Result) {
  return locations?.[0]?.physicalLocation?.artifactLocation?.uri
}

function regionOf({ locations }: Result) {
  return locations?.[0]?.physicalLocation?.region
}

function notificationsOf({ invocations }: Run) {
  return invocations?.[0]?.toolExecutionNotifications ?? []
}

const faulty = `---
peakQps: 300
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x2] --> db[(PostgreSQL)]
`

describe('the SARIF of a check', () => {
  it('says that a calm design was judged and nothing found', async () => {
    const calm = 'flowchart LR\n  web[Browser] --> lb[Load balancer x2] --> api[API x2]\n'
    const { code, run, results } = await judge('--no-config', desk.write('calm.mmd', calm))
    expect(code).toBe(0)
    expect(results).toEqual([])
    expect(run.tool.driver.rules?.length).toBeGreaterThan(100)
  })

  it('leads to the line of the component that a finding is about', async () => {
    const { code, results } = await judge('--no-config', desk.write('faulty.mmd', faulty))
    expect(code).toBe(1)
    const found = results.find(({ ruleId }) => ruleId === 'rel-spof-data')
    expect(found).toMatchObject({ level: 'error', kind: 'fail' })
    expect(found?.locations?.[0]).toEqual({
      physicalLocation: {
        artifactLocation: { uri: 'faulty.mmd', uriBaseId: '%SRCROOT%' },
        region: { startLine: 6 },
      },
      logicalLocations: [{ name: 'db', kind: 'element' }],
    })
  })

  it('leads to the section where a finding is about words', async () => {
    const text = `---\naverageQps: 3,000\npeakQps: 900\n---\n# Catalogue\n\`\`\`mermaid\nflowchart LR
  web[Browser] --> api[Catalogue x2] --> db[(PostgreSQL + standby)]\n\`\`\`\n
## Functional requirements\n- People read.\n\n## Estimates\n- Storage: 2 TB\n`
    const { results } = await judge('--no-config', desk.write('words.md', text))
    const odd = results.find(({ ruleId }) => ruleId === 'est-peak-factor-odd')
    expect(odd && regionOf(odd)).toEqual({ startLine: 14 })
    expect(odd?.locations?.[0]?.logicalLocations).toBeUndefined()
  })

  it('tells apart what was accepted by the policy', async () => {
    const waivers = [{ rule: 'rel-spof-data', components: ['db'], reason: 'A copy comes.' }]
    const rules = { 'rel-backup-missing': 'error', 'hl-sync-cycle': 'off', 'none-such': 'off' }
    const config = desk.write('waived/policy.json', JSON.stringify({ waivers, rules }))
    const { run, results } = await judge('--config', config, desk.write('waived/a.mmd', faulty))
    expect(results.find(({ ruleId }) => ruleId === 'rel-spof-data')?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'A copy comes.' },
    ])
    const configured = run.tool.driver.rules?.filter((rule) => rule.defaultConfiguration)
    expect(configured?.map(({ id, defaultConfiguration: own }) => [id, own])).toEqual([
      ['hl-sync-cycle', { enabled: false }],
      ['rel-backup-missing', { level: 'error' }],
    ])
    const [said] = run.invocations?.[0]?.toolConfigurationNotifications ?? []
    expect(said?.message.text).toContain('none-such')
  })

  it('shows what a decision answered as information', async () => {
    const text = `# Orders\n\`\`\`mermaid\n${faulty.split('---\n')[2]}\`\`\`\n
## Decisions\n- Storage: one PostgreSQL over a standby because a day without orders is accepted\n`
    const { results } = await judge('--no-config', desk.write('decided.md', text))
    const decided = results.filter(({ kind }) => kind === 'informational')
    expect(decided).toContainEqual(
      expect.objectContaining({ ruleId: 'rel-backup-missing', level: 'none' }),
    )
  })

  it('names files that could not be judged, with their place, beside those that were', async () => {
    desk.write('mixed/a.mmd', 'flowchart LR\n  web[Browser --> api\n')
    desk.write('mixed/b.mmd', faulty)
    const { code, run, results } = await judge('--no-config', 'mixed/*.mmd', 'mixed/none.md')
    expect(code).toBe(2)
    expect(new Set(results.map(uriOf))).toEqual(new Set(['mixed/b.mmd']))
    const places = notificationsOf(run).map(({ locations }) => locations?.[0]?.physicalLocation)
    expect(places.map((place) => [place?.artifactLocation?.uri, place?.region?.startLine])).toEqual(
      [
        ['mixed/a.mmd', 2],
        ['mixed/none.md', 1],
      ],
    )
  })

  it('carries the rules of a pack, and names one that broke', async () => {
    const common = `category: 'high-level', why: 'w', fix: 'f', question: 'q?',
      examples: { bad: [], good: [] }`
    desk.write(
      'pack/own.mjs',
      `export default [
      { id: 'own-seen', title: 'Own', ${common}, check: () => [
        { subject: ['db'], severity: 'warning', message: 'Saw it.', evidence: {} }] },
      { id: 'own-broken', title: 'Own', ${common}, check() { throw new Error('ouch') } }]`,
    )
    const config = desk.write('pack/policy.json', JSON.stringify({ packs: ['own.mjs'] }))
    const { code, run, results } = await judge('--config', config, desk.write('p.mmd', faulty))
    expect(code).toBe(2)
    expect(results.map(({ ruleId }) => ruleId)).toContain('own-seen')
    const broken = notificationsOf(run).find(({ associatedRule }) => associatedRule)
    expect(broken?.associatedRule?.id).toBe('own-broken')
    expect(broken?.message.text).toContain('ouch')
  })

  it.each([
    ['team docs/größe & co #1.mmd', 'team%20docs/gr%C3%B6%C3%9Fe%20%26%20co%20%231.mmd'],
    ['100%/[a]{b}.mmd', '100%25/%5Ba%5D%7Bb%7D.mmd'],
  ])('writes the path %s as a reference', async (path, uri) => {
    desk.write(path, faulty)
    const { results } = await judge('--no-config', path)
    expect(new Set(results.map(uriOf))).toEqual(new Set([uri]))
  })

  it('takes paths as Windows writes them', async () => {
    desk.write('win/docs/a.mmd', faulty)
    const { results } = await judge('--no-config', String.raw`win\docs\a.mmd`)
    expect(new Set(results.map(uriOf))).toEqual(new Set(['win/docs/a.mmd']))
  })

  it('judges standard input', async () => {
    const { out } = await desk.run(['check', '--format', 'sarif', '--no-config', '-'], faulty)
    expect(logOf(out).runs[0]?.results?.map(uriOf)).toContain('stdin')
  })
})
