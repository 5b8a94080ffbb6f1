import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { copyingCaches, isBeforeStore } from '../cache-nodes.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { nameOf, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isSaidAbout, isSaidInDrawing } from '../said.ts'
import { denies } from '../says.ts'

export default defineRule({
  id: 'perf-cache-without-policy',
  title: 'Nothing says when a cache entry goes',
  category: 'performance',
  why: 'Without an expiry or an invalidation people read old data for ever, and nobody knows who fills the cache and when.',
  fix: 'Choose a pattern and a time to live for each kind of entry, and drop entries when what they copy changes.',
  question: 'A record changes. When does the cache say so?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Catalogue service] --> cache["Redis cache, no TTL"]
  api --> db[(PostgreSQL)]`,
      `---
peakQps: 4000
---
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> feed[Feed service x6] --> mc[Memcached x3]
  feed --> db[(MySQL + standby)]`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> api[Catalogue service] --> cache["Redis cache, TTL 10 min"]
  api --> db[(PostgreSQL)]`,
      `---
peakQps: 4000
---
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> feed[Feed service x6] -->|"cache-aside, invalidated on write"| mc[Memcached x3]
  feed --> db[(MySQL + standby)]`,
      `flowchart LR
  web[Browser] --> api[Login service] --> cache[Redis sessions]
  api --> db[(PostgreSQL)]`,
      `flowchart LR
  web[Browser] --> api[Image service] --> cache["Redis cache of immutable thumbnails"]
  api --> db[(PostgreSQL)]`,
    ],
  },
  appliesTo: (context) => copyingCaches(context).length > 0,
  check(context) {
    return copyingCaches(context).flatMap((node) => {
      if (isDenied(context, node)) return [observe(context, node, 'warning')]
      if (isGoverned(context, node) || !isBeforeStore(context, node.id)) return []
      return [observe(context, node, 'suggestion')]
    })
  },
})

const policy =
  /\bttl\b|\bexpir\w*|\binvalidat\w*|\bevict\w*|\blru\b|\blfu\b|\b(?:write|read)[-\s](?:through|behind|around)\b|\bcache[-\s]aside\b|\bstale\w*|\brefresh\w*|\bpurge\w*|\bversioned\b|\bimmutable\b|\bnever changes?\b|\b(?:for|each|every|after|within|gone after|kept|up to|a few|live) (?:\w+ )?(?:\d+ ?)?(?:ms|s|sec\w*|min\w*|h|hours?|days?|weeks?)\b|\b\d+ ?(?:s|sec\w*|min\w*|h|hours?|days?) (?:old|late|stale|ttl)\b/i
const expiry = /\b(?:ttl|expir(?:y|ation|es?)|invalidation|eviction)\b/i

const forever =
  /\b(?:entr(?:y|ies)|keys?|values?|cache\w*|everything)\b[^.;]{0,30}\b(?:for ?ever|never (?:expires?|evicted|invalidated|removed))\b/i

function isDenied(context: CheckContext, node: DesignNode): boolean {
  const { invalidation, ttl } = node.properties
  if (invalidation === 'none' && ttl === undefined) return true
  if (isSaidAbout(context, node.id, forever)) return true
  return (
    denies(wordsOn(node), expiry) ||
    edgeWords(context, node.id).some((text) => denies(text, expiry))
  )
}

function isGoverned(context: CheckContext, node: DesignNode): boolean {
  const { invalidation, ttl, cachePattern, eviction } = node.properties
  if ([invalidation, ttl, cachePattern, eviction].some((value) => value !== undefined)) return true
  const edges = [...edgesTo(context.index, node.id), ...edgesFrom(context.index, node.id)]
  if (edges.some(({ properties: { ttl, cachePattern } }) => ttl ?? cachePattern)) return true
  // One sentence about entries often stands for all caches of a drawing.
  return isSaidAbout(context, node.id, policy) || isDrawnPolicy(context)
}

const isDrawnPolicy = oncePerCheck((context) => isSaidInDrawing(context, policy))

function edgeWords({ index }: CheckContext, id: string): readonly string[] {
  return [...edgesTo(index, id), ...edgesFrom(index, id)].map(wordsOf)
}

function observe(
  context: CheckContext,
  node: DesignNode,
  severity: Observation['severity'],
): Observation {
  return {
    subject: [node.id],
    severity,
    message: sentence(
      severity === 'warning'
        ? `${nameOf(context, node.id)} keeps its entries for ever, also when what they copy changes.`
        : `${nameOf(context, node.id)} says neither how long an entry lives nor what removes it.`,
    ),
    evidence: { denied: severity === 'warning' },
  }
}
