/**
 * Short names for the things of a graph, since ids of a board are no names that Mermaid reads. A name
 * that is an id already stays; others come from labels, so that the text can be read and edited.
 */
import type { Graph } from '#shared/design/design.ts'

export interface Names {
  readonly ofNodes: ReadonlyMap<string, string>
  readonly ofGroups: ReadonlyMap<string, string>
}

/** Words of Mermaid that no component can be called, in any spelling. */
// prettier-ignore
const reserved = new Set([
  'end', 'graph', 'flowchart', 'subgraph', 'style', 'linkstyle', 'classdef', 'class', 'click', 'href',
  'call', 'default', 'direction', 'interpolate', 'acctitle', 'accdescr', 'v', 'x', 'o',
])
const longest = 32

export function nameThings({ nodes, groups }: Pick<Graph, 'nodes' | 'groups'>): Names {
  const all = [...nodes, ...groups]
  const taken = new Set(all.map(({ id }) => id).filter(isName))
  const claimed = new Set<string>()
  const nameOf = (id: string, label: string, fallback: string): string => {
    const name = isName(id) && !claimed.has(id) ? id : freeName(label, fallback, taken)
    claimed.add(name)
    taken.add(name)
    return name
  }
  const ofNodes = nodes.map(({ id, label, kind }) => [id, nameOf(id, label, kind)] as const)
  const ofGroups = groups.map(({ id, label, type }) => [id, nameOf(id, label, type)] as const)
  return { ofNodes: new Map(ofNodes), ofGroups: new Map(ofGroups) }
}

function isName(id: string): boolean {
  return /^[A-Za-z]\w{0,31}$/.test(id) && !reserved.has(id.toLowerCase())
}

function freeName(label: string, fallback: string, taken: ReadonlySet<string>): string {
  const words = slugOf(label) || slugOf(fallback) || 'part'
  const base = reserved.has(words) ? `${words}_part` : words
  if (!taken.has(base)) return base
  for (let count = 2; ; count += 1) {
    const name = `${base}_${count}`
    if (!taken.has(name)) return name
  }
}

/** "Order service" → `order_service`; empty where no Latin letter begins it. */
function slugOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  const words = plain.replace(/[^a-z0-9]+/g, '_').replace(/^[_0-9]+|_+$/g, '')
  return words.slice(0, longest).replace(/_+$/, '')
}
