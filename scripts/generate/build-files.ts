/** Everything that is generated, as text by path from the root; nothing is written here. */
import { format, resolveConfig } from 'prettier'
import { join } from 'node:path'
import { kindsPage } from './kinds-page.ts'
import { listModules } from './list-modules.ts'
import { loadKinds, loadRules, loadScenarios } from './load-things.ts'
import { paletteFile } from './palette-file.ts'
import { printRegistry } from './print-registry.ts'
import { rulesPage } from './rules-page.ts'
import { scenariosPage } from './scenarios-page.ts'

export async function buildFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const kinds = await loadKinds(root)
  const rules = await loadRules(root)
  const scenarios = await loadScenarios(root)
  const texts: Readonly<Record<string, string>> = {
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
    'docs/kinds.md': kindsPage(kinds),
    'docs/rules.md': rulesPage(rules),
    'docs/scenarios.md': scenariosPage(scenarios),
  }
  const style = await resolveConfig(join(root, 'package.json'))
  const files = new Map<string, string>()
  for (const [path, text] of Object.entries(texts)) {
    files.set(path, await format(text, { ...style, filepath: path }))
  }
  return files
}
