import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sampleRecords } from '#shared/design/testing/sample-board.ts'
import { printBoardJson } from '#shared/exchange/board-json.ts'
import { createDesk } from './testing/run-cli.ts'

const { folder, write, run, clear } = createDesk()
afterAll(clear)

const faulty = `---
peakQps: 300
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x2] --> db[(PostgreSQL)]
`
const calm = `flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]
`
const broken = 'flowchart LR\n  web[Browser --> api\n'

const report = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      score: z.number().nullable(),
      notJudged: z.array(z.string()),
      findings: z.array(z.object({ id: z.string(), rule: z.string(), nodes: z.array(z.string()) })),
      problems: z.array(z.object({ line: z.number(), message: z.string() })),
    }),
  ),
})

describe('loadbearing check', () => {
  it('says what was found and where, and fails on an error', async () => {
    const { code, out } = await run(['check', write('orders/faulty.mmd', faulty)])
    expect(code).toBe(1)
    expect(out).toContain('orders/faulty.mmd')
    expect(out).toMatch(/error {2}“PostgreSQL” is the only copy .*\(line 6\) {2}rel-spof-data/)
    expect(out).not.toContain('\u001B')
  })

  it('is content with a calm design, and says once what it did not judge', async () => {
    const { code, out } = await run(['check', write('calm.mmd', calm)])
    expect(code).toBe(0)
    expect(out.match(/Not judged/g)).toHaveLength(1)
  })

  it('answers programs with ids that stay, by pattern and from standard input', async () => {
    write('docs/a.md', `# A\n\n\`\`\`mermaid\n${calm}\`\`\`\n`)
    write('docs/deep/b.mmd', faulty)
    const args = ['check', '--format', 'json', '--fail-on', 'never', 'docs/**/*.{md,mmd}', '-']
    const { code, out } = await run(args, faulty)
    expect(code).toBe(0)
    const { files } = report.parse(JSON.parse(out))
    expect(files.map(({ file }) => file)).toEqual(['docs/a.md', 'docs/deep/b.mmd', '<stdin>'])
    const ids = files.map(
      ({ findings }) => findings.find((one) => one.rule === 'rel-spof-data')?.id,
    )
    expect(ids[1]).toBe(ids[2])
    expect(files[2]?.findings.find((one) => one.rule === 'rel-spof-data')?.nodes).toEqual(['db'])
  })

  it('judges the rest when a file cannot be read, and ends with 2', async () => {
    write('mixed/a.mmd', broken)
    write('mixed/b.mmd', faulty)
    const { code, out } = await run(['check', '--format', 'json', 'mixed/*', 'mixed/none.md'])
    expect(code).toBe(2)
    const { files } = report.parse(JSON.parse(out))
    expect(files.map(({ problems }) => problems.length)).toEqual([1, 0, 1])
    expect(files[0]?.problems[0]?.line).toBe(2)
    expect(files[1]?.findings).not.toEqual([])
    expect(files[2]?.problems[0]?.message).toContain('could not be read')
  })

  it('obeys the nearest policy and the rules that it brings', async () => {
    const pack = `export default [{
      id: 'own-no-browser', title: 'Own', category: 'high-level', why: 'w', fix: 'f', question: 'q?',
      examples: { bad: [], good: [] },
      check: ({ design }) => design.graph.nodes.slice(0, 1).map(({ id, label }) => (
        { subject: [id], severity: 'error', message: 'Saw ' + label, evidence: {} })),
    }]`
    write('team/rules/own.mjs', pack)
    const rules = { 'rel-spof-data': 'off', 'nonsense-rule': 'off' }
    write('team/loadbearing.config.json', JSON.stringify({ rules, packs: ['./rules/own.mjs'] }))
    write('team/faulty.mmd', faulty)
    const config = ['--config', 'team/loadbearing.config.json']
    const { out, said } = await run(['check', ...config, 'team/faulty.mmd'])
    expect(out).toContain('Saw Order service')
    expect(out).not.toContain('rel-spof-data')
    expect(said).toContain('nonsense-rule, which does not exist')
  })

  it('goes on when a rule of a pack breaks, and ends with 2', async () => {
    const pack = `export default [{ id: 'own-broken', title: 'Own', category: 'high-level', why: 'w',
      fix: 'f', question: 'q?', examples: { bad: [], good: [] }, check() { throw new Error('ouch') } }]`
    write('broken-pack/own.mjs', pack)
    const config = write('broken-pack/policy.json', JSON.stringify({ packs: ['own.mjs'] }))
    const { code, out } = await run(['check', '--config', config, write('c.mmd', faulty)])
    expect(code).toBe(2)
    expect(out).toContain('The rule own-broken broke: ouch')
    expect(out).toContain('rel-spof-data')
  })

  it.each([
    ['{ "rules": ', 'is not JSON'],
    ['{ "waivers": [{ "rule": "x", "reason": "" }] }', 'at waivers.0.reason: expects the reason'],
  ])('refuses the policy %s with a sentence', async (text, sentence) => {
    const config = write('policy.json', text)
    const { code, said } = await run(['check', '--config', config, write('calm.mmd', calm)])
    expect(code).toBe(2)
    expect(said).toContain(sentence)
    expect(said).not.toContain('    at ')
  })

  it.each([
    [['check'], 'check expects a file'],
    [['chekc'], 'There is no command "chekc"'],
    [['check', 'none/*.md'], 'No file matches none/*.md'],
    [['check', '--format', 'xml', 'a.md'], '--format expects one of text, json, sarif'],
    [['check', '--loud', 'a.md'], "Unknown option '--loud'"],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const { code, said } = await run(args)
    expect(code).toBe(2)
    expect(said).toContain(sentence)
    expect(said).not.toContain('    at ')
  })
})

