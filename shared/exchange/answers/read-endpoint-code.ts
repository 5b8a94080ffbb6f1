/** Endpoints of a block of code: HTTP with its headers, curl, RPCs, GraphQL and the paths of an OpenAPI file. */
import type { Endpoint } from '#shared/design/answers.ts'
import type { Item } from '../outline.ts'
import { atStart, endpointOf } from './endpoint-parts.ts'

/** In the order of the block; none for code of another sort. */
export function readEndpointCode({ text }: Item): readonly Endpoint[] {
  if (/^\s*paths:\s*$/m.test(text)) return ofOpenApi(text)
  if (/^\s*(?:extend )?type (?:Query|Mutation|Subscription)\b/m.test(text)) return ofGraphQl(text)
  return ofLines(text.replace(/\\\n\s*/g, ' ').split('\n'))
}

interface Open {
  readonly method: string
  readonly path: string
  readonly words: string[]
}

/** A line with a method opens a call; headers and answers below it tell more about it. */
function ofLines(lines: readonly string[]): readonly Endpoint[] {
  const calls: Open[] = []
  for (const line of lines.map((written) => written.trim())) {
    const opened = openedBy(line)
    if (opened !== undefined) calls.push(opened)
    else if (telling.test(line)) calls.at(-1)?.words.push(line)
  }
  return calls.map(({ method, path, words }) =>
    endpointOf(method, path, words.filter(Boolean).join('; ')),
  )
}

const telling =
  /^(?:authorization|idempotency-key|x-api-key|cookie|if-match|HTTP\/[\d.]+\s+[2-5]\d\d|(?:->|→|#|\/\/)\s*\S)/i

function openedBy(line: string): Open | undefined {
  const located = atStart(line)
  if (located?.path.startsWith('/') === true) {
    const text = located.text.replace(/^\s*(?:HTTP\/[\d.]+|#|\/\/)\s*/, '')
    return { method: located.method, path: located.path, words: [text] }
  }
  const rpc = /^rpc\s+(\w+)\s?\((.*)$/i.exec(line)
  if (rpc !== null) return { method: 'GRPC', path: rpc[1] ?? '', words: [`(${rpc[2] ?? ''}`] }
  return /^\$?\s*curl\s/.test(line) ? ofCurl(line) : undefined
}

function ofCurl(line: string): Open | undefined {
  const [, path] = /https?:\/\/[^/\s'"]+(\/[^\s'"]*)/.exec(line) ?? []
  const [, method] = /(?:-X|--request)[ =]?(\w+)/.exec(line) ?? []
  const hasBody = /\s(?:-d|--data\S*|-F)\s/.test(line)
  if (path === undefined) return undefined
  const said = /authorization:|api-key/i.test(line) ? 'Authorization' : ''
  const key = /idempotency-key/i.test(line) ? 'Idempotency-Key' : ''
  return { method: method ?? (hasBody ? 'POST' : 'GET'), path, words: [said, key] }
}

function ofOpenApi(text: string): readonly Endpoint[] {
  const found: Endpoint[] = []
  let path = ''
  for (const line of text.split('\n')) {
    path = /^\s+["']?(\/[^\s"']*)["']?:\s*$/.exec(line)?.[1] ?? path
    const method = /^\s+(get|put|post|patch|delete):\s*$/.exec(line)?.[1]
    if (method !== undefined && path !== '') found.push(endpointOf(method, path, ''))
  }
  return found
}

function ofGraphQl(text: string): readonly Endpoint[] {
  const blocks = text.matchAll(/type (Query|Mutation|Subscription)\b[^{]*\{([^}]*)\}/g)
  return [...blocks].flatMap(([, type = '', body = '']) =>
    [...body.matchAll(/^\s*(\w+)(?:\(([^)]*)\))?\s*:\s*\S+/gm)].map(
      ([, name = '', parameters = '']) => {
        const isPaged = /\b(?:first|after|cursor|limit|offset)\b/.test(parameters)
        const method = type === 'Subscription' ? 'SUBSCRIBE' : type.toUpperCase()
        return endpointOf(method, name, isPaged ? 'paginated' : '')
      },
    ),
  )
}
