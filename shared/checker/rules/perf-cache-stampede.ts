import type { DesignNode } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { copyingCaches, isBeforeStore } from '../cache-nodes.ts'
import { isSaidOfCache, textsOfCache } from '../cache-sayings.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { nameOf, sentence, wordsOn } from '../parts.ts'
import { isAtLeast } from '../scale.ts'
import { says } from '../says.ts'

export default defineRule({
  id: 'perf-cache-stampede',
  title: 'A hot key expires for everybody at once',
  category: 'performance',
  why: 'When a hot entry is gone, thousands of requests ask the store for it in the same moment.',
  fix: 'Let one request fetch while the others wait or get the old value, vary the time to live, or refresh hot keys early.',
  question:
    'The most wanted key expires at the peak. What does the database see in the next second?',
  examples: {
    bad: [
      `---
peakQps: 30,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Product service x40] --> cache["Redis cluster, TTL 5 min"]
  api --> db[(Aurora)]`,
      `---
peakQps: 60,000
---
flowchart TB
  app[Mobile app] --> gw[API gateway x8] --> home[Home service x80]
  home -->|cache-aside| mc[Memcached x6]
  home --> posts[(Cassandra x12)]`,
      `---
peakQps: 45,000
---
# Live scores
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> page[Match service x70] --> vk[(Valkey, no locking)]
  page --> db[(PostgreSQL, primary + 3 replicas)]
\`\`\`
## Functional requirements
- Fans follow a match.
## Caching
Pages live for exactly five minutes and are all filled at kick-off. A miss goes straight to PostgreSQL.`,
    ],
    good: [
      `---
peakQps: 30,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Product service x40] --> cache["Redis cluster, TTL 5 min with jitter, single-flight"]
  api --> db[(Aurora)]`,
      `---
peakQps: 3,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Product service x5] --> cache["Redis cluster, TTL 5 min"]
  api --> db[(Aurora)]`,
      `---
peakQps: 30,000
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Product service x40] -->|write-through| cache[Redis cluster]
  api --> db[(Aurora)]`,
      `---
peakQps: 45,000
---
# Live scores
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> page[Match service x70] --> vk[(Valkey)]
  page --> db[(PostgreSQL, primary + 3 replicas)]
\`\`\`
## Functional requirements
- Fans follow a match.
## Caching
Pages live five minutes plus a random half minute. One request per key recomputes while the others get the old page.`,
    ],
  },
  appliesTo: (context) => isAtLeast(context.band, 'M') && copyingCaches(context).length > 0,
  check(context) {
    return copyingCaches(context)
      .filter((node) => isBeforeStore(context, node.id) && isExposed(context, node))
      .filter((node) => !isPrepared(context, node))
      .map((node) => ({
        subject: [node.id],
        severity: 'suggestion' as const,
        message: sentence(
          `Nothing says what happens when a hot entry of ${nameOf(context, node.id)} expires and everybody asks at once.`,
        ),
        evidence: { band: context.band },
      }))
  },
})

const guards =
  /\bsingle[-\s]?flight\b|\bcoalesc\w*|\bcollaps(?:e[sd]?|ing)\b|\bdog[-\s]?pil\w*|\b(?:lock(?:s|ed)?|mutex|lease|setnx|semaphore)\b|\bearly\b|\brefresh[-\s]?ahead\b|\brefresh\w* (?:in the background|ahead|before|by)\b|\bbackground refresh\w*|\bbefore (?:it|they|the (?:ttl|key|entry)) (?:expires?|ends?|runs? out)\b|\bstale[-\s]while[-\s]\w+|\bserves? (?:the )?(?:stale|old)\b|\b(?:get|see|receive)s? the (?:old|stale|previous)\b|\bprobabilistic\b|\bwrite[-\s]through\b|\bpre[-\s]?(?:warm|fill|comput)\w*|\bwarm(?:ed|ing|s|er)\b|\balways (?:present|there|in (?:the )?cache)\b|\b(?:only |just )?one (?:request|caller|instance|worker|process|thread)\b[^.;]{0,30}\b(?:refill|fill|recomput|rebuild|fetch|load|ask|goe|read)\w*|\b(?:push|rewrit|re-?fill|reload|writ)\w*\b[^.;]{0,30}\b(?:every|each|chang\w*|into)\b/i
/** A retry with jitter spreads calls, not the ends of entries. */
const spread =
  /\bjitter\w*|\brandom\w*|\bspread\b|\bstagger\w*|\bplus or minus\b|\b(?:ttl|expir\w*)[^.;]{0,30}(?:±|\+\/-)/i
const named = /\b(?:cache )?stampedes?\b|\bthundering herds?\b/i
const retries = /\bretr(?:y|ies)\b|\bback-?off\b/i
/** Somebody wrote that everybody asks at once. */
const admitted =
  /\b(?:all|every|each|hot)\b[^.;]{0,40}\bexpires?\b[^.;]{0,30}\b(?:same|at once|together|at (?:midnight|noon|\d))|\b(?:each|every|all)\b (?:\w+ )?(?:requests?|instances?|readers?|callers?|clients?|servers?)\b[^.;]{0,40}\b(?:rebuild|recomput|comput|fill|go|read|quer|ask|fetch|hit)\w*/i

function isExposed(context: CheckContext, { id }: DesignNode): boolean {
  return isAtLeast(context.band, 'L') || isSaidOfCache(context, id, admitted)
}

function isPrepared(context: CheckContext, { id, properties }: DesignNode): boolean {
  if (properties['cachePattern'] === 'write-through') return true
  const callers = edgesTo(context.index, id).map(({ from }) => context.index.nodes.get(from))
  const around = callers.flatMap((node) => (node === undefined ? [] : [wordsOn(node)]))
  return [...textsOfCache(context, id), ...around].some(
    (text) =>
      says(text, guards) || says(text, named) || (says(text, spread) && !retries.test(text)),
  )
}
