import { edgesTo } from '#shared/design/graph.ts'
import { isSaidSomewhere } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { figure, roughly } from '../figures.ts'
import { mayRun, nameOf, plays, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isAtLeast } from '../scale.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { sayingsOf } from '../said.ts'

export default defineRule({
  id: 'scale-static-without-cdn',
  title: 'Files travel from the origin every time',
  category: 'scalability',
  why: 'People far away wait for the origin, and the origin pays for all the traffic.',
  fix: 'Serve files through a CDN in front of the object store, and let it keep them near the people.',
  question: 'Somebody on another continent opens a picture. Which machine sends it?',
  examples: {
    bad: [
      `---
peakQps: 5000
regions: 3
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Photo service x8] --> db[(DynamoDB)]
  app -->|loads photos| s3[(S3 photos)]`,
      `---
peakQps: 3000
---
# Clips
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Clip service x5] --> db[(PostgreSQL + standby)]
  api -->|reads video files| files[(Object store: clips)]
\`\`\`
## Estimates
- Egress at the peak: 4 Gbit/s
## Data model
- Clip (media) in Object store: key id; 2M rows of 40 MB`,
    ],
    good: [
      `---
peakQps: 5000
regions: 3
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Photo service x8] --> db[(DynamoDB)]
  app -->|loads photos| cdn[CloudFront] --> s3[(S3 photos)]`,
      `---
peakQps: 40
regions: 2
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Photo service x2] --> db[(DynamoDB)]
  app -->|loads photos| s3[(S3 photos)]`,
      `---
peakQps: 5000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Photo service x8] --> s3[(S3 photos)]`,
      `---
peakQps: 5000
regions: 2
publicFacing: false
---
flowchart LR
  web[Back office browser] --> lb[Load balancer x2] --> api[Scan service x8] -->|reads image files| s3[(S3 scans)]`,
      `---
peakQps: 5000
regions: 2
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Ledger service x8] --> db[(DynamoDB)]
  api -->|nightly backups| s3[(S3 backups)]`,
    ],
  },
  appliesTo: (context) => isAtLeast(context.band, 'S') && filesServed(context).length > 0,
  check(context) {
    const { publicFacing, regions } = context.design.scale
    const egress = egressOf(context)
    const isFar = (regions ?? 1) >= 2 || isSaidSomewhere(context, world) || isOnContinents(context)
    if (publicFacing === false || !(isFar || egress > enough)) return []
    if (hasContentNetwork(context) || isSaidSomewhere(context, insideOnly)) return []
    const why =
      egress > enough ? `${figure((egress * 8) / 1e6)} Mbit/s leave it` : 'people are far from it'
    return filesServed(context).map((id) => ({
      subject: [id],
      severity: isAtLeast(context.band, 'M') ? ('warning' as const) : ('suggestion' as const),
      message: sentence(
        `Files of ${nameOf(context, id)} reach people with no CDN on the way, and ${why}.`,
      ),
      evidence: { regions: regions ?? null, egress: roughly(egress) },
    }))
  },
})

/** 100 Mbit/s, in bytes a second. */
const enough = 100e6 / 8
const fileStores: ReadonlySet<string> = new Set(['object-store', 'file-store', 'block-store'])
const files =
  /\b(?:media|videos?|images?|photos?|pictures?|thumbnails?|avatars?|static|assets?|segments?|renditions?|audio|songs?|tracks?|podcasts?|clips?|streams?|downloads?|web ?site|front-?end|spa|maps? tiles|tiles)\b/i
const notServed =
  /\b(?:back-?ups?|archives?|logs?|lake|raw|originals?|exports?|dumps?|snapshots?|models?|etl|warehouse|receipts?|invoices?|uploads? only|staging)\b/i
const world =
  /\b(?:two|three|several|many|all|multiple|\d+) continents\b|\bworld-?wide\b|\bglobal(?:ly)? (?:audience|users|customers|viewers|readers|distributed)\b|\b(?:all )?(?:over|around|across) the (?:world|globe)\b/i
