/** Finds and reads a team's policy, and the rule packs that it names. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { categories, type Rule } from '#shared/checker/define-rule.ts'
import { policySchema, unknownRules, type Policy } from '#shared/checker/policy.ts'
import { rules as ownRules } from '#shared/checker/rules/index.ts'
import { UsageError } from './usage.ts'

export const policyFile = 'loadbearing.config.json'

export interface Bench {
  readonly policy: Policy
  /** Our own rules and those of the packs. */
  readonly rules: readonly Rule[]
  /** What is odd about the policy and stops nothing. */
  readonly remarks: readonly string[]
}

/** `file` undefined: no policy. Throws `UsageError` with file, place and what to do. */
export async function readBench(file: string | undefined): Promise<Bench> {
  const policy = file === undefined ? policySchema.parse({}) : await readPolicy(file)
  const packs = await Promise.all(policy.packs.map((pack) => loadPack(pack, file ?? '')))
  const rules = [...ownRules, ...packs.flat()]
  const ids = rules.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined)
    throw new UsageError(`Two rules are called ${twice}. Rename one of them.`)
  const remarks = unknownRules(policy, rules).map(
    (id) => `${shown(file ?? '')} names the rule ${id}, which does not exist.`,
  )
  return { policy, rules, remarks }
}

/** The nearest policy at or above a folder. */
export function findPolicy(from: string): string | undefined {
  const here = join(from, policyFile)
  if (existsSync(here)) return here
  const above = dirname(from)
  return above === from ? undefined : findPolicy(above)
}

async function readPolicy(file: string): Promise<Policy> {
  const read = policySchema.safeParse(parseJson(await textOf(file), file))
  if (read.success) return read.data
  const [issue] = read.error.issues
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
  throw new UsageError(`${shown(file)} is no policy${place}: ${issue?.message ?? 'unknown form'}.`)
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${shown(file)} could not be read: ${messageOf(error)}`)
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${shown(file)} is not JSON: ${messageOf(error)}`)
  }
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
  check: z.custom<Rule['check']>((value) => typeof value === 'function'),
  appliesTo: z
    .custom<NonNullable<Rule['appliesTo']>>((value) => typeof value === 'function')
    .optional(),
})

/** A module whose default export is a list of rules. Its path counts from the policy's folder. */
async function loadPack(pack: string, policy: string): Promise<readonly Rule[]> {
  const path = resolve(dirname(policy), pack)
  let loaded: unknown
  try {
    loaded = await import(pathToFileURL(path).href)
  } catch (error) {
    throw new UsageError(`The rule pack ${shown(path)} could not be loaded: ${messageOf(error)}`)
  }
  const read = z.object({ default: z.array(packedRule) }).safeParse(loaded)
  if (read.success)
    return read.data.default.map(({ appliesTo, ...rule }) => withAppliesTo(rule, appliesTo))
  const [issue] = read.error.issues
  const place = issue?.path.join('.') ?? ''
  throw new UsageError(
    `The rule pack ${shown(path)} exports no rules as its default: ${place} ${issue?.message ?? ''}`,
  )
}

function withAppliesTo(rule: Omit<Rule, 'appliesTo'>, appliesTo: Rule['appliesTo']): Rule {
  return appliesTo === undefined ? rule : { ...rule, appliesTo }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function shown(file: string): string {
  return relative('.', file) || file
}
