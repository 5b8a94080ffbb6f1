/** Everything to judge with: our own rules, those of the packs that a policy names, and the policy. */
import type { Rule } from '#shared/checker/define-rule.ts'
import { unknownRules } from '#shared/checker/apply-policy.ts'
import { policySchema, type Policy } from '#shared/checker/policy.ts'
import { rules as ownRules } from '#shared/checker/rules/index.ts'
import { loadPack, type PackComplaint } from './load-pack.ts'
import { deskLimits, type PackLimits } from './pack-limits.ts'
import { readPolicy, shown } from './read-policy.ts'

export interface Packs {
  /** Rules of packs that bear a name of their own. */
  readonly rules: readonly Rule[]
  readonly broken: readonly PackComplaint[]
  /** Sentences about names that two rules share. */
  readonly doubles: readonly string[]
}

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
 * `file` undefined: no policy. Throws `PolicyError` for a policy that cannot be read. A pack that breaks
 * keeps nobody from judging by the other rules: a remark names it, and the bench is not whole.
 */
export async function readBench(file: string | undefined): Promise<Bench> {
  const policy = file === undefined ? policySchema.parse({}) : await readPolicy(file)
  const { rules: packed, broken, doubles } = await loadPacks(policy.packs, file, deskLimits)
  const rules = [...ownRules, ...packed]
  const complaints = [...broken.map(({ sentence }) => sentence), ...doubles]
  const isWhole = complaints.length === 0
  return { policy, rules, remarks: [...complaints, ...strangersIn(policy, file, rules)], isWhole }
}

/** Paths count from the folder of `file`. */
export async function loadPacks(
  packs: readonly string[],
  file = '',
  limits: PackLimits,
): Promise<Packs> {
  const loaded = await Promise.all(packs.map((pack) => loadPack(pack, file, limits)))
  const packed = loaded.flatMap((one) => ('sentence' in one ? [] : one))
  const kept = firstOfEach([...ownRules, ...packed])
  return {
    rules: packed.filter((rule) => kept.includes(rule)),
    broken: loaded.flatMap((one) => ('sentence' in one ? [one] : [])),
    doubles: doublesIn([...ownRules, ...packed]).map(
      (id) => `Two rules are called ${id}; the first counts. Rename the other one.`,
    ),
  }
}

/** Sentences about rules that a policy names and nobody has. */
export function strangersIn(
  policy: Policy,
  file: string | undefined,
  rules: readonly Pick<Rule, 'id'>[],
): readonly string[] {
  const name = shown(file ?? '')
  return unknownRules(policy, rules).map(
    (id) => `${name} names the rule ${id}, which does not exist.`,
  )
}

function firstOfEach(rules: readonly Rule[]): readonly Rule[] {
  const byId = new Map(rules.toReversed().map((rule) => [rule.id, rule]))
  return rules.filter((rule) => byId.get(rule.id) === rule)
}

function doublesIn(rules: readonly Rule[]): readonly string[] {
  const ids = rules.map(({ id }) => id)
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
}
