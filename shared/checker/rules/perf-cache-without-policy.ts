import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { copyingCaches, isBeforeStore } from '../cache-nodes.ts'
import { sayingsOfCache, textsOfCache } from '../cache-sayings.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { nameOf, sentence } from '../parts.ts'
import { isSaidInDrawing, isSaidOn } from '../said.ts'
import { denies, says } from '../says.ts'

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
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Place service] --> r[(Redis)]
  api --> db[(PostgreSQL)]
\`\`\`
## Data model
- Place (content) in PostgreSQL: key id
- Cached place in Redis: key id. Written at the first miss, it stays there for good; nothing removes or refreshes it.`,
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
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Flag service] --> r[(Redis)]
  api --> db[(PostgreSQL)]
\`\`\`
## Decisions
- Keys have no TTL: the request that changes a flag deletes its key, because an old flag is a bug; consequence: one more write.`,
    ],
  },
  appliesTo: (context) => copyingCaches(context).length > 0,
  check(context) {
    return copyingCaches(context).flatMap((node) => {
      if (!isBeforeStore(context, node.id)) return []
      if (isDenied(context, node)) return [observe(context, node, 'warning')]
      if (isGoverned(context, node)) return []
      return [observe(context, node, 'suggestion')]
    })
  },
})

const policy =
  /\bttls?\b|\bexpir\w*|\binvalidat\w*|\bevict\w*|\blru\b|\blfu\b|\b(?:write|read)[-\s](?:through|behind|around)\b|\bcache[-\s]aside\b|\bstale\w*|\brefresh\w*|\bpurge\w*|\bversioned\b|\bimmutable\b|\bnever changes?\b|\bEX \d+|\bmax-age\b|\b(?:drop|delet|remov|clear|forg[eo]t|swap|replac|reload|rebuil|flush|overwrit|rewrit|updat|push)\w*/i
const length =
  '(?:\\d+(?:\\.\\d+)?|an?|one|two|three|five|ten|fifteen|thirty|half an?|a few) ?-?(?:ms|s|secs?|seconds?|m|mins?|minutes?|h|hours?|d|days?|weeks?)'
const ages = new RegExp(
  `\\b(?:for|each|every|after|within|up to|live[sd]?|kept?|keeps|stays?|at most|old|fresh)\\b[^.;,]{0,25}\\b${length}\\b|\\b${length} (?:old|late|stale|ttl)\\b`,
  'i',
)
const anyLength = new RegExp(`\\b${length}\\b`, 'i')
const expiry = /\b(?:ttl|expir(?:y|ation)|invalidation)\b/i
/** Said of entries, keys or a cache as a whole: that nothing takes them out. */
const forever =
  /\b(?:cach|kept|keep|stay|live|remain|held|hold|sit)\w*\b[^.;]{0,30}\b(?:for ?ever|for good(?! measure)|indefinitely|permanently|until (?:the next |a |we )?(?:restart|flush|release|deploy\w*))\b|\b(?:never (?:expires?|expired?|evicted|invalidated|removed|cleared)|nothing (?:ever )?(?:removes?|evicts?|expires?|invalidates?|clears?)|(?:no|without(?: an?| any)?) (?:ttl|expir(?:y|ation)|time to live|invalidation)|(?:ttl|expiry|time to live)\s*[:=]?\s*(?:is )?(?:none|never|not set|0\b|-1))\b/i
/** What makes an entry that stays no old one. */
const cures =
  /\b(?:immutable|content[- ]hash\w*|hash(?:ed)? (?:name|key)s?|versioned|write[- ]through|never changes?|do(?:es)? not change|invalidat(?:ed|es|ion)|evicted|purged|refresh(?:ed|es)|(?:delet|remov|drop|overwrit|replac|updat|rewrit|push|swap)(?:es|s|ed|ped|ing)\b[^.;]{0,40}\b(?:key|entr|it\b|them|every|each|chang|writ|cache|redis|request|nightly))/i

function isDenied(context: CheckContext, node: DesignNode): boolean {
  const { invalidation, ttl } = node.properties
  const texts = textsOfCache(context, node.id)
  if (texts.some((text) => says(text, cures))) return false
  if (invalidation === 'none' && ttl === undefined) return true
  if (ttl !== undefined) return false
  return texts.some((text) => forever.test(text) || denies(text, expiry))
}

function isGoverned(context: CheckContext, node: DesignNode): boolean {
  const { invalidation, ttl, cachePattern, eviction } = node.properties
  if ([invalidation, ttl, cachePattern, eviction].some((value) => value !== undefined)) return true
  const edges = [...edgesTo(context.index, node.id), ...edgesFrom(context.index, node.id)]
  if (edges.some(({ properties: { ttl, cachePattern } }) => ttl ?? cachePattern)) return true
  if (isSaidOn(context, node.id, anyLength)) return true
  const told = sayingsOfCache(context, node.id).filter(({ section }) => section !== 'failures')
  if (told.some(({ text }) => says(text, policy) || says(text, ages))) return true
  // One label about entries often stands for all caches of a drawing.
  return isDrawnPolicy(context)
}

const drawnPolicy =
  /\bttls?\b|\bexpir\w*|\binvalidat\w*|\bevict\w*|\bcache[-\s]aside\b|\b(?:write|read)[-\s]through\b|\bimmutable\b/i
const isDrawnPolicy = oncePerCheck((context) => isSaidInDrawing(context, drawnPolicy))

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
