/** Loads a team's own rules: a module whose default export is a list of them. */
import { basename, dirname, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { categories, type Rule } from '#shared/checker/define-rule.ts'
import type { PackLimits } from './pack-limits.ts'
import { packRule } from './pack-rule.ts'
import { shown } from './read-policy.ts'

/** A pack that cannot be used. */
export interface PackComplaint {
  /** Of its file, without folders. */
  readonly name: string
  /** File, line and what to do, for whoever wrote it. */
  readonly sentence: string
}

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

/** Its rules, or what keeps it from being used. A path counts from the policy's folder. */
export async function loadPack(
  pack: string,
  policy: string,
  limits: PackLimits,
): Promise<readonly Rule[] | PackComplaint> {
  const path = resolve(dirname(policy), pack)
  const complain = (what: string): PackComplaint => ({
    name: basename(path),
    sentence: `${what}. Mend it, or take it out of "packs" in ${shown(policy)}.`,
  })
  let loaded: unknown
  try {
    loaded = await load(path, limits.load)
  } catch (error) {
    const place = placeIn(path, error, shown)
    return complain(`${place}: The rule pack could not be loaded: ${messageOf(error)}`)
  }
  const read = packed.safeParse(loaded)
  if (read.success) return read.data.default.map((rule) => held(rule, path, limits))
  const [issue] = read.error.issues
  const place = issue?.path.slice(1).join('.') ?? ''
  const at = place === '' ? '' : ` at ${place}`
  const what = `${shown(path)}: The rule pack exports no list of rules as its default${at}`
  return complain(`${what}: ${issue?.message ?? ''}`)
}

/** What it awaits is waited for a while; a loop at its top is beyond what one thread can end. */
async function load(path: string, longest: number): Promise<unknown> {
  const clock = new AbortController()
  const late = wait(longest, 'late', { signal: clock.signal })
  try {
    const loaded: unknown = await Promise.race([import(pathToFileURL(path).href), late])
    if (loaded === 'late') throw new Error(`it awaits something for ${longest / 1000} seconds`)
    return loaded
  } finally {
    late.catch(() => undefined)
    clock.abort()
  }
}

type Packed = z.infer<typeof packedRule>

function held({ appliesTo, ...rule }: Packed, path: string, limits: PackLimits): Rule {
  const whole = appliesTo === undefined ? rule : { ...rule, appliesTo }
  return packRule(whole, limits, (error) => placeIn(path, error, limits.shown))
}

/** The file, with the line where the error arose in it as far as its trace tells. */
function placeIn(path: string, error: unknown, name: PackLimits['shown']): string {
  const trace = error instanceof Error ? (error.stack ?? '') : ''
  for (const written of [pathToFileURL(path).href, path]) {
    const line = new RegExp(
      `${written.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}[^:\\s]*:(\\d+)`,
    )
    const found = line.exec(trace)?.[1]
    if (found !== undefined) return `${name(path)}:${found}`
  }
  return name(path)
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n')[0]?.replace(/[.\s]+$/, '') ?? ''
}
