/** One HTTP request to our own server and its refusals, in words that a person can read. */

export class RequestError extends Error {
  /** A code of `shared/errors.ts`, or `offline` when the server could not be reached. */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'RequestError'
    this.code = code
  }
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/**
 * Sends `body` as JSON (a text or a file goes as it is) and resolves with the answer. Rejects with
 * `RequestError` alone.
 */
export async function request<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const response = await reach(path, {
    method,
    headers: { accept: 'application/json', 'content-type': typeOf(body) },
    ...(body === undefined && method === 'GET' ? {} : { body: contentOf(body) }),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw refusalIn(answer, response.status)
  return answer as T
}

/** The sentence for a person, whatever was thrown. */
export function sentenceOf(error: unknown): string {
  if (error instanceof RequestError) return error.message
  return 'Something went wrong on this page. Nothing that was saved is lost; try again.'
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, credentials: 'same-origin' })
  } catch {
    throw new RequestError(
      'offline',
      'The server cannot be reached. Check the connection, then try again.',
    )
  }
}

function typeOf(body: unknown): string {
  return body instanceof Blob && body.type !== '' ? body.type : 'application/json'
}

function contentOf(body: unknown): string | Blob {
  if (typeof body === 'string' || body instanceof Blob) return body
  return JSON.stringify(body ?? {})
}

function refusalIn(answer: unknown, status: number): RequestError {
  const error = fieldOf(answer, 'error')
  const code = fieldOf(error, 'code')
  const message = fieldOf(error, 'message')
  if (typeof code === 'string' && typeof message === 'string') {
    return new RequestError(code, message)
  }
  return new RequestError(
    'unexpected',
    `The server answered with ${status}. Try again in a moment.`,
  )
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}
