/** Endpoints from "`POST /links` creates a link (auth, idempotent) covers FR1", tables and blocks of code. */
import type { Endpoint } from '#shared/design/answers.ts'
import { textOf, type Item } from '../outline.ts'
import { readCovers } from './read-covers.ts'

type Flag = 'auth' | 'idempotent' | 'paginated' | 'isAsync' | 'hasErrors'

const methods =
  'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|WS|WSS|WEBSOCKET|SOCKET|SSE|GRPC|RPC|EVENT|SUBSCRIBE|PUBLISH|QUERY|MUTATION'
const ticked = new RegExp(
  String.raw`^(?<before>.*?)\x60(?:(?<method>${methods})\s+)?(?<inner>[^\x60]+)\x60(?<after>.*)$`,
  'i',
)
const ending = new RegExp(String.raw`\b(${methods})\s*$`)
const open = new RegExp(String.raw`^(?<method>${methods})\s+(?<path>\/?\S+)(?<after>.*)$`)
const bare = new RegExp(
  String.raw`^(?<before>.{0,60}?)(?<![\w/])(?<method>${methods})\s+(?<path>(?:https?:\/)?\/\S*)(?<after>.*)$`,
)
const call = /^(?:rpc\s+)?(?<name>[a-zA-Z_][\w.]*)\s?\((?<parameters>[^)]*)\)(?<after>.*)$/

/** The endpoint that a line states; `undefined` for other words. */
export function readEndpoint(item: Item): Endpoint | undefined {
  if (item.form === 'row') return readRow(item)
  const found = locate(item.text)
  if (found === undefined) return undefined
  const nested = item.children.map((child) => textOf(child).replace(/\.$/, ''))
  const words = [found.text, ...nested].filter((text) => text !== '').join('; ')
  return endpointOf(found.method, found.path, words)
}

