import { storageCost } from '#shared/model/cost.ts'
import { isMentioned } from '../answered.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { figure, roughly } from '../figures.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { namesOf, sentence } from '../parts.ts'
import { isSaidInDrawing, sayingsOf } from '../said.ts'
import { says } from '../says.ts'
import { isOf } from '../stores.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'cost-tiering-missing',
  title: 'Old data lies where hot data does',
  category: 'cost',
  why: 'Data that nobody reads any more costs almost six times as much in hot storage as in an archive.',
  fix: 'Move data by age: to a cheaper class after 30 and 90 days, to an archive after a year.',
  question: 'How much of what is stored was read in the last month?',
  examples: {
    bad: [
      `---
peakQps: 3000
dataSize: 400 TB a year
retention: 3 years
---
# Photos
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Photo service x5] --> s3[(S3 photos)]
\`\`\`
## Data model
- Photo (media) in S3 photos: key id; keep 3 years`,
      `---
peakQps: 9000
dataSize: 60 TB a year
retention: 2 years
---
flowchart LR
  dev[Sensors]:::iot-device --> api[Ingest service x12] --> k[Kafka x3 with DLQ] --> w[Writer worker x4] --> ts[(InfluxDB cluster)]`,
      `---
peakQps: 1800
---
# Podcasts
\`\`\`mermaid
flowchart LR
  app[Podcast apps] --> cdn[CDN] --> api[Episode service x5] --> os[(Object storage)]
\`\`\`
## Estimates
- 12,000 episodes a day x 60 MB = 720 GB a day, 263 TB a year, and nobody ever deletes one.
## Decisions
- All episodes in the standard class over a lifecycle, because it is simple; consequence: the bill grows`,
    ],
    good: [
      `---
peakQps: 3000
dataSize: 400 TB a year
retention: 3 years
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Photo service x5] --> s3[("S3 photos, lifecycle to Glacier after 90 days")]`,
      `---
peakQps: 3000
dataSize: 400 TB a year
retention: 3 years
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Photo service x5] --> s3[(S3 photos)]
  s3 -->|monthly batch| cold[(Glacier archive)]`,
      `---
peakQps: 3000
dataSize: 400 TB a year
retention: 30 days
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Photo service x5] --> s3[(S3 photos)]`,
      `---
peakQps: 300
dataSize: 2 TB a year
retention: 5 years
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Photo service x2] --> s3[(S3 photos)]`,
      `---
peakQps: 1500
---
# Training sets
\`\`\`mermaid
flowchart LR
  lab[Lab browsers] --> lb[Load balancer x2] --> api[Set service x4] --> os[(Object storage)]
\`\`\`
## Estimates
- 90 TB a year, kept 3 years
## Trade-offs
- Everything stays in the standard class, since every training run reads all of it.`,
    ],
  },
  appliesTo: (context) => context.band !== 'unknown' && yearly(context) > tenTerabytes,
  check(context) {
    const bytes = yearly(context)
    if (bytes <= tenTerabytes || keptDays(context) <= 90 || isTiered(context)) return []
    return observe(context, bytes)
  },
})

const tenTerabytes = 10e12
const bulkStores: ReadonlySet<string> = new Set([
  'object-store',
  'data-lake',
  'dfs',
  'file-store',
  'wide-column-db',
  'timeseries-db',
  'document-db',
  'sql-db',
  'key-value-db',
  'logging',
])
const coldKinds: ReadonlySet<string> = new Set(['archive-store'])
const tiers =
  /\blife-?cycle\b|\btier(?:ed|ing)\b|\bcold(?:er|line)?\b|\bwarm\b|\bglacier\b|\barchiv\w*|\binfrequent\b|\bnearline\b|\bdown-?sampl\w*|\broll(?:ed)?[-\s]?ups?\b|\b(?:data|objects?|files?|rows?|chunks?|logs?|readings?|recordings?)\b[^.;]{0,20}\bexpires?\b|\b(?:dropped|deleted|removed) (?:after (?:\w+ ){1,2}(?:days?|weeks?|months?|years?)|when older)|\bcompact(?:ed|ion)\b|\b(?:cheaper|colder|another) (?:class|storage|disks?|tier)\b|\b(?:moves?|moved|goes|go) to (?:\w+ )?(?:object|cold\w*|blob|s3|tape|archive)\b/i
/** All of it is wanted at once, so no class but the fastest will do. */
const hot =
  /\b(?:stays?|must stay|all|everything|remains?|kept) hot\b|\breads? (?:all|every|the whole|any)\b|\b(?:every|any) (?:\w+ )?(?:is|may be|can be) (?:read|opened|played|asked for) (?:at any time|every day)/i
