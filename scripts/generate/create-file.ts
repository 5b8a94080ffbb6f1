/** Writes a new rule, kind or scenario from its template, or says in a sentence why it does not. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { kindTemplate } from '../templates/kind-template.ts'
import { ruleTemplate } from '../templates/rule-template.ts'
import { scenarioTemplate } from '../templates/scenario-template.ts'

interface Thing {
  readonly folder: string
  readonly example: string
  readonly template: (id: string, title: string) => string
}

const things: Readonly<Record<string, Thing>> = {
  rule: { folder: 'shared/checker/rules', example: 'rel-retry-storm', template: ruleTemplate },
  kind: { folder: 'shared/kinds', example: 'vector-db', template: kindTemplate },
  scenario: { folder: 'shared/scenarios', example: 'ride-sharing', template: scenarioTemplate },
}

export const usage = 'Use it like this: npm run new -- rule|kind|scenario <id>'

/** What was asked for cannot be done; its message is for the person who asked. */
export class RefusedError extends Error {}

/** The path of the written file, from the root. Throws `RefusedError` and writes nothing otherwise. */
export async function createFile(root: string, args: readonly string[]): Promise<string> {
  const [what = '', id = '', ...rest] = args
  const thing = Object.hasOwn(things, what) ? things[what] : undefined
  if (thing === undefined || id === '' || rest.length > 0) throw new RefusedError(usage)
  refuseBadId(what, id, thing)
  const path = `${thing.folder}/${id}.ts`
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeNew(join(root, path), path, thing.template(id, titleOf(id)))
  return path
}

/** Names of modules that are no registry entries, so that a new file never stands in their way. */
const taken = /^(index|palette|(define|find|generic)-.*|(node|edge|call)-properties|edit-distance)$/

function refuseBadId(what: string, id: string, { example }: Thing): void {
  const isPlain = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) && id.length <= 40
  if (isPlain && !taken.test(id)) return
  const reason = isPlain
    ? 'is the name of a file that every registry needs'
    : 'is not an id: use lower-case words with hyphens, 40 characters at most'
  throw new RefusedError(`"${id}" ${reason}. An id of a ${what} looks like "${example}".`)
}

async function writeNew(file: string, path: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new RefusedError(`${path} exists already; choose another id or edit that file.`)
  }
}

/** `vector-db` → `Vector db`: a beginning. */
function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
