/**
 * Everything that is generated, as text by path from the root; nothing is written here. In two steps,
 * since what the pages are made of needs the registries to be loaded.
 */
import { format, resolveConfig } from 'prettier'
import { join } from 'node:path'
import { kindsPage } from './kinds-page.ts'
import { listModules } from './list-modules.ts'
import { loadKinds, loadRules, loadScenarios } from './load-things.ts'
import { paletteFile } from './palette-file.ts'
import { printRegistry } from './print-registry.ts'
import { rulesPage } from './rules-page.ts'
import { scenariosPage } from './scenarios-page.ts'

type Files = ReadonlyMap<string, string>

/** In this order: each step needs what the one before it has written. */
export const steps: readonly ((root: string) => Promise<Files>)[] = [buildRegistries, buildPages]

async function buildRegistries(root: string): Promise<Files> {
  const kinds = await loadKinds(root)
  const scenarios = await loadScenarios(root)
  return formatted(root, {
    'shared/kinds/index.ts': printRegistry({
      type: 'Kind',
      typeFrom: './define-kind.ts',
      list: 'kinds',
      about: 'Every kind, by group and the order within it.',
      ids: kinds.map((kind) => kind.id),
    }),
    'shared/kinds/palette.ts': paletteFile(kinds),
    'shared/checker/rules/index.ts': printRegistry({
      type: 'Rule',
      typeFrom: '../define-rule.ts',
      list: 'rules',
      about: 'Every rule, by id.',
      ids: await listModules(root, 'shared/checker/rules'),
    }),
    'shared/scenarios/index.ts': printRegistry({
      type: 'Scenario',
      typeFrom: './define-scenario.ts',
      list: 'scenarios',
      about: 'Every scenario, easy ones first.',
      ids: scenarios.map((scenario) => scenario.id),
    }),
  })
}

async function buildPages(root: string): Promise<Files> {
  return formatted(root, {
    'docs/kinds.md': kindsPage(await loadKinds(root)),
    'docs/rules.md': rulesPage(await loadRules(root)),
    'docs/scenarios.md': scenariosPage(await loadScenarios(root)),
  })
}

async function formatted(root: string, texts: Readonly<Record<string, string>>): Promise<Files> {
  const style = await resolveConfig(join(root, 'package.json'))
  const files = new Map<string, string>()
  for (const [path, text] of Object.entries(texts)) {
    files.set(path, await format(text, { ...style, filepath: path }))
  }
  return files
}
