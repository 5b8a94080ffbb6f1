/** Finds and reads a team's policy, and the rule packs that it names. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Rule } from '#shared/checker/define-rule.ts'
import { policySchema, unknownRules, type Policy } from '#shared/checker/policy.ts'
import { rules as ownRules } from '#shared/checker/rules/index.ts'
import { loadPack } from './load-pack.ts'
import { UsageError } from './usage.ts'

export const policyFile = 'loadbearing.config.json'

export interface Bench {
  readonly policy: Policy
  /** Our own rules and those of the packs. */
  readonly rules: readonly Rule[]
  /** What is odd about the policy or its packs. */
  readonly remarks: readonly string[]
  /** Whether all rules that the policy asks for are there. */
  readonly isWhole: boolean
}

/**
 * `file` undefined: no policy. Throws `UsageError` for a policy that cannot be read. A pack that breaks
 * keeps nobody from judging by the other rules: a remark names it, and the bench is not whole.
 */
export async function readBench(file: string | undefined): Promise<Bench> {
  const policy = file === undefined ? policySchema.parse({}) : await readPolicy(file)
  const packs = await Promise.all(policy.packs.map((pack) => loadPack(pack, file ?? '')))
  const packed = packs.flatMap((pack) => (typeof pack === 'string' ? [] : pack))
  const rules = firstOfEach([...ownRules, ...packed])
  const complaints = [
    ...packs.filter((pack) => typeof pack === 'string'),
    ...doubles([...ownRules, ...packed]).map(
      (id) => `Two rules are called ${id}; the first counts. Rename the other one.`,
    ),
  ]
  const strangers = unknownRules(policy, rules).map(
    (id) => `${shown(file ?? '')} names the rule ${id}, which does not exist.`,
  )
  return {
    policy,
    rules,
    remarks: [...complaints, ...strangers],
    isWhole: complaints.length === 0,
  }
}

function firstOfEach(rules: readonly Rule[]): readonly Rule[] {
  const byId = new Map(rules.toReversed().map((rule) => [rule.id, rule]))
  return rules.filter((rule) => byId.get(rule.id) === rule)
}

function doubles(rules: readonly Rule[]): readonly string[] {
  const ids = rules.map(({ id }) => id)
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function shown(file: string): string {
  return relative('.', file) || file
}