describe('loadbearing convert', () => {
  it('writes a document that reads as the same design, and the same text again', async () => {
    const first = await run([
      'convert',
      '--to',
      'markdown',
      '--out',
      'x.md',
      write('x.mmd', faulty),
    ])
    expect(first).toEqual({ code: 0, out: '', said: '' })
    const again = await run(['convert', '--to', 'markdown', 'x.md'])
    expect(again.out).toBe(readFileSync(join(folder, 'x.md'), 'utf8'))
    const { out } = await run(['convert', '--to', 'mermaid', 'x.md'])
    expect(out).toMatch(/^flowchart LR\n/)
  })

  it('reads a board file, and keeps where things lie on its page', async () => {
    const board = { title: 'Orders', scenario: null, records: sampleRecords() }
    const file = write('board.json', printBoardJson(board))
    const { code, out } = await run(['convert', '--to', 'mermaid', file])
    expect(code).toBe(0)
    expect(out).toContain('20,40,160,80')
    expect((await run(['check', '--fail-on', 'never', file])).code).toBe(0)
  })

  it('writes nothing of a text that cannot be read', async () => {
    const { code, out, said } = await run(['convert', '--to', 'json', write('y.mmd', broken)])
    expect([code, out]).toEqual([2, ''])
    expect(said).toMatch(/^y\.mmd:2:\d+: /)
  })
})

describe('loadbearing diff', () => {
  const grown = calm.replace('[Order service]', '[Checkout x2]').concat('  api --> q[[Jobs]]\n')

  it('names what was renamed, changed and added, and ends with 1', async () => {
    const { code, out } = await run(['diff', write('d/a.mmd', calm), write('d/b.mmd', grown)])
    expect(code).toBe(1)
    expect(out).toMatch(/~ Checkout: .*renamed from “Order service”/)
    expect(out).toContain('+ Checkout → Jobs')
  })

  it('ends with 0 where only the words of the file differ', async () => {
    const spaced = calm.replaceAll(' --> ', '-->').replace('LR', 'TB')
    const { code, out } = await run(['diff', write('d/a.mmd', calm), '-'], spaced)
    expect([code, out]).toEqual([0, 'No structural difference.\n'])
  })

  it('answers programs, with what the judges find now and found before', async () => {
    const single = faulty.replace('lb[Load balancer x2]', 'lb[Load balancer x1]')
    const files = [write('d/f.mmd', faulty), write('d/g.mmd', single)]
    const { code, out } = await run(['diff', '--format', 'json', '--findings', ...files])
    expect(code).toBe(1)
    const { entries, findings } = difference.parse(JSON.parse(out))
    expect(entries.map(({ laterId }) => laterId)).toEqual(['lb'])
    expect(findings.appeared).toContainEqual(expect.objectContaining({ nodes: ['lb'] }))
  })

  it('writes Markdown', async () => {
    const files = [write('d/a.mmd', calm), write('d/b.mmd', grown)]
    const { out } = await run(['diff', '--format', 'markdown', ...files])
    expect(out).toMatch(/^### Components\n\n- \*\*/)
  })

  it.each([
    [['diff', 'a.mmd'], 'diff expects two files'],
    [['diff', 'none.mmd', 'none.mmd'], 'could not be read'],
    [['diff', '-', '-'], 'Only one of both'],
  ])('refuses %j with 2', async (args, sentence) => {
    const { code, out, said } = await run(args)
    expect([code, out]).toEqual([2, ''])
    expect(said).toContain(sentence)
  })
})

it('lists every rule, and shows one with its examples', async () => {
  const all = await run(['rules'])
  expect(all.out.split('\n').length).toBeGreaterThan(12)
  const one = await run(['rules', 'rel-spof-data'])
  expect(one.out).toContain('Not reported:')
  expect((await run(['rules', 'none'])).said).toBe('No rule is called none.\n')
})

const difference = z.object({
  entries: z.array(z.object({ laterId: z.string().optional() })),
  findings: z.object({ appeared: z.array(z.object({ nodes: z.array(z.string()) })) }),
})
