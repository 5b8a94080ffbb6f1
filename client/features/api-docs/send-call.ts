/** One call, sent from the page as anybody else would send it, and what came back. */
import { RequestError } from '#client/lib/request.ts'
import type { ApiCall } from './read-document.ts'

export interface Reply {
  readonly status: number
  readonly isOk: boolean
  readonly milliseconds: number
  /** Characters of the answer as it came. */
  readonly length: number
  /** Indented, where it was JSON. */
  readonly text: string
}

const patienceMs = 30_000

/** Rejects with `RequestError` alone; a refusal is a reply like any other. */
export async function sendCall({ method, path }: ApiCall, body?: string): Promise<Reply> {
  const start = performance.now()
  try {
    const response = await fetch(path, {
      method,
      signal: AbortSignal.timeout(patienceMs),
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body }),
    })
    const text = await response.text()
    const milliseconds = performance.now() - start
    const { status, ok: isOk } = response
    return { status, isOk, milliseconds, length: text.length, text: indented(text) }
  } catch (error) {
    throw isLate(error) ? late() : unreachable()
  }
}

function isLate(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}

function late(): RequestError {
  return new RequestError('late', 'No answer came within 30 s. Try again with a smaller design.')
}

function unreachable(): RequestError {
  return new RequestError(
    'offline',
    'The server cannot be reached. Check the connection, then send again.',
  )
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
