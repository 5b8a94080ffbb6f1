/** A pack that cannot be used, as strangers are told: its name alone. The log says the rest. */
import { basename } from 'node:path'
import type { CheckFailure } from '#shared/checker/check-design.ts'

/** `what` goes on after "The rule pack …". */
export function packFailure(pack: string, what: string): CheckFailure {
  return { rule: basename(pack), message: `The rule pack ${what}; the log of the server says why.` }
}
