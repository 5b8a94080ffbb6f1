import type { ApiCall } from './read-document.ts'

/** The call as one line for a POSIX shell. */
export function writeCurl({ method, path }: ApiCall, origin: string, body?: string): string {
  const call = `curl -sS${method === 'GET' || method === 'POST' ? '' : ` -X ${method}`}`
  const address = quoted(`${origin}${path}`)
  if (body === undefined) return `${call} ${address}`
  return `${call} ${address} -H 'content-type: application/json' --data-raw ${quoted(body)}`
}

/** Nothing is special to a shell between single quotes, except their end. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
