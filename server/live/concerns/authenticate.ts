/** Who asks: the person of the session cookie, from an address that may ask. */
import type { IncomingMessage } from 'node:http'
import type { ErrorCode } from '#shared/errors.ts'
import type { LiveOptions, LivePerson } from '../options.ts'

/** A request without an Origin comes from a program, not from a page: the cookie alone counts. */
export async function authenticate(
  request: IncomingMessage,
  options: LiveOptions,
): Promise<LivePerson | ErrorCode> {
  if (request.headers.origin !== undefined && !options.allowedOrigin(request)) {
    return 'foreign_origin'
  }
  return (await options.authenticate(request)) ?? 'not_signed_in'
}
