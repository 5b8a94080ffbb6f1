/** Endpoints from "`POST /links` creates a link (auth, idempotent) covers FR1", tables and blocks of code. */
import type { Endpoint } from '#shared/design/answers.ts'
import { textOf, type Item } from '../outline.ts'
import {
  atStart,
  endpointOf,
  join,
  methods,
  trimEnd,
  type Flag,
  type Located,
} from './endpoint-parts.ts'
import { readCovers } from './read-covers.ts'
import { readEndpointCode } from './read-endpoint-code.ts'

const ticked = new RegExp(
  String.raw`^(?<before>.*?)\x60(?:(?<method>${methods})\s+)?(?<inner>[^\x60]+)\x60(?<after>.*)$`,
  'i',
)
const ending = new RegExp(String.raw`\b(${methods}|[Ww]eb[Ss]ocket)\s*$`)
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

/** Endpoints below a heading: words that follow one and name none of their own are about it. */
export function readEndpointsBelow(children: readonly Item[]): readonly Endpoint[] {
  const groups: { readonly item: Item; readonly words: string[] }[] = []
  for (const item of children) {
    const isCall = item.form === 'code' || item.form === 'row' || locate(item.text) !== undefined
    const last = groups.at(-1)
    if (isCall || last === undefined || last.item.form === 'code' || item.children.length > 0)
      groups.push({ item, words: [] })
    else last.words.push(item.text)
  }
  return groups.flatMap(({ item, words }) => {
    if (item.form === 'code') return readEndpointCode(item)
    const whole = { ...item, text: [item.text, ...words].join('. ') }
    return [
      readEndpoint(item.form === 'row' ? item : whole) ??
        item.children.flatMap((child) => readEndpoint(child) ?? []),
    ].flat()
  })
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
