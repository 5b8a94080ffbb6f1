/** The policy of a server: read once, when it starts. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { policySchema, type Policy } from '#shared/checker/policy.ts'
import { policyFile, readPolicy } from './read-policy.ts'

/** Plain data, so that it can be handed to the thread that judges. */
export interface HostPolicy {
  /** Packs count from its folder; absent without a policy. */
  readonly file?: string
  readonly policy: Policy
}

export const noHostPolicy: HostPolicy = { policy: policySchema.parse({}) }

/**
 * `named` is the file that whoever runs the server chose; else one that lies in the data folder counts.
 * Throws `PolicyError` for one that cannot be read: a server that silently judges by other rules than its
 * host wrote down would be worse than one that does not start.
 */
export async function readHostPolicy(
  named: string | undefined,
  dataDir: string,
): Promise<HostPolicy> {
  const inData = join(dataDir, policyFile)
  const file = named ?? (existsSync(inData) ? inData : undefined)
  return file === undefined ? noHostPolicy : { file, policy: await readPolicy(file) }
}
