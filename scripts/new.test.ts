import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyProject, type ProjectCopy } from './testing/copy-project.ts'

let project: ProjectCopy

beforeAll(async () => {
  project = await copyProject()
})
afterAll(() => project.remove())

describe('npm run new', () => {
  it.each([
    ['kind', 'satellite-link', 'shared/kinds', 'docs/kinds.md'],
    ['rule', 'rel-retry-storm', 'shared/checker/rules', 'docs/rules.md'],
    ['scenario', 'ride-sharing-2', 'shared/scenarios', 'docs/scenarios.md'],
  ])('writes a %s that is listed at once', async (what, id, folder, page) => {
    const { code, output } = await project.run('scripts/new.ts', what, id)
    expect({ code, output }).toMatchObject({ code: 0 })
    expect(output).toContain(`wrote ${folder}/${id}.ts`)
    expect(await read(`${folder}/index.ts`)).toContain(`from './${id}.ts'`)
    expect(await read(page)).toContain(`\`${id}\``)
    expect(await project.run('scripts/gen.ts', '--check')).toEqual({ code: 0, output: '' })
  })

  it.each([
    [['kind', 'Vector_DB'], '"Vector_DB" is not an id'],
    [['kind', '../../escape'], '"../../escape" is not an id'],
    [['rule', 'a'.repeat(41)], 'is not an id'],
    [['kind', 'index'], 'is the name of a file that every registry needs'],
    [['kind', 'define-kind'], 'is the name of a file that every registry needs'],
    [['kind', 'cache'], 'shared/kinds/cache.ts exists already'],
    [['scenario', 'chat'], 'shared/scenarios/chat.ts exists already'],
    [['page', 'about'], 'Use it like this'],
    [['toString', 'about'], 'Use it like this'],
    [['kind'], 'Use it like this'],
    [[], 'Use it like this'],
    [['kind', 'one', 'two'], 'Use it like this'],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const before = await read('shared/kinds/cache.ts')
    const { code, output } = await project.run('scripts/new.ts', ...args)
    expect(code).toBe(1)
    expect(output).toContain(sentence)
    expect(output.trim().split('\n')).toHaveLength(1)
    expect(await read('shared/kinds/cache.ts')).toBe(before)
    await expect(access(join(project.folder, 'shared/escape.ts'))).rejects.toThrow('ENOENT')
  })
})

function read(path: string): Promise<string> {
  return readFile(join(project.folder, path), 'utf8')
}
