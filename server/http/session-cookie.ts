/**
 * Who a browser is: a random id and its signature in one cookie. HTTP and the live upgrade read it
 * alike; a forged, damaged or foreign cookie reads as none.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { parseCookie, stringifySetCookie } from 'cookie'
import { newId } from '#server/services/random-ids.ts'

export const sessionCookie = 'lb_session'

/** The longest that browsers keep a cookie; it starts anew at every `GET /api/me`. */
const maxAgeSeconds = 400 * 24 * 3600

/** The one thing about a request that matters here. */
interface WithHeaders {
  readonly headers: { readonly cookie?: string | undefined }
}

export interface Sessions {
  /** The person whose browser this is; undefined for no cookie and for a bad one. */
  authenticate(request: WithHeaders): string | undefined
  /** Whether the browser sent any session, good or bad. */
  hasCookie(request: WithHeaders): boolean
  /** A `Set-Cookie` header. */
  cookieFor(personId: string, isSecure: boolean): string
  newPersonId(): string
}

export function createSessions(secret: string): Sessions {
  const valueOf = (request: WithHeaders) => parseCookie(request.headers.cookie ?? '')[sessionCookie]
  return {
    authenticate: (request) => readSession(valueOf(request), secret),
    hasCookie: (request) => valueOf(request) !== undefined,
    cookieFor: (personId, secure) =>
      stringifySetCookie({
        name: sessionCookie,
        value: `${personId}.${signatureOf(personId, secret).toString('base64url')}`,
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        maxAge: maxAgeSeconds,
        secure,
      }),
    newPersonId: newId,
  }
}

function readSession(value: string | undefined, secret: string): string | undefined {
  const match = /^([\w-]{1,64})\.([\w-]{43})$/.exec(value ?? '')
  const [, personId, signature] = match ?? []
  if (personId === undefined || signature === undefined) return undefined
  const given = Buffer.from(signature, 'base64url')
  const expected = signatureOf(personId, secret)
  return given.length === expected.length && timingSafeEqual(given, expected) ? personId : undefined
}

function signatureOf(personId: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`${sessionCookie}:${personId}`).digest()
}
