/**
 * How a store is split, read from its properties, its label, the entities in it and what was decided
 * about it. It judges nothing; an index inside one machine ("partitioned by month") is no shard.
 */
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { entitiesIn } from './data-class.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'
import { wordsOf } from './parts.ts'
import { sayingsAbout } from './said.ts'
import { nodesOf, recordStores } from './stores.ts'

export interface Sharding {
  /** Number of shards that was stated. */
  readonly count?: number
  /** What decides the shard of a record, as it was written: "user_id", "upload month". */
  readonly keys: readonly string[]
  /** Everything that was said about it, for rules that look for a method. */
  readonly text: string
}

export const aboutShards =
  /\bshard|\bpartition(?:ed|ing|s)?\s+(?:key\b|by\b|on\b)|\bhash(?:ed)? by\b/i

const counts = [
  /(?:\b|x|×)(\d{1,6})\s+(?:\w+\s+)?(?:shards|partitions)\b/i,
  /\b(?:shards|partitions)\s*[:=x×]?\s*[x×]?\s*(\d{1,6})\b(?!\s*[-–])/i,
]
const keyAfter =
  /\b(?:shard(?:ed|ing|s)?|partition(?:ed|ing|s)?)\b:?(?:\s+(?!by\b|on\b|of\b|is\b|key\b)[\w-]+){0,4}?\s*\b(?:by|on)\b\s*(?:the\s+|a\s+)?([^.;)\n]{1,60})/gi
const keyNamed =
  /\b(?:shard(?:ing)?|partition(?:ing)?) key\b\s*(?:[:=]|\bis\b|\bon\b|\bby\b)?\s*(?:the\s+)?([^.;)\n]{1,60})/gi
const hashOf = /\bhash\w*\s*(?:\(|\bof\b|\bby\b|\bon\b)\s*(?:the\s+)?([\w ,.-]{1,40})/gi

/** `undefined` when nobody says that the store is split. */
export function shardingOf(context: CheckContext, nodeId: string): Sharding | undefined {
  const known = shardings(context)
  if (known.has(nodeId)) return known.get(nodeId)
  const sharding = lookUp(context, nodeId)
  known.set(nodeId, sharding)
  return sharding
}

const shardings = oncePerCheck(() => new Map<string, Sharding | undefined>())

function lookUp(context: CheckContext, nodeId: string): Sharding | undefined {
  const node = context.index.nodes.get(nodeId)
  if (node === undefined) return undefined
  const { shards, shardKey, shardMethod } = node.properties
  const held = entitiesIn(context, nodeId).flatMap((entity) => entity.shardKey ?? [])
  const texts = [textOn(node), ...statements(context, nodeId)].filter((t) => aboutShards.test(t))
  if (typeof shards !== 'number' && typeof shardKey !== 'string') {
    if (held.length + texts.length === 0) return undefined
  }
  const said = [...texts, ...[shardMethod].filter((value) => typeof value === 'string')]
  const named = [...[shardKey].filter((value) => typeof value === 'string'), ...held]
  const count = typeof shards === 'number' ? shards : countIn(texts)
  return {
    ...(count === undefined ? {} : { count }),
    keys: withoutRests(unique([...named, ...texts.flatMap(keysIn)])),
    text: [...said, ...named].join('. '),
  }
}

/** Label and note as sentences of their own, so that a key ends where the label ends. */
function textOn({ label, properties }: DesignNode): string {
  const { note } = properties
  return typeof note === 'string' ? `${label}. ${note}` : label
}

/** What was said about shards in answers that name the store, or that name none. */
function statements(context: CheckContext, nodeId: string): readonly string[] {
  const arrows = [...edgesTo(context.index, nodeId), ...edgesFrom(context.index, nodeId)]
  const said = sayingsAbout(context, aboutShards).filter(
    ({ section, nodeIds }) =>
      section !== 'functional-requirements' &&
      section !== 'estimates' &&
      section !== 'api' &&
      (nodeIds.includes(nodeId) || (nodeIds.length === 0 && isOnlyStoreSplit(context, nodeId))),
  )
  return [...arrows.map(wordsOf), ...said.map(({ text }) => text)]
}

/** A sentence that names no component speaks of the one store that is drawn as split, else of the only database. */
function isOnlyStoreSplit(context: CheckContext, nodeId: string): boolean {
  const split = drawnAsSplit(context)
  const meant = split.length > 0 ? split : nodesOf(context, recordStores).map(({ id }) => id)
  return meant.length === 1 && meant[0] === nodeId
}

const drawnAsSplit = oncePerCheck(({ design }) =>
  design.graph.nodes
    .filter((node) => {
      const { shards } = node.properties
      return (typeof shards === 'number' && shards > 1) || aboutShards.test(textOn(node))
    })
    .map((node) => node.id),
)

function countIn(texts: readonly string[]): number | undefined {
  for (const text of texts) {
    for (const pattern of counts) {
      const found = Number(pattern.exec(text)?.[1])
      if (Number.isInteger(found) && found > 0) return found
    }
  }
  return undefined
}

/** What follows a key in a list: ", 24 shards", ", each with a standby". */
const restAfterKey =
  /\s*[,+]\s*(?:\d|each\b|every\b|with\b|all\b|one\b|stand-?by|replica|hash\w*|range\w*|consistent|primary).*$/i

/** "The remainder of dividing the user id by 16", "user_id % 16". */
const dividedBy = /\bdivid\w+\s+(?:of\s+)?(?:the |its |their )?([\w ]{1,30}?)\s+by\b/gi
const moduloOf = /([\w.]{1,40})\)?\s*(?:%|\bmod(?:ulo)?\b)\s*(?:\d|n\b|num|the number)/gi

function keysIn(text: string): readonly string[] {
  return [keyAfter, keyNamed, hashOf, dividedBy, moduloOf]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap(([, key]) => {
      const trimmed = (key ?? '')
        .replace(restAfterKey, '')
        .replace(/\s+(?:because|so|since|to|for|with|using|in|over|instead|rather)\b.*$/i, '')
        .trim()
      return trimmed === '' ? [] : [trimmed]
    })
}

/** "creation month, semi-sync replicas" is the key that somebody else named, and more about the store. */
function withoutRests(keys: readonly string[]): readonly string[] {
  return keys.filter((key) => !keys.some((other) => key.startsWith(`${other}, `)))
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
