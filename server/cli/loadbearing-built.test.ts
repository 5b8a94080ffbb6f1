import { execFile } from 'node:child_process'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { policySchema } from '#shared/checker/policy.ts'
import type { BuiltChunk } from './testing/build-cli.ts'
import { createDesk, program, runNode, type Ran } from './testing/run-cli.ts'

const desk = createDesk()
afterAll(desk.clear)

let chunks: readonly BuiltChunk[] = []
beforeAll(async () => {
  chunks = await desk.build()
})

const run = (...args: readonly string[]) => desk.run(args)

/** A line of a shell, as a pipeline runs it. */
function runShell(line: string): Promise<Ran> {
  return new Promise((done) => {
    execFile('bash', ['-e', '-c', line], { cwd: desk.folder }, (error, out, said) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, said })
    })
  })
}

/** The folder `docs` of somebody's repository: the examples, or one of them. */
function putDocs(name = ''): void {
  const docs = join(desk.folder, 'docs')
  rmSync(docs, { recursive: true, force: true })
  cpSync(resolve('docs/examples', name), join(docs, name), { recursive: true })
}

const readme = readFileSync('README.md', 'utf8')
const blocks = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
  language: language ?? '',
  text: text ?? '',
}))

const report = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      score: z.number(),
      findings: z.array(z.object({ rule: z.string(), severity: z.string() })),
    }),
  ),
})

describe('the built command line', () => {
  it('starts within a second, all rules included', async () => {
    // Time on the processor, since a busy machine keeps any program waiting.
    const tell = `process.on('exit', () => console.error(process.cpuUsage().user + process.cpuUsage().system))`
    const argv = ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, program, 'rules']
    const times: number[] = []
    for (let i = 0; i < 3; i += 1) {
      const { code, said } = await runNode(argv, { cwd: desk.folder })
      expect([code, Number(said) > 0]).toEqual([0, true])
      times.push(Number(said) / 1000)
    }
    expect(Math.min(...times)).toBeLessThan(1000)
  })

  it('brings neither React nor an editor along, and the schema of the canvas for boards alone', () => {
    expect(packagesFrom('loadbearing.js', { isLazy: true })).toEqual(
      expect.arrayContaining(['yaml', 'zod', '@tldraw/tlschema']),
    )
    for (const name of packagesFrom('loadbearing.js', { isLazy: true })) {
      expect(name).not.toMatch(/^react|^tldraw$|^@tldraw\/(?:editor|assets)|^(?:ws|express|yjs)$/)
    }
    for (const name of packagesFrom('loadbearing.js', { isLazy: false })) {
      expect(name).not.toMatch(/tldraw/)
    }
  })

  it('finds nothing to warn of in the examples', async () => {
    putDocs()
    const { code, out } = await run(
      ...'check --fail-on warning --format json docs/*.{md,mmd}'.split(' '),
    )
    expect(code).toBe(0)
    const { files } = report.parse(JSON.parse(out))
    expect(files.length).toBeGreaterThanOrEqual(5)
    expect(files.filter(({ score }) => score < 95)).toEqual([])
  })

  it('finds the faults of the one that has them', async () => {
    putDocs('faulty/flash-sale.md')
    const { code, out } = await run('check', '--format', 'json', 'docs/**/*.md')
    expect(code).toBe(1)
    const [file] = report.parse(JSON.parse(out)).files
    const errors = file?.findings.filter(({ severity }) => severity === 'error')
    expect(errors?.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining([
        'rel-spof-data',
        'rel-spof-stateless',
        'scale-queue-without-consumer',
        'sec-auth-missing',
      ]),
    )
  })

  /** Packages that a chunk imports, by itself and through others. */
  function packagesFrom(file: string, { isLazy }: { readonly isLazy: boolean }): string[] {
    const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
    const seen = new Set([file])
    for (const name of seen) {
      const chunk = byName.get(name)
      const next = [...(chunk?.imports ?? []), ...(isLazy ? (chunk?.dynamicImports ?? []) : [])]
      for (const imported of next) seen.add(imported)
    }
    expect(byName.has(file)).toBe(true)
    return [...seen].filter((name) => !byName.has(name) && !name.startsWith('node:'))
  }
})

describe('what the README shows of the command line', () => {
  const workflow = z.object({
    jobs: z.object({
      designs: z.object({
        steps: z.array(
          z.object({
            run: z.string().optional(),
            uses: z.string().optional(),
            if: z.string().optional(),
            'working-directory': z.string().optional(),
            with: z.record(z.string(), z.string()).optional(),
          }),
        ),
      }),
    }),
  })
  const { steps } = workflow.parse(
    parse(blocks.find(({ text }) => text.startsWith('jobs:'))?.text ?? ''),
  ).jobs.designs
  const check = steps.find((step) => step.run?.includes('check') === true)?.run ?? ''
  const upload = steps.find((step) => step.uses?.includes('upload-sarif') === true)
  const sarif = z.object({ runs: z.tuple([z.object({ results: z.array(z.unknown()) })]) })

  function resultsOf(file: string): readonly unknown[] {
    const log: unknown = JSON.parse(readFileSync(join(desk.folder, file), 'utf8'))
    return sarif.parse(log).runs[0].results
  }

  it('is a workflow that passes over good designs', async () => {
    putDocs()
    rmSync(join(desk.folder, 'docs/faulty'), { recursive: true })
    expect(await runShell(check)).toMatchObject({ code: 0, said: '' })
    expect(resultsOf(upload?.with?.['sarif_file'] ?? '').length).toBeLessThan(5)
  })

  it('is a workflow that fails for a faulty one, and uploads what was found all the same', async () => {
    putDocs()
    expect(await runShell(check)).toMatchObject({ code: 1 })
    expect(upload?.if).toBe('always()')
    expect(resultsOf(upload?.with?.['sarif_file'] ?? '').length).toBeGreaterThan(5)
  })

  it('is a workflow whose other steps exist here', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync('package.json', 'utf8')))
    const build = steps.find((step) => step['working-directory'] !== undefined)
    const checkout = steps.find((step) => step.with?.['path'] !== undefined)
    expect(build?.['working-directory']).toBe(checkout?.with?.['path'])
    expect(Object.keys(scripts)).toContain(/npm run (\w+)/.exec(build?.run ?? '')?.[1])
  })

  it('is a policy that is one', () => {
    const text = blocks.find(({ language }) => language === 'json')?.text ?? ''
    expect(policySchema.parse(JSON.parse(text)).packs).toHaveLength(1)
  })

  it('is commands that do what stands beside them', async () => {
    putDocs()
    const document = resolve('docs/examples/help-desk.md')
    for (const name of ['docs/orders.md', 'old.md']) cpSync(document, join(desk.folder, name))
    desk.write('new.md', readFileSync(document, 'utf8').replace('Desk service x2', 'Desk service'))
    const shown = blocks.find(({ text }) => text.includes('npx loadbearing'))?.text ?? ''
    const lines = shown.split('\n').filter((line) => line.startsWith('npx loadbearing'))
    const codes: Record<string, number> = {}
    for (const line of lines) {
      const command = line.replace('npx loadbearing', `node ${program}`)
      const { code, out, said } = await runShell(command)
      expect([said, out === '']).toEqual(['', false])
      codes[line.replace(/^npx loadbearing |\s+#.*$/g, '')] = code
    }
    expect(codes).toEqual({
      'check "docs/**/*.md"': 1,
      'check --format sarif docs/*.mmd': 0,
      'convert --to mermaid docs/orders.md': 0,
      'rules rel-spof-data': 0,
      'diff --findings old.md new.md': 1,
    })
  })
})
