import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { minutesIn } from '../durations.ts'
import { entitiesIn } from '../data-class.ts'
import { nameOf, nodesWith, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isSaidAbout, sayingsAbout } from '../said.ts'
import { says } from '../says.ts'

export default defineRule({
  id: 'perf-cache-wrong-content',
  title: 'A cache holds what does not suit it',
  category: 'performance',
  why: 'Values that change all the time, pages of one person and huge files rarely hit; worse, they show old prices or leak to others.',
  fix: 'Let such requests pass the cache, give private answers a key of their own, and put files into an object store with a CDN.',
  question: 'Who else could be served this entry, and how old may it be?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Trading service] --> cache["Redis: live stock prices, TTL 60 s"]
  api --> feed[Market data provider]`,
      `flowchart LR
  web[Browser] -->|personal account pages| cdn[CDN] --> lb[Load balancer x2] --> app[Bank web server x3]`,
      `flowchart LR
  web[Browser] --> api[Media service] --> cache["Redis cache of video files"]
  api --> s3[S3 bucket]`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> api[Trading service] --> cache["Redis: live stock prices, TTL 500 ms"]
  api --> feed[Market data provider]`,
      `flowchart LR
  web[Browser] -->|"personal pages: private, no-store"| cdn[CDN] --> lb[Load balancer x2] --> app[Bank web server x3]`,
      `flowchart LR
  web[Browser] -->|pictures and scripts| cdn[CDN] --> s3[S3 bucket]`,
      `flowchart LR
  web[Browser] --> api[Media service] --> cache["Redis cache of video metadata, TTL 5 min"]
  api --> s3[S3 bucket]`,
      `flowchart LR
  web[Browser] --> api[Product service] --> cache["Redis: product prices, TTL 5 min"]
  api --> db[(PostgreSQL)]`,
    ],
  },
  appliesTo: (context) => cachesOf(context).length > 0,
  check(context) {
    return cachesOf(context).flatMap((node) => {
      const fault = faultOf(context, node)
      return fault === undefined ? [] : [observe(context, node, fault)]
    })
  },
})

const inMemory: ReadonlySet<string> = new Set(['cache', 'local-cache'])
type Fault = 'moving' | 'personal' | 'large'
const said: Readonly<Record<Fault, string>> = {
  moving: 'keeps values that change all the time for longer than a second',
  personal: 'is shared by everybody and holds pages of one person',
  large: 'keeps whole files in memory',
}

const moving =
  /\b(?:live|real[-\s]?time|current|latest)\s+(?:\w+\s+){0,2}(?:prices?|quotes?|rates?|bids?|odds|positions?|scores?|stock levels?)\b|\b(?:order ?books?|tickers?|bid(?:s|ding)? prices?|stock quotes?|fx rates?|current bids?)\b/i
const personal =
  /\b(?:personal(?:i[sz]ed)?|per[-\s]user|user[-\s]specific|logged[-\s]in|account|my|private|patient|dashboard)\s+(?:\w+\s+)?(?:pages?|dashboards?|content|responses?|answers?|feeds?|data|html|profiles?|records?|carts?|orders|statements|api)\b|\b(?:shopping )?carts\b|\b(?:user|account) dashboards?\b/i
const large =
  /\b(?:videos?|movies?|video files?|image files?|raw images?|photos|files|pdfs?|documents? scans?|blobs|attachments|backups)\b/i
const small =
  /\b(?:metadata|meta|titles?|lists?|counts?|ids?|urls?|links?|manifests?|playlists?|index|thumbnails?|views?|names|details|info|status|catalog\w*|watch\w*|positions?|progress|lookups?|permissions?|tokens?|sessions?)\b/i
const handled =
  /\b(?:private|keyed|vary|no[-\s]store|bypass\w*|not cached|never cached|uncached|signed|per[-\s]user keys?|own keys?|accept\w*|pass(?:es)? through|dynamic acceleration|static)\b/i

function cachesOf(context: CheckContext): readonly DesignNode[] {
  return [...nodesWith(context, 'derived'), ...nodesWith(context, 'entry')].filter(({ id }) => {
    const kind = context.kindOf(id).id
    return inMemory.has(kind) || kind === 'cdn'
  })
}

/** What decisions say that it caches. */
function toldOf(context: CheckContext, id: string): readonly string[] {
  return sayingsAbout(context, /\bcach(?:e|es|ed|ing)\b/i)
    .filter(({ section, nodeIds }) => section === 'decisions' && nodeIds.includes(id))
    .map(({ text }) => text)
}

function faultOf(context: CheckContext, node: DesignNode): Fault | undefined {
  const isEdge = context.kindOf(node.id).id === 'cdn'
  const around = [...edgesTo(context.index, node.id), ...edgesFrom(context.index, node.id)]
  const texts = [wordsOn(node), ...around.map(wordsOf), ...toldOf(context, node.id)]
  if (isMoving(context, node, texts)) return 'moving'
  if (!isEdge) return isLarge(context, node, texts) ? 'large' : undefined
  const isPersonal = texts.some((text) => says(text, personal) && !handled.test(text))
  return isPersonal && !isSaidAbout(context, node.id, setApart) ? 'personal' : undefined
}

const setApart =
  /\bcache-control\b|\bno-store\b|\bprivate\b[^.]*\b(?:cach\w*|cdn)\b|\b(?:cach\w*|cdn)\b[^.]*\b(?:private|bypass\w*|not cached|vary|signed)\b/i

/** Only where it is said how long such a value is kept. */
function isMoving(context: CheckContext, node: DesignNode, texts: readonly string[]): boolean {
  const text = texts.find((words) => says(words, moving))
  if (text === undefined || /\baccept\w*|\bstale\w* (?:is )?(?:ok|fine)/i.test(text)) return false
  const { ttl } = node.properties
  const seconds = typeof ttl === 'number' ? ttl : (minutesIn(text)[0] ?? 0) * 60
  return seconds > 1 && !isSaidAbout(context, node.id, /\bstale\w*[^.]*\b(?:accept\w*|fine|ok)\b/i)
}

function isLarge(context: CheckContext, node: DesignNode, texts: readonly string[]): boolean {
  const isSaid = texts.some((text) => says(text, large) && !small.test(text) && !handled.test(text))
  const holdsLarge = entitiesIn(context, node.id).some(({ meanBytes = 0 }) => meanBytes > 1e6)
  return holdsLarge || (isSaid && !texts.some((text) => small.test(text)))
}

function observe(context: CheckContext, node: DesignNode, fault: Fault): Observation {
  return {
    subject: [node.id],
    severity: 'warning',
    message: sentence(`${nameOf(context, node.id)} ${said[fault]}.`),
    evidence: { fault },
  }
}
