import { storageCost } from '#shared/model/cost.ts'
import { isSaidSomewhere } from '../answered.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { figure, roughly } from '../figures.ts'
import { namesOf, sentence } from '../parts.ts'
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
    ],
  },
  appliesTo: ({ band, design }) =>
    band !== 'unknown' && design.scale.retentionDays !== undefined && yearly(design) !== undefined,
  check(context) {
    const { scale } = context.design
    const bytes = yearly(context.design) ?? 0
    if (bytes <= tenTerabytes || (scale.retentionDays ?? 0) <= 90) return []
    if (isTiered(context)) return []
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
  /\blife-?cycle\b|\btier(?:ed|ing|s)?\b|\bcold(?:er|line)?\b|\bwarm\b|\bglacier\b|\barchiv\w*|\binfrequent\b|\bnearline\b|\bdown-?sampl\w*|\broll(?:ed)?[-\s]?ups?\b|\bexpire\w*|\bdropped after\b|\bcompact\w*|\bdeleted after\b|\bintelligent[-\s]tiering\b|\b(?:stays?|all|everything|remains?) hot\b/i

/** Bytes a year, by the scale or by an estimate of storage. */
function yearly({ scale, answers }: CheckContext['design']): number | undefined {
  if (scale.dataBytesPerYear !== undefined) return scale.dataBytesPerYear
  const found = answers.estimates.flatMap(({ dimension, name, text, value, perSeconds }) => {
    const isStorage =
      dimension === 'data' && /\b(?:storage|stored|data|grow\w*)\b/i.test(name || text)
    return isStorage && perSeconds !== undefined ? [(value * secondsOfYear) / perSeconds] : []
  })
  return found.length === 0 ? undefined : Math.max(...found)
}

const secondsOfYear = 365 * 86_400

function isTiered(context: CheckContext): boolean {
  const hasArchive = context.design.graph.nodes.some(({ id }) => isOf(context, id, coldKinds))
  return hasArchive || isSaidSomewhere(context, tiers)
}

function observe(context: CheckContext, bytes: number): Observation[] {
  const stores = context.design.graph.nodes.filter(({ id }) => isOf(context, id, bulkStores))
  const files = stores.filter(({ id }) => context.kindOf(id).id === 'object-store')
  const ids = (files.length > 0 ? files : stores).map(({ id }) => id)
  const gigabytes = bytes / 1e9
  const saved = storageCost(gigabytes, 0.023 - 0.004, 12)
  return [
    {
      subject: ids.length > 0 ? ids : [answerSubject('estimates', 'storage')],
      severity: 'suggestion',
      message: sentence(
        `${ids.length > 0 ? namesOf(context, ids) : 'The design'} keeps all of ${figure(bytes / 1e12)} TB a year in one class; a year of it costs ${figure(saved)} dollars less in an archive.`,
      ),
      evidence: { perYear: roughly(bytes) },
    },
  ]
}
