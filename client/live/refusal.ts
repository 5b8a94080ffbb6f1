/** A no that holds: its code and the sentence for the person, from a socket or from HTTP. */
import { RequestError } from '#client/lib/request.ts'
import { refusals, type ErrorCode } from '#shared/errors.ts'

export interface Refusal {
  readonly code: string
  readonly message: string
}

export function refusalOf(code: ErrorCode): Refusal {
  return { code, message: refusals[code].message }
}

/** A sentence of the server's, not the lack of a network or a server in trouble. */
export function isRefusal(error: unknown): error is RequestError {
  if (!(error instanceof RequestError) || troubles.has(error.code)) return false
  return error.code in refusals
}

/** Whether nothing of the board may stay in the browser. */
export function takesReadingAway({ code }: Refusal): boolean {
  return code === 'not_a_member' || code === 'unknown_board' || code === 'revoked_link'
}

const troubles: ReadonlySet<string> = new Set([
  'unexpected',
  'storage_unavailable',
  'stopping',
  'too_many_requests',
])