/** The endpoints of a block of code: one a line that begins with a method. */
export function readEndpointCode(item: Item): readonly Endpoint[] {
  return item.text.split('\n').flatMap((line) => {
    const located = atStart(line.trim())
    if (located?.path.startsWith('/') === true) {
      const text = located.text.replace(/^\s*(?:HTTP\/[\d.]+|#|\/\/)\s*/, '')
      return [endpointOf(located.method, located.path, text)]
    }
    const rpc = /^rpc\s+(\w+)\s?\((.*)$/i.exec(line.trim())
    return rpc === null ? [] : [endpointOf('GRPC', rpc[1] ?? '', `(${rpc[2] ?? ''}`)]
  })
}

interface Located {
  readonly method: string
  readonly path: string
  readonly text: string
}

function locate(text: string): Located | undefined {
  return inTicks(text) ?? atStart(text) ?? within(text) ?? asCall(text)
}

/** "`POST /links` creates a link", "POST `/links`" */
function inTicks(text: string): Located | undefined {
  const groups = ticked.exec(text)?.groups
  if (groups === undefined) return undefined
  const { before = '', method = '', inner = '', after = '' } = groups
  const path = inner.trim()
  if (method !== '') return { method, path, text: join(before, after) }
  if (!/^\/\S*$/.test(path)) return undefined
  const outside = ending.exec(before)?.[1]
  if (outside !== undefined) {
    return { method: outside, path, text: join(before.replace(ending, ''), after) }
  }
  return before.trim() === '' ? { method: '', path, text: join('', after) } : undefined
}

function atStart(text: string): Located | undefined {
  const groups = open.exec(text)?.groups
  if (groups === undefined) return undefined
  const { method = '', path = '', after = '' } = groups
  return { method, path: trimEnd(path), text: join('', after) }
}

function within(text: string): Located | undefined {
  const groups = bare.exec(text)?.groups
  if (groups === undefined) return undefined
  const { before = '', method = '', path = '', after = '' } = groups
  return { method, path: trimEnd(path), text: join(before, after) }
}

/** "sendMessage(to, text)" of an interface that is not HTTP. */
function asCall(text: string): Located | undefined {
  const groups = call.exec(text)?.groups
  if (groups === undefined) return undefined
  const { name = '', parameters = '', after = '' } = groups
  if (!isCallName(name)) return undefined
  return { method: 'RPC', path: `${name}(${parameters})`, text: join('', after) }
}

function isCallName(name: string): boolean {
  const known = /^(?:get|put|set|delete|create|list|insert|acquire|release|send|shorten)$/
  return /[a-z][A-Z]|_/.test(name) || known.test(name)
}

function trimEnd(path: string): string {
  return path.replace(/[:,;.]+$/, '')
}

function join(before: string, after: string): string {
  const start = before
    .trim()
    .replace(/[:–—-]+$/, '')
    .trim()
  const end = after
    .trim()
    .replace(/^(?:→|-+>|=>|[:–—-]+)\s*/, '')
    .trim()
  return [start, end].filter((part) => part !== '').join(': ')
}

function endpointOf(written: string, path: string, words: string): Endpoint {
  const { text, covers } = readCovers(words)
  const stated = readFlags(text)
  return {
    method: methodOf(written),
    path,
    text: stated.text,
    ...flagsInWords(`${path} ${stated.text}`),
    ...stated.flags,
    covers,
  }
}

function methodOf(written: string): string {
  const method = written.trim().toUpperCase()
  if (['WSS', 'WEBSOCKET', 'SOCKET'].includes(method)) return 'WS'
  return method === 'RPC' ? 'GRPC' : method
}

const flagWords: readonly (readonly [Flag, boolean, RegExp])[] = [
  ['auth', false, /^(?:no auth|public|anonymous|unauthenticated|open)$/i],
  [
    'auth',
    true,
    /^(?:auth|authenticated|authori[sz]ed|token|jwt|oauth2?|bearer|api key|signed in|login required|auth required)$/i,
  ],
  ['idempotent', false, /^not idempotent$/i],
  ['idempotent', true, /^idempoten\w*(?:[- ]key)?$/i],
  ['paginated', false, /^not paginated$/i],
  ['paginated', true, /^(?:paginat\w+|paged|cursor)$/i],
  ['isAsync', false, /^sync(?:hronous)?$/i],
  ['isAsync', true, /^(?:async(?:hronous)?|202)$/i],
  ['hasErrors', false, /^no errors$/i],
  ['hasErrors', true, /^errors?(?: codes)?(?:[: ].*)?$/i],
]

/** The brackets at the end, when every word in them is a flag. */
function readFlags(text: string): { text: string; flags: Partial<Record<Flag, boolean>> } {
  const [whole, inside = ''] = /\s*\(([^()]*)\)\s*$/.exec(text) ?? []
  if (whole === undefined) return { text, flags: {} }
  const flags: Partial<Record<Flag, boolean>> = {}
  for (const word of inside.split(/[,;]\s*/)) {
    const row = flagWords.find(([, , pattern]) => pattern.test(word.trim()))
    if (row === undefined) return { text, flags: {} }
    flags[row[0]] = row[1]
  }
  return { text: text.slice(0, -whole.length), flags }
}

const inWords: readonly (readonly [Flag, boolean, RegExp])[] = [
  [
    'auth',
    true,
    /\b(?:auth(?:enticat\w+|ori[sz]\w+)?|jwt|oauth2?|bearer|api[- ]keys?|signed[- ]in|logged[- ]in|(?:access|service|session|auth) tokens?|requires? an? [a-z ]{0,12}token|session cookie|owner only)\b/i,
  ],
  [
    'auth',
    false,
    /\b(?:no auth\w*|without auth\w*|unauthenticated|anonymous|public(?:ly)? (?:endpoint|read|access\w*))\b/i,
  ],
  ['idempotent', true, /\bidempoten\w+/i],
  ['idempotent', false, /\b(?:not|non)[- ]idempotent/i],
  [
    'paginated',
    true,
    /\b(?:paginat\w+|paged|cursor|next[_ -]?page|page[_ ]?(?:size|token)|pages of)\b|[?&](?:page|limit|offset|after|before|cursor|max_id|since_id)\b/i,
  ],
  ['isAsync', true, /\b(?:async(?:hronous\w*)?|202|in the background|job[_ ]?id)\b/i],
  ['hasErrors', true, /\b(?:errors?|[45]\d\d|4xx|5xx)\b/i],
]

/** What words say about an endpoint; nothing for words that say none of it. */
export function flagsInWords(text: string): Partial<Record<Flag, boolean>> {
  const flags: Partial<Record<Flag, boolean>> = {}
  for (const [flag, value, pattern] of inWords) if (pattern.test(text)) flags[flag] = value
  return flags
}

/** Columns such as "Method | Path | Description | Auth". */
function readRow(item: Item): Endpoint | undefined {
  const cells = (item.cells ?? []).map(({ head, text }) => ({
    head,
    text: text.replaceAll('`', '').trim(),
  }))
  const at = (pattern: RegExp) => cells.find(({ head }) => pattern.test(head))?.text ?? ''
  const address = at(
    /^(?:path|endpoint|url|uri|route|api|resource|operation|call|name|rpc|event)\b/,
  )
  const inOne = new RegExp(String.raw`^(${methods})\s+(.+)$`, 'i').exec(address)
  const method = inOne?.[1] ?? at(/^(?:method|verb|http(?: method)?|type)$/)
  const path = inOne?.[2] ?? address
  if (path === '')
    return readEndpoint({ ...item, form: 'bullet', text: item.text.replaceAll('`', '') })
  const used =
    /^(?:path|endpoint|url|uri|route|api|resource|operation|call|name|rpc|event|method|verb|http|type)\b/
  const rest = cells.filter(({ head, text }) => !used.test(head) && text !== '')
  const words = rest
    .filter(({ head }) => !flagColumn.test(head))
    .map(({ text }) => text)
    .join('; ')
  const flags: Partial<Record<Flag, boolean>> = {}
  for (const { head, text } of rest) setColumn(flags, head, text)
  const covers = rest
    .filter(({ head }) => /^(?:covers|frs?|requirements?)$/.test(head))
    .flatMap(({ text }) => readCovers(`covers ${text}`).covers)
  const endpoint = endpointOf(method, path, words)
  return { ...endpoint, ...flags, covers: [...endpoint.covers, ...covers] }
}

const flagColumn =
  /^(?:auth\w*|idempoten\w*|paginat\w*|async\w*|errors?|covers|frs?|requirements?)\b/
const columns: readonly (readonly [Flag, RegExp])[] = [
  ['auth', /^auth/],
  ['idempotent', /^idempoten/],
  ['paginated', /^paginat/],
  ['isAsync', /^async/],
  ['hasErrors', /^errors?/],
]

function setColumn(flags: Partial<Record<Flag, boolean>>, head: string, text: string): void {
  const flag = columns.find(([, pattern]) => pattern.test(head))?.[0]
  if (flag !== undefined)
    flags[flag] = !/^(?:no|none|false|n\/?a|-|–|—|✗|❌|public|anonymous)$/i.test(text)
}
