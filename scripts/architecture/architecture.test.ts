import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findViolations } from './find-violations.ts'
import { readImports, specifiersOf, type ImportGraph } from './read-imports.ts'
import * as table from './table.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('this repository keeps its own architecture', () => {
  expect(findViolations(readImports(root), table)).toEqual([])
})

/** Files with the targets that they import. */
type Files = Readonly<Record<string, readonly string[]>>

function violationsOf(files: Files): string[] {
  const graph: ImportGraph = new Map(
    Object.entries(files).map(([file, targets]) => [
      file,
      targets.map((target) => ({ specifier: target, target })),
    ]),
  )
  return findViolations(graph, table).filter((text) => !text.includes('reached from no entry'))
}

const broken: readonly (readonly [string, Files, string])[] = [
  [
    'shared uses the server',
    { 'shared/design/a.ts': ['server/app.ts'], 'server/app.ts': [] },
    'shared design may not use server app',
  ],
  [
    'shared uses a platform',
    { 'shared/design/a.ts': ['node:fs'] },
    'shared design may not use this package',
  ],
  [
    'a kind uses a judge',
    { 'shared/kinds/a.ts': ['shared/checker/b.ts'], 'shared/checker/b.ts': [] },
    'shared kinds may not use shared judges',
  ],
  [
    'the client uses a scenario',
    { 'client/app/a.tsx': ['shared/scenarios/chat.ts'], 'shared/scenarios/chat.ts': [] },
    'client app may not use shared scenarios',
  ],
  [
    'the client reaches a scenario through others',
    {
      'client/main.tsx': ['client/app/a.tsx'],
      'client/app/a.tsx': ['shared/checker/b.ts'],
      'shared/checker/b.ts': ['shared/scenarios/chat.ts'],
      'shared/scenarios/chat.ts': [],
    },
    'client/main.tsx → client/app/a.tsx → shared/checker/b.ts → shared/scenarios/chat.ts',
  ],
  [
    'a feature uses another feature',
    {
      'client/features/share/a.tsx': ['client/features/check/b.tsx'],
      'client/features/check/b.tsx': [],
    },
    'a feature never imports another feature',
  ],
  [
    'a feature goes around the canvas',
    { 'client/features/comments/a.tsx': ['tldraw'] },
    'client features may not use this package',
  ],
  [
    'a service knows express',
    { 'server/services/a.ts': ['express'] },
    'server services may not use this package',
  ],
  [
    'a route knows the database',
    { 'server/http/a.ts': ['server/storage/b.ts'], 'server/storage/b.ts': [] },
    'server http may not use server storage',
  ],
  [
    'the server reaches the editor',
    { 'server/app.ts': ['shared/design/a.ts'], 'shared/design/a.ts': ['@tldraw/editor'] },
    'the server starts without an editor',
  ],
  [
    'two files import each other',
    { 'shared/design/a.ts': ['shared/design/b.ts'], 'shared/design/b.ts': ['shared/design/a.ts'] },
    'import cycle: shared/design/a.ts → shared/design/b.ts → shared/design/a.ts',
  ],
]

test.each(broken)('reports that %s', (_name, files, expected) => {
  expect(violationsOf(files).join('\n')).toContain(expected)
})

test('reports a file that nothing uses', () => {
  const graph: ImportGraph = new Map([['shared/design/lonely.ts', []]])
  expect(findViolations(graph, table).join()).toContain(
    'shared/design/lonely.ts is reached from no entry',
  )
})

test('reports a file that belongs to no layer', () => {
  const graph: ImportGraph = new Map([['shared/drawer/odd.ts', []]])
  expect(findViolations(graph, table).join()).toContain('belongs to no layer')
})

test('finds every form of import', () => {
  const text = `
    import a from 'one'
    import type { B } from 'two'
    export { c } from 'three'
    export * from 'four'
    const d = await import('five')
    import 'six'
    new Worker(new URL('./find-violations.ts', import.meta.url), { type: 'module' })
  `
  expect(specifiersOf('a.ts', text).sort()).toEqual([
    './find-violations.ts',
    'five',
    'four',
    'one',
    'six',
    'three',
    'two',
  ])
})

test('sees through aliases, extensions and indirection on a real tree', () => {
  const folder = mkdtempSync(join(tmpdir(), 'architecture-'))
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  for (const name of ['shared', 'server', 'client', 'e2e', 'scripts']) mkdirSync(join(folder, name))
  write('package.json', '{ "type": "module", "imports": { "#shared/*": "./shared/*" } }')
  write('client/app/page.tsx', "export const page = () => import('#shared/scenarios/chat.ts')")
  write('shared/scenarios/chat.ts', 'export default 1')
  const graph = readImports(folder)
  rmSync(folder, { recursive: true })
  expect(graph.get('client/app/page.tsx')).toEqual([
    { specifier: '#shared/scenarios/chat.ts', target: 'shared/scenarios/chat.ts' },
  ])
})
