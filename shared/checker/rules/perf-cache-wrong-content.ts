import type { SectionId } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { drawnSayings, sayingsOfCache } from '../cache-sayings.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { minutesIn } from '../durations.ts'
import { entitiesIn } from '../data-class.ts'
import { nameOf, sentence, wordsOf } from '../parts.ts'
import { isSaidAbout } from '../said.ts'
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
      `flowchart LR
  web[Guests' browsers] --> cdn["CDN, keeps every response 5 min, /account included"] --> lb[Load balancer x2] --> shop[Shop service x3]`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lot[Auction service] --> r[(Redis)]
  lot --> db[(PostgreSQL)]
\`\`\`
## Data model
- Current bid in Redis: key lot; cached for 30 s`,
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
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lot[Auction service] --> r[(Redis)]
  lot --> db[(PostgreSQL)]
\`\`\`
## Data model
- Current bid in Redis: key lot; written through with every bid, TTL 60 s`,
      `flowchart LR
  web[Guests' browsers] --> cdn["CDN, caches public pages, account pages come from the shop"] --> lb[Load balancer x2] --> shop[Shop service x3]`,
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
  /\b(?:live|real[-\s]?time|current|latest)\s+(?:\w+\s+){0,2}(?:prices?|quotes?|rates?|bids?|odds|positions?|scores?|balances?|stock levels?|inventory|availability|(?:seat|room|space)s? (?:left|free)|free (?:seat|room|space)s?)\b|\b(?:prices?|quotes?|spaces|seats|rooms|odds|balances?)\b[^.;,]{0,20}\bin real[-\s]?time\b|\b(?:order ?books?|tickers?|bid(?:s|ding)? prices?|stock quotes?|fx rates?|current bids?|account balances?)\b/i
/** A copy that follows each change is as young as the original. */
const followed =
  /\b(?:writ\w*|push\w*|updat\w*|invalidat\w*|delet\w*|refresh\w*)[- ]?(?:through|(?:with|on|at|by) (?:every|each|any))\b|\bdelayed\b|\baccept\w*|\bstale\w* (?:is )?(?:ok|fine)/i
