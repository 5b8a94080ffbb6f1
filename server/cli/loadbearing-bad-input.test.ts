import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createDesk } from './testing/run-cli.ts'

const desk = createDesk()
afterAll(desk.clear)

const report = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      score: z.number().nullable(),
      findings: z.array(z.object({ rule: z.string() })),
      failures: z.array(z.object({ rule: z.string(), message: z.string() })),
      problems: z.array(
        z.object({ severity: z.string(), line: z.number(), message: z.string().min(1) }),
      ),
    }),
  ),
})
type Judged = z.infer<typeof report>['files'][number]

const flow = 'flowchart LR\n  web[Browser] --> api[API x2] --> db[(PostgreSQL)]\n'
const block = `\`\`\`mermaid\n${flow}\`\`\`\n`
const count = <T>(most: number, make: (i: number) => T) =>
  Array.from({ length: most }, (_, i) => make(i))

async function judge(...args: readonly string[]) {
  const { code, out, said } = await desk.run(['check', '--format', 'json', ...args])
  return { code, said, files: report.parse(JSON.parse(out)).files }
}

/** Files that cannot be judged: line and part of the message of their one problem. */
const unjudged: Readonly<Record<string, readonly [string | Uint8Array, number, RegExp]>> = {
  'a-million-arrows-written.mmd': [
    `flowchart LR\n${'  a --> b\n'.repeat(1_000_000)}`,
    1,
    /too large: 10,000,013 characters.*Split it/,
  ],
  'a-million-arrows-crossed.mmd': [
    `flowchart LR\n  ${count(1000, (i) => `a${i}`).join(' & ')} --> ${count(1000, (i) => `b${i}`).join(' & ')}\n`,
    1,
    /more than 10,000 arrows.*Split it/,
  ],
  'a-million-arrows-spread.mmd': [
    `flowchart LR\n${count(2, (g) => `  subgraph g${g}\n${count(1000, (i) => `    n${g}x${i}\n`).join('')}  end\n`).join('')}  g0 --> g1\n`,
    1,
    /more than 10,000 arrows.*Split it/,
  ],
  'a-thousand-levels.mmd': [
    `flowchart LR\n${count(1000, (i) => `subgraph s${i}\n`).join('')}a --> b\n${'end\n'.repeat(1000)}`,
    1,
    /more than 100 subgraphs within each other/,
  ],
  'facts-no-yaml.md': [
    `---\npeakQps: 5\ntags: [a\n---\n# A\n${block}`,
    3,
    /not valid YAML.*Expected/,
  ],
  'facts-list.md': [`---\n- a\n- b\n---\n# A\n${block}`, 2, /no fields: expected/],
  'facts-open.md': [`---\npeakQps: 5\n# A\n${block}`, 1, /never closed: expected/],
  'no-diagram.md': ['# A\n\nOnly words.\n', 1, /Expected a ```mermaid block/],
  'syntax.md': ['# A\n\n```mermaid\nflowchart LR\n  a[API --> b\n```\n', 5, /[Ee]xpected/],
  'binary.md': [Uint8Array.from(count(1024, (i) => i % 256)), 1, /no text but a binary file/],
  'empty.md': ['', 1, /it is empty/],
  'blank.md': ['\uFEFF\n \n', 1, /it is empty/],
  'other.json': ['{ "type": "excalidraw" }', 1, /a file of Excalidraw/],
  'cut.json': ['{ "format": ', 1, /not JSON.*Export the board again/],
}

/** Files that are judged all the same: line and part of the first note; no line, no note. */
const judged: Readonly<Record<string, readonly [string | Uint8Array, number?, RegExp?]>> = {
  'good-1.mmd': [flow],
  'byte-order-mark.md': [`\uFEFF---\npeakQps: 30\n---\n# A\n${block}`],
  'carriage-returns.md': [`---\npeakQps: 30\n---\n# A\n${block}`.replaceAll('\n', '\r\n')],
  'utf-16.md': [Buffer.from(`\uFEFF# A\n${block}`, 'utf16le')],
  'utf-16-be.md': [Buffer.from(`\uFEFF# A\n${block}`, 'utf16le').swap16()],
  'latin-1.md': [Buffer.from(`# A\n\nGröße\n${block}`, 'latin1'), 3, /not UTF-8.*Save/],
  'ten-thousand-arrows.mmd': [
    `flowchart LR\n${count(9_999, (i) => `  web[Browser] --> n${i}[Service ${i}]\n`).join('')}`,
  ],
  'circle.mmd': [
    'flowchart LR\n  subgraph a\n    b\n  end\n  subgraph b\n    a\n  end\n  x[API] --> y[(PostgreSQL)]\n',
    2,
    /hold each other.*Take one out/,
  ],
  'contradiction.md': [
    `---\naverageQps: 5000\npeakQps: 300\n---\n# A\n${block}`,
    3,
    /peakQps \(300\) lies below averageQps/,
  ],
  'ratio.md': [`---\nreadWriteRatio: 150%\n---\n# A\n${block}`, 2, /expects a ratio such as/],
  'share.md': [`# A\n${block}## Estimates\n- Reads: 150 %\n`, 7, /more than the whole/],
  'florps.md': [`---\npeakQps: 5 florps/s\n---\n# A\n${block}`, 2, /"florps\/s" is not a unit/],
  'negative.mmd': ['flowchart LR\n  web[Browser] --> api[API x-3]\n', 2, /below one.*such as x3/],
  'three.md': [
    `# A\n${block}\`\`\`mermaid\nsequenceDiagram\n  a->>b: x\n\`\`\`\n${block.replaceAll(/web|api|db/g, 'other$&')}`,
    7,
    /sequence diagram, which is left aside/,
  ],
  'z-last.mmd': [flow],
}

describe('a run over files of all sorts', () => {
  let code = 0
  let took = 0
  let files: ReadonlyMap<string, Judged> = new Map()

  beforeAll(async () => {
    for (const [name, [content]] of Object.entries({ ...unjudged, ...judged })) {
      desk.write(`all/${name}`, content)
    }
    desk.write('all/folder.md/inside.txt', 'x')
    symlinkSync('circle.md', join(desk.folder, 'all/circle.md'))
    const started = performance.now()
    const strange = ['all/folder.md', 'all/circle.md', 'all/missing.md']
    const run = await judge('--no-config', 'all/*.{md,mmd,json}', ...strange)
    took = performance.now() - started
    code = run.code
    files = new Map(run.files.map((file) => [file.file.replace('all/', ''), file]))
  }, 90_000)

  it('ends with 2, in a time that no single file can stretch', () => {
    expect(code).toBe(2)
    expect(took).toBeLessThan(60_000)
  })

  it.each(Object.entries(unjudged))('says of %s where and why', (name, [, line, message]) => {
    const file = files.get(name)
    expect(file).toMatchObject({ score: null, findings: [] })
    expect(file?.problems).toHaveLength(1)
    expect(file?.problems[0]).toMatchObject({ severity: 'error', line })
    expect(file?.problems[0]?.message).toMatch(message)
  })

  it.each([
    ['folder.md', /it is a folder.*"all\/folder.md\/\*\*\/\*.md"/],
    ['circle.md', /ELOOP/],
    ['missing.md', /there is no such file/],
  ])('says of %s why it could not be read', (name, message) => {
    expect(files.get(name)?.problems).toEqual([
      expect.objectContaining({ severity: 'error', line: 1 }),
    ])
    expect(files.get(name)?.problems[0]?.message).toMatch(message)
  })

  it.each(Object.entries(judged))('judges %s', (name, [, line, message = /^/]) => {
    const file = files.get(name)
    expect(file?.score).toBeGreaterThan(0)
    const notes = (file?.problems ?? []).slice(0, 1)
    expect(notes.map((note) => [note.severity, note.line])).toEqual(
      line === undefined ? [] : [['note', line]],
    )
    expect(notes.map((note) => note.message).join()).toMatch(message)
  })

  it('finds in every form of one text what it finds in the plain one', () => {
    const found = (name: string) => files.get(name)?.findings.map(({ rule }) => rule)
    expect(found('carriage-returns.md')).toEqual(found('byte-order-mark.md'))
    expect(found('utf-16.md')).toEqual(found('utf-16-be.md'))
    expect(found('z-last.mmd')).toContain('rel-spof-data')
  })
})

describe('a rule pack that breaks', () => {
  const rule = (id: string, check: string) =>
    `{ id: '${id}', title: 'Own', category: 'high-level', why: 'w', fix: 'f', question: 'q?',
      examples: { bad: [], good: [] },
      check: ${check} }`
  const observation = `{ subject: ['db'], severity: 'warning', message: 'Seen.', evidence: {} }`

  async function judgeWith(name: string, pack: string) {
    desk.write(`packs/${name}.mjs`, pack)
    const policy = JSON.stringify({ packs: [`${name}.mjs`] })
    const config = desk.write(`packs/${name}.json`, policy)
    const run = await judge('--config', config, desk.write('packs/a.mmd', flow))
    // Whatever a pack does, our own rules speak.
    expect(run.files[0]?.findings.map((finding) => finding.rule)).toContain('rel-spof-data')
    return run
  }

  it.each([
    ['throws', `const a = 1\nthrow new Error('ouch')`, /packs\/throws.mjs:2: .*loaded: ouch. Mend/],
    ['syntax', `export default [\n  {,\n]`, /packs\/syntax.mjs(?::\d)?: .*loaded: .*Mend/],
    ['missing', `import './none-such.mjs'`, /packs\/missing.mjs: .*loaded: .*none-such/],
    ['nothing', `export const rules = []`, /packs\/nothing.mjs: .*exports no list of rules/],
    ['partly', `export default [{ id: 'own' }]`, /packs\/partly.mjs: .* at 0.title: .*Mend/],
    ['twice', `export default [${rule('hl-sync-cycle', '() => []')}]`, /called hl-sync-cycle/],
  ])('at its loading (%s) is told with its place', async (name, pack, message) => {
    const { code, said } = await judgeWith(name, pack)
    expect(code).toBe(2)
    expect(said).toMatch(message)
    expect(said).not.toContain('    at ')
  })

  it('in its rules stops none of the others', async () => {
    const { code, files } = await judgeWith(
      'rules',
      `export default [
  ${rule('own-throws', `() => {\n throw new Error('ouch') }`)},
  ${rule('own-null', '() => null')},
  ${rule('own-half', `() => [{ subject: ['db'], severity: 'fatal' }]`)},
  ${rule('own-promise', `async () => [${observation}]`)},
  ${rule('own-loops', '() => { for (;;); }')},
  ${rule('own-good', `() => [${observation}]`)},
]`,
    )
    expect(code).toBe(2)
    expect(files[0]?.findings.map((finding) => finding.rule)).toContain('own-good')
    const told = new Map(files[0]?.failures.map((failure) => [failure.rule, failure.message]))
    expect(told.get('own-throws')).toMatch(/^ouch \(packs\/rules.mjs:5\)\. Mend it, or turn/)
    expect(told.get('own-null')).toMatch(/no list of observations/)
    expect(told.get('own-half')).toMatch(/at 0.severity/)
    expect(told.get('own-promise')).toMatch(/no list of observations/)
    expect(told.get('own-loops')).toMatch(/stopped after 5 seconds/)
    expect(told.size).toBe(5)
  })
})