/** What was weighed and left: "the standard class for ever, over a lifecycle". */
const left =
  /\b(?:over|instead of|rather than|not|no|without|nothing (?:is|gets)|never)\b[^.;:,]{0,40}\b(?:life-?cycle|tier\w*|archiv\w*|cold\w*|glacier|delet\w*|drop\w*)/i

/** Bytes a year, by the scale or by what estimates come to. */
const yearly = oncePerCheck(({ design }): number => {
  const { dataBytesPerYear = 0 } = design.scale
  const found = design.answers.estimates.flatMap(({ dimension, name, text, value, perSeconds }) =>
    dimension === 'data' && perSeconds !== undefined && isKept(name, text)
      ? [(value * secondsOfYear) / perSeconds]
      : [],
  )
  const told = design.answers.estimates.flatMap(({ text }) => growthIn(text))
  return Math.max(dataBytesPerYear, ...found, ...told)
})

/** "1.2 TB of logs a day": words between an amount and its period. */
const growth =
  /(\d+(?:\.\d+)?)\s?([GTP])i?B (?:of )?(?:new )?(?:logs?|data|recordings?|files?|images?|events?|readings?|footage|audio|video) (?:a|per|each|every) (day|month|year)\b/gi
const sizes: Readonly<Record<string, number>> = { G: 1e9, T: 1e12, P: 1e15 }
const perYear: Readonly<Record<string, number>> = { day: 365, month: 12, year: 1 }

function growthIn(text: string): readonly number[] {
  return [...text.matchAll(growth)].map(
    ([, digits, size = '', period = '']) =>
      Number(digits) * (sizes[size.toUpperCase()] ?? 0) * (perYear[period.toLowerCase()] ?? 0),
  )
}

const passing =
  /\b(?:egress|ingress|bandwidth|traffic|transfer\w*|network|download\w*|served|streamed|out of the cdn)\b/i

function isKept(name: string, text: string): boolean {
  return !passing.test(name) && !passing.test(text.split(/[.;]/)[0] ?? '')
}

const secondsOfYear = 365 * 86_400

/** The longest that anything is said to be kept; for ever where nothing is deleted. */
const keptDays = oncePerCheck((context): number => {
  const { scale, answers } = context.design
  if (isMentioned(context, forGood)) return Number.POSITIVE_INFINITY
  const told = sayingsOf(context).flatMap(({ text }) =>
    [...text.matchAll(kept)].map((match) => daysOf(match[1] ?? '', match[2] ?? '')),
  )
  const stated = answers.entities.map(({ retentionDays = 0 }) => retentionDays)
  return Math.max(scale.retentionDays ?? 0, ...stated, ...told)
})

const forGood =
  /\b(?:nobody|nothing|no one|never|is not|are not)\b[^.;]{0,25}\b(?:delet|remov|drop|expire)\w*|\b(?:kept|keep|stored?|retained|retention|stay\w*|class)\b[^.;]{0,25}\b(?:for ?ever|for good|indefinitely|without limit|unlimited)\b/i
const kept =
  /\b(?:kept|keep\w*|retain\w*|retention|stored? for|stay\w*|searchable|available|held)\b[^.;\d]{0,25}?(\d+(?:\.\d+)?|a|one|two|three|five|seven|ten) ?-?(days?|weeks?|months?|years?)\b/gi
const numbers: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, five: 5, seven: 7, ten: 10 } // prettier-ignore
const spans: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 }

function daysOf(number: string, unit: string): number {
  const count = numbers[number.toLowerCase()] ?? Number(number)
  return count * (spans[unit.charAt(0).toLowerCase()] ?? 0)
}

function isTiered(context: CheckContext): boolean {
  if (context.design.graph.nodes.some(({ id }) => isOf(context, id, coldKinds))) return true
  if (isSaidInDrawing(context, tiers)) return true
  return sayingsOf(context).some(
    ({ text }) => says(text, hot) || (says(text, tiers) && !left.test(text)),
  )
}

function observe(context: CheckContext, bytes: number): Observation[] {
  const stores = context.design.graph.nodes.filter(({ id }) => isOf(context, id, bulkStores))
  const files = stores.filter(({ id }) => context.kindOf(id).id === 'object-store')
  const ids = (files.length > 0 ? files : stores).map(({ id }) => id)
  const gigabytes = bytes / 1e9
  const saved = storageCost(gigabytes, 0.023 - 0.004, 12)
  return [
    {
      // Why a store was chosen says nothing of how long its data stays dear.
      subject: [answerSubject('estimates', 'storage')],
      nodes: ids,
      severity: 'suggestion',
      message: sentence(
        `${ids.length > 0 ? namesOf(context, ids) : 'The design'} keeps all of ${figure(bytes / 1e12)} TB a year in one class; a year of it costs ${figure(saved)} dollars less in an archive.`,
      ),
      evidence: { perYear: roughly(bytes) },
    },
  ]
}