const personal =
  /\b(?:personal(?:i[sz]ed)?|per[-\s]user|user[-\s]specific|logged[-\s]in|signed[-\s]in|account|my|private|patient|member|customer|profile|statement|dashboard)(?:['’]s?)?\s+(?:\w+\s+)?(?:pages?|dashboards?|content|responses?|answers?|feeds?|data|html|profiles?|records?|carts?|orders|statements|bookings|api)\b|\b(?:statement|account|profile|order) pages? of\b|\b(?:shopping )?carts\b|\b(?:user|account) dashboards?\b|(?<![\w.])\/(?:account|me|my|profile|orders?|cart|basket|dashboard|statements?|bookings)\b/i
const keeping =
  /\bcach(?:e|es|ed|ing)\b|\bkeeps?\b|\bkept\b|\bstor(?:es?|ed)\b|\bmax-age\b|\bttl\b/i
const large =
  /\b(?:videos?|movies?|video files?|image files?|mp4s?|raw images?|photos|files|pdfs?|documents? scans?|blobs|attachments|backups)\b/i
const heavy =
  /\b(?:\d{2,}|[2-9](?:\.\d)?) ?(?:MB|MiB|GB|megabytes?)\s*(?:each|apiece|per \w+|on average|every)|\bof (?:up to |about |some )?(?:\d{2,}|[2-9](?:\.\d)?) ?(?:MB|MiB|GB)\b/i
const small =
  /\b(?:metadata|meta|titles?|lists?|counts?|ids?|urls?|links?|manifests?|playlists?|index|thumbnails?|views?|names|details|info|status|catalog\w*|watch\w*|positions?|progress|lookups?|permissions?|tokens?|sessions?)\b/i
const handled =
  /\b(?:private|keyed|vary|no[-\s]store|bypass\w*|not cach\w+|never cach\w+|uncached|un-?cacheable|signed(?![-\s]in)|per[-\s]user keys?|own keys?|accept\w*|pass(?:es|ed|ing)?|skips?|except|but not|only (?:public|static|anonymous)|dynamic acceleration|static)\b/i

function cachesOf(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter(
    ({ id }) => inMemory.has(context.kindOf(id).id) || isContentNetwork(context, id),
  )
}

/** A box that says too much to be one kind alone still begins with what it is. */
const contentNetwork = /^(?:\w+ )?(?:cdn|cloud ?front|cloudflare|fastly|akamai|front door)\b/i

function isContentNetwork(context: CheckContext, id: string): boolean {
  const kind = context.kindOf(id)
  if (kind.id === 'cdn') return true
  return kind.traits.length === 0 && contentNetwork.test(context.index.nodes.get(id)?.label ?? '')
}

function faultOf(context: CheckContext, node: DesignNode): Fault | undefined {
  const isEdge = isContentNetwork(context, node.id)
  const told = sayingsOfCache(context, node.id).filter(({ section }) => !asked.has(section))
  const texts = told.map(({ text }) => text)
  if (isMoving(context, node, texts)) return 'moving'
  if (!isEdge) return isLarge(context, node, texts) ? 'large' : undefined
  return isPersonal(context, node) && !isSaidAbout(context, node.id, setApart)
    ? 'personal'
    : undefined
}

/** What a design is to reach, and the calls that it answers, say nothing of what a cache keeps. */
const asked: ReadonlySet<SectionId> = new Set(['non-functional-requirements', 'estimates', 'api'])

const setApart =
  /\bcache-control\b|\bno-store\b|\bprivate\b[^.]*\b(?:cach\w*|cdn)\b|\b(?:cach\w*|cdn)\b[^.]*\b(?:private|bypass\w*|not cached|vary|signed(?![-\s]in))\b/i

/** On an arrow what is carried is enough; elsewhere it has to be said that it is kept. */
function isPersonal(context: CheckContext, { id }: DesignNode): boolean {
  const arrows = [...edgesTo(context.index, id), ...edgesFrom(context.index, id)].map(wordsOf)
  const told = sayingsOfCache(context, id).filter(({ nodeIds, text }) => {
    const others = nodeIds.some((other) => other !== id && isCache(context, other))
    return !others && (nodeIds.includes(id) || /\b(?:cdn|edge)\b/i.test(text))
  })
  const kept = told
    .flatMap(({ text }) => text.split(/[.;](?=\s|$)/))
    .filter((text) => says(text, keeping))
  return [...arrows, ...kept].some((text) => says(text, personal) && !isApart(text))
}

function isCache(context: CheckContext, id: string): boolean {
  return isContentNetwork(context, id) || inMemory.has(context.kindOf(id).id)
}

/** "Caches public pages, account pages come from the service" tells the two apart. */
function isApart(text: string): boolean {
  if (handled.test(text)) return true
  return /\b(?:public|anonymous)\b/i.test(text) && !/\b(?:too|also|as well|includ\w*)\b/i.test(text)
}

/** Only where it is said how long such a value is kept. */
function isMoving(context: CheckContext, node: DesignNode, texts: readonly string[]): boolean {
  const text = texts.find((words) => says(words, moving))
  if (text === undefined || followed.test(text)) return false
  const { ttl } = node.properties
  const seconds = typeof ttl === 'number' ? ttl : (minutesIn(text)[0] ?? 0) * 60
  return seconds > 1 && !isSaidAbout(context, node.id, /\bstale\w*[^.]*\b(?:accept\w*|fine|ok)\b/i)
}

function isLarge(context: CheckContext, node: DesignNode, texts: readonly string[]): boolean {
  const isFile = (text: string) => says(text, large) && !handled.test(text)
  const holdsLarge = entitiesIn(context, node.id).some(({ meanBytes = 0 }) => meanBytes > 1e6)
  if (holdsLarge || texts.some((text) => isFile(text) && heavy.test(text))) return true
  const drawn = drawnSayings(context, node.id).map(({ text }) => text)
  return drawn.some(isFile) && !drawn.some((text) => small.test(text))
}

function observe(context: CheckContext, node: DesignNode, fault: Fault): Observation {
  return {
    subject: [node.id],
    severity: 'warning',
    message: sentence(`${nameOf(context, node.id)} ${said[fault]}.`),
    evidence: { fault },
  }
}
