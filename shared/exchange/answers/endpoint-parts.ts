/** The words of an endpoint: its method, its path, and what is said about it. */
import type { Endpoint } from '#shared/design/answers.ts'
import { readCovers } from './read-covers.ts'

export type Flag = 'auth' | 'idempotent' | 'paginated' | 'isAsync' | 'hasErrors'

export const methods =
  'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|WS|WSS|WEBSOCKET|SOCKET|SSE|GRPC|RPC|EVENT|SUBSCRIBE|PUBLISH|QUERY|MUTATION'
const open = new RegExp(String.raw`^(?<method>${methods})\s+(?<path>\/?\S+)(?<after>.*)$`)

export interface Located {
  readonly method: string
  readonly path: string
  readonly text: string
}

export function atStart(text: string): Located | undefined {
  const groups = open.exec(text)?.groups
  if (groups === undefined) return undefined
  const { method = '', path = '', after = '' } = groups
  return { method, path: trimEnd(path), text: join('', after) }
}

export function trimEnd(path: string): string {
  return path.replace(/[:,;.]+$/, '')
}

export function join(before: string, after: string): string {
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

export function endpointOf(written: string, path: string, words: string): Endpoint {
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
    /\b(?:auth(?:enticat\w+|ori[sz]\w+)?|jwt|oauth2?|bearer|api[- ]keys?|sign(?:ed)?[- ]?in|logged[- ]in|log-?in|same token|(?:access|service|session|auth) tokens?|requires? an? [a-z ]{0,12}token|session cookie|owner only)\b/i,
  ],
  [
    'auth',
    false,
    /\b(?:no auth\w*|without auth\w*|unauthenticated|anonymous|public(?:ly)? (?:endpoint|read|access\w*))\b/i,
  ],
  [
    'idempotent',
    true,
    /\bidempoten\w+|\b(?:client|request)[- ]id\b|\bretr(?:y|ies|ying)\b[^.;]{0,20}\b(?:harmless|safe)\b|\b(?:repeat\w*|again)\b[^.;]{0,20}\b(?:changes nothing|harmless|safe|has no effect)\b|\bsafe to (?:retry|repeat)\b/i,
  ],
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
