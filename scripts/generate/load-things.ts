/**
 * Loads the definitions themselves, in the order that registries and pages show them. The registries
 * cannot be asked: they are what is being made.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Rule } from '#shared/checker/define-rule.ts'
import { kindGroups, type Kind } from '#shared/kinds/define-kind.ts'
import { difficulties, type Scenario } from '#shared/scenarios/define-scenario.ts'
import { listModules } from './list-modules.ts'

export async function loadKinds(root: string): Promise<readonly Kind[]> {
  const groups = Object.keys(kindGroups)
  const kinds = await loadAll<Kind>(root, 'shared/kinds')
  return kinds.sort(
    (a, b) =>
      groups.indexOf(a.group) - groups.indexOf(b.group) ||
      a.order - b.order ||
      compare(a.title, b.title),
  )
}

export async function loadRules(root: string): Promise<readonly Rule[]> {
  return loadAll<Rule>(root, 'shared/checker/rules')
}

export async function loadScenarios(root: string): Promise<readonly Scenario[]> {
  const scenarios = await loadAll<Scenario>(root, 'shared/scenarios')
  return scenarios.sort(
    (a, b) =>
      difficulties.indexOf(a.difficulty) - difficulties.indexOf(b.difficulty) ||
      compare(a.id, b.id),
  )
}

/** An id that differs from its file's name would make the registry and the boards disagree. */
async function loadAll<Thing extends { readonly id: string }>(
  root: string,
  folder: string,
): Promise<Thing[]> {
  const things: Thing[] = []
  for (const id of await listModules(root, folder)) {
    const url = pathToFileURL(join(root, folder, `${id}.ts`)).href
    // The folder's own contract test holds each definition to its type.
    const loaded = (await import(url)) as { readonly default: Thing }
    if (loaded.default.id !== id)
      throw new Error(`${folder}/${id}.ts has the id "${loaded.default.id}".`)
    things.push(loaded.default)
  }
  return things
}

/** By code unit, so that the order is the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
