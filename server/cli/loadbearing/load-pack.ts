/** Loads a team's own rules: a module whose default export is a list of them. */
import { dirname, relative, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { categories, type Rule } from '#shared/checker/define-rule.ts'
import { packRule } from './pack-rule.ts'

/** Milliseconds that a module may await before it counts as broken. */
const longestLoad = 10_000

const text = z.string().trim().min(1)
const examples = z.object({ bad: z.array(text), good: z.array(text) })
/** What can be seen of a rule from outside; what `check` answers is tried when it runs. */
const packedRule = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: text,
  category: z.enum(categories),
  why: text,
  fix: text,
  question: text,
  examples,
  check: z.custom<Rule['check']>((value) => typeof value === 'function', 'expects a function'),
  appliesTo: z
    .custom<NonNullable<Rule['appliesTo']>>((value) => typeof value === 'function')
    .optional(),
})
const packed = z.object({ default: z.array(packedRule) })

/** Its rules, or a sentence with file, line and what to do. A path counts from the policy's folder. */
export async function loadPack(pack: string, policy: string): Promise<readonly Rule[] | string> {
  const path = resolve(dirname(policy), pack)
  const remedy = `Mend it, or take it out of "packs" in ${shown(policy)}.`
  let loaded: unknown
  try {
    loaded = await load(path)
  } catch (error) {
    return `${placeIn(path, error)}: The rule pack could not be loaded: ${messageOf(error)}. ${remedy}`
  }
  const read = packed.safeParse(loaded)
  if (read.success) return read.data.default.map((rule) => held(rule, path))
  const [issue] = read.error.issues
  const place = issue?.path.slice(1).join('.') ?? ''
  const at = place === '' ? '' : ` at ${place}`
  return `${shown(path)}: The rule pack exports no list of rules as its default${at}: ${issue?.message ?? ''}. ${remedy}`
}

/** What it awaits is waited for a while; a loop at its top is beyond what one thread can end. */
async function load(path: string): Promise<unknown> {
  const clock = new AbortController()
  const late = wait(longestLoad, 'late', { signal: clock.signal })
  try {
    const loaded: unknown = await Promise.race([import(pathToFileURL(path).href), late])
    if (loaded === 'late') throw new Error(`it awaits something for ${longestLoad / 1000} seconds`)
    return loaded
  } finally {
    late.catch(() => undefined)
    clock.abort()
  }
}

function held({ appliesTo, ...rule }: z.infer<typeof packedRule>, path: string): Rule {
  const whole = appliesTo === undefined ? rule : { ...rule, appliesTo }
  return packRule(whole, (error) => placeIn(path, error))
}

/** The file, with the line where the error arose in it as far as its trace tells. */
function placeIn(path: string, error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? '') : ''
  for (const name of [pathToFileURL(path).href, path]) {
    const line = new RegExp(
      `${name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}[^:\\s]*:(\\d+)`,
    )
    const found = line.exec(trace)?.[1]
    if (found !== undefined) return `${shown(path)}:${found}`
  }
  return shown(path)
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n')[0]?.replace(/[.\s]+$/, '') ?? ''
}

function shown(file: string): string {
  return (relative('.', file) || file).replaceAll('\\', '/')
}
