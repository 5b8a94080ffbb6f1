/** Ids and tokens that nobody can guess, in letters that need no escaping in an address. */
import { createHash, randomBytes } from 'node:crypto'

/** 96 random bits: unique without asking anybody. */
export function newId(): string {
  return randomBytes(12).toString('base64url')
}

/** 256 random bits: who holds it may come in. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token. It is random, so that a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
