/**
 * The rule packs of a host, tried one by one in the thread that judges, so that one that breaks or never
 * ends is named and left out, and the server goes on.
 */
import type { RuleSummary } from '#shared/api.ts'
import type { CheckFailure } from '#shared/checker/check-design.ts'
import { AppError } from '#shared/errors.ts'
import type { Exchange } from './exchange/exchange.ts'
import type { LoadedPacks } from './exchange/jobs.ts'
import type { HostPolicy } from './policy/host-policy.ts'
import { packFailure } from './policy/pack-failure.ts'

export interface HostPacks {
  /** The policy with the packs that can be used. */
  readonly host: HostPolicy
  /** Their rules, also those that are turned off. */
  readonly rules: readonly RuleSummary[]
  /** The packs that cannot be used. */
  readonly failures: readonly CheckFailure[]
}

/** `warn` is told for the host what is odd about a pack, once. */
export async function tryPacks(
  exchange: Exchange,
  host: HostPolicy,
  warn: (sentence: string) => void,
): Promise<HostPacks> {
  const good: string[] = []
  const failures: CheckFailure[] = []
  for (const pack of host.policy.packs) {
    const complaint = await tryPack(exchange, withPacks(host, [pack]))
    if (complaint === undefined) good.push(pack)
    else {
      warn(complaint)
      failures.push(packFailure(pack, 'could not be loaded'))
    }
  }
  const usable = withPacks(host, good)
  if (good.length === 0) return { host: usable, rules: [], failures }
  const { rules, doubles } = await describe(exchange, usable)
  for (const sentence of doubles) warn(sentence)
  return { host: usable, rules, failures }
}

export function withPacks(host: HostPolicy, packs: readonly string[]): HostPolicy {
  return { ...host, policy: { ...host.policy, packs: [...packs] } }
}

/** What is wrong with it, if anything is. */
async function tryPack(exchange: Exchange, host: HostPolicy): Promise<string | undefined> {
  try {
    const { broken } = await describe(exchange, host)
    return broken[0]?.sentence
  } catch (error) {
    if (isRefused(error)) throw error
    const what = error instanceof Error ? error.message : String(error)
    return `The rule pack ${host.policy.packs[0] ?? ''} is left out: while it was loaded, the thread had to be ended (${what}).`
  }
}

async function describe(exchange: Exchange, host: HostPolicy): Promise<LoadedPacks> {
  const answer = await exchange.run('', { type: 'packs', host })
  if (answer.type !== 'packs') throw new Error('The exchange answered another question')
  return answer.packs
}

/** There was no room for the job, or no time: it says nothing about a pack. */
export function isRefused(error: unknown): boolean {
  return error instanceof AppError && ['too_many_requests', 'stopping'].includes(error.code)
}
