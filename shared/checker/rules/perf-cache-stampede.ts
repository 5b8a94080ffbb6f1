import { copyingCaches, isBeforeStore } from '../cache-nodes.ts'
import { defineRule } from '../define-rule.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { nameOf, sentence } from '../parts.ts'
import { isSaidAbout, isSaidInDrawing } from '../said.ts'
import { isAtLeast } from '../scale.ts'

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
    ],
  },
  appliesTo: (context) => isAtLeast(context.band, 'L') && copyingCaches(context).length > 0,
  check(context) {
    return copyingCaches(context)
      .filter(({ id }) => isBeforeStore(context, id) && !isPrepared(context, id))
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
  /\bsingle[-\s]?flight\b|\bcoalesc\w*|\bjitter\w*|\bstampede\w*|\bthundering herd\b|\bdog[-\s]?pil\w*|\block(?:s|ed|ing)?\b|\bmutex\b|\bearly\b|\brefresh[-\s]?ahead\b|\bbackground refresh\w*|\brefresh\w* (?:in the background|ahead|before)\b|\bstale[-\s]while[-\s]\w+|\bserves? stale\b|\bprobabilistic\b|\bwrite[-\s]through\b|\bpre[-\s]?warm\w*|\bwarm(?:ed|ing)\b|\brequest collapsing\b/i

const isDrawn = oncePerCheck((context) => isSaidInDrawing(context, guards))

function isPrepared(context: Parameters<typeof isBeforeStore>[0], id: string): boolean {
  const { cachePattern } = context.index.nodes.get(id)?.properties ?? {}
  if (cachePattern === 'write-through') return true
  return isSaidAbout(context, id, guards) || isDrawn(context)
}
