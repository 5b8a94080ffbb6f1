import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scenarios } from '#shared/scenarios/index.ts'
import { copyProject, type ProjectCopy } from './testing/copy-project.ts'

const generated = [
  'shared/kinds/index.ts',
  'shared/kinds/palette.ts',
  'shared/checker/rules/index.ts',
  'shared/scenarios/index.ts',
  'docs/kinds.md',
  'docs/rules.md',
  'docs/scenarios.md',
]

let project: ProjectCopy

beforeAll(async () => {
  project = await copyProject()
  await project.run('scripts/gen.ts')
})
afterAll(() => project.remove())

describe('npm run gen', () => {
  it('finds nothing to do right after it ran', async () => {
    expect(await project.run('scripts/gen.ts')).toEqual({ code: 0, output: '' })
    expect(await project.run('scripts/gen.ts', '--check')).toEqual({ code: 0, output: '' })
  })

  it('names every stale file when it only checks, and writes none', async () => {
    await appendFile(join(project.folder, 'docs/kinds.md'), 'edited by hand\n')
    await rm(join(project.folder, 'docs/rules.md'))
    const { code, output } = await project.run('scripts/gen.ts', '--check')
    expect(code).toBe(1)
    const named = generated.filter((path) => output.includes(path))
    expect(named).toEqual(['docs/kinds.md', 'docs/rules.md'])
    expect(await read('docs/kinds.md')).toMatch(/edited by hand\n$/)
  })

  it('makes the same files again, byte for byte, from nothing', async () => {
    await project.run('scripts/gen.ts')
    const before = await Promise.all(generated.map(read))
    for (const path of generated) await rm(join(project.folder, path))
    const { code } = await project.run('scripts/gen.ts')
    expect(code).toBe(0)
    expect(await Promise.all(generated.map(read))).toEqual(before)
  })

  it('refuses a definition whose id is not the name of its file', async () => {
    const text = (await read('shared/kinds/cache.ts')).replace("id: 'cache'", "id: 'cash'")
    const path = join(project.folder, 'shared/kinds/cache-copy.ts')
    await writeFile(path, text)
    const { code, output } = await project.run('scripts/gen.ts')
    await rm(path)
    expect(code).not.toBe(0)
    expect(output).toContain('shared/kinds/cache-copy.ts has the id "cash"')
  })

  it('puts nothing of the hidden part of a scenario on a page', async () => {
    const page = squeeze(await read('docs/scenarios.md'))
    const shown = scenarios.map((scenario) => squeeze(scenario.prompt))
    expect(shown.filter((prompt) => !page.includes(prompt))).toEqual([])
    const hidden = scenarios.flatMap(({ hidden }) => [
      ...hidden.expected,
      ...hidden.followUps,
      ...hidden.pitfalls,
      ...hidden.numbers.map((number) => number.answer),
      ...hidden.curveballs.map((curveball) => curveball.change),
    ])
    expect(hidden.filter((text) => page.includes(squeeze(text)))).toEqual([])
  })
})

function read(path: string): Promise<string> {
  return readFile(join(project.folder, path), 'utf8')
}

/** Without the marks that Markdown adds. */
function squeeze(text: string): string {
  return text.replace(/[\\>\s]+/g, ' ').trim()
}