const insideOnly =
  /\b(?:internal (?:tool|users?|only|system)|intranet|single[-\s]site|employees only)\b/i

const continents: readonly RegExp[] = [
  /\b(?:europe|eu|emea|germany|france|uk|united kingdom|spain|italy|poland|scandinavia)\b/i,
  /\b(?:north america|usa|u\.s\.|united states|canada|americas)\b/i,
  /\b(?:south america|latin america|latam|brazil|argentina|chile)\b/i,
  /\b(?:asia|apac|india|japan|singapore|indonesia|korea|china)\b/i,
  /\b(?:africa|nigeria|kenya|south africa)\b/i,
  /\b(?:australia|oceania|new zealand)\b/i,
]
const people =
  /\b(?:users?|listeners?|viewers?|readers?|customers?|players?|guests?|visitors?|people|members?|audience|traffic|requests|students?|shoppers?|fans|clients?|subscribers?)\b/i

/** Whether a sentence about people names two continents, or says that they are wherever they like. */
function isOnContinents(context: CheckContext): boolean {
  return sayingsOf(context).some(
    ({ text }) =>
      people.test(text) &&
      (everywhere.test(text) || continents.filter((name) => name.test(text)).length >= 2),
  )
}

const everywhere =
  /\bwherever (?:the |they|he|she|a |in the world)|\b(?:anywhere|everywhere) (?:in|on) (?:the )?(?:world|earth|planet|globe)\b|\bin \d{2,} countries\b|\bon (?:every|all) continents?\b/i

/** Stores of files that people load: those that are named so, or that media is said to lie in. */
const filesServed = oncePerCheck((context): readonly string[] => {
  const media = new Set(
    context.design.answers.entities
      .filter((entity) => entity.class === 'media')
      .flatMap((entity) => entity.storeIds),
  )
  return context.design.graph.nodes
    .filter((node) => {
      if (!fileStores.has(context.kindOf(node.id).id)) return false
      const around = edgesTo(context.index, node.id)
      const words = `${wordsOn(node)} ${around.map(wordsOf).join(' ')}`
      if (notServed.test(words) || around.every(({ from }) => !isServing(context, from)))
        return false
      return media.has(node.id) || files.test(words)
    })
    .map(({ id }) => id)
})

/** What fetches a file for somebody: a client itself, or what answers one. */
function isServing(context: CheckContext, id: string): boolean {
  if (plays(context, id, 'client') || plays(context, id, 'entry')) return true
  const { id: kind, traits } = context.kindOf(id)
  const isUnknown = traits.length === 0 && mayRun(context, id)
  return isUnknown || ['service', 'monolith', 'serverless-function', 'bff'].includes(kind)
}

const hasContentNetwork = oncePerCheck((context) => {
  const isEdge = (id: string) => ['cdn', 'edge-gateway'].includes(context.kindOf(id).id)
  return (
    context.design.graph.nodes.some(({ id }) => isEdge(id)) ||
    isSaidSomewhere(
      context,
      /\bcdn\b|\bcloudfront\b|\bakamai\b|\bfastly\b|\bcloudflare\b|\bedge (?:cache|network|locations?)\b/i,
    )
  )
})

/** Bytes a second that leave at the peak, as far as anybody wrote it down; 0 otherwise. */
function egressOf({ design }: CheckContext): number {
  const about =
    /\b(?:egress|out(?:going|bound)?|downloads?|delivery|serv(?:ed|ing)|bandwidth|traffic|stream\w*|reads?|viewers?|playback)\b/i
  const found = design.answers.estimates
    .filter(({ dimension, name, text }) => dimension === 'dataRate' && about.test(name || text))
    .filter(
      ({ name, text }) => !/\b(?:ingress|incoming|inbound|uploads?|writes?)\b/i.test(name || text),
    )
    .map(({ value }) => value)
  return Math.max(0, ...found)
}
