import type { SectionId } from '#shared/design/answers.ts'
import type { DesignGroup } from '#shared/design/design.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { plays } from '../parts.ts'
import { isSaidInAnswers, isSaidInDrawing, sayingsOf } from '../said.ts'
import { isAtLeast } from '../scale.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'yagni-multi-region',
  title: 'Several regions without a need for them',
  category: 'anti-patterns',
  why: 'Data that lags between regions, routing and a doubled bill are a high price where nobody asked for it.',
  fix: 'Consider several zones of one region, with backups in another one.',
  question: 'Which requirement fails when this runs in one region?',
  examples: {
    bad: [
      `---
peakQps: 12
---
flowchart LR
  web[Browser] --> gslb[Geo DNS]
  gslb --> a1 & b1
  subgraph r1[Region Frankfurt]
    a1[Order service] --> d1[(PostgreSQL)]
  end
  subgraph r2[Region Dublin]
    b1[Order service] --> d2[(PostgreSQL)]
  end
  d1 <-->|replication| d2`,
      `---
peakQps: 700
availabilityTarget: 99.9%
regions: 3
---
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Ticket service x4] --> db[(PostgreSQL + standby)]
\`\`\`
## Non-functional requirements
- All visitors are in Denmark.
- 99.9% of requests are answered.`,
    ],
    good: [
      `---
peakQps: 12
---
flowchart LR
  web[Browser] --> a1
  subgraph r1[Region Frankfurt]
    a1[Order service] --> d1[(PostgreSQL)]
  end
  subgraph r2[Region Dublin]
    d2[(S3 bucket with backups)]
  end
  d1 -->|nightly backup| d2`,
      `---
peakQps: 700
availabilityTarget: 99.99%
regions: 2
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Ticket service x4] --> db[(Aurora)]`,
      `---
peakQps: 300
---
flowchart LR
  web[Browsers worldwide] --> gslb[Geo DNS]
  gslb --> a1 & b1
  subgraph r1[us-east-1]
    a1[Chat service x2] --> d1[(Cassandra)]
  end
  subgraph r2[eu-west-1]
    b1[Chat service x2] --> d2[(Cassandra)]
  end
  d1 <-->|replication| d2`,
      `---
peakQps: 300
---
flowchart LR
  web[Browser] --> a1
  subgraph r1[Primary region]
    a1[Order service] --> d1[(PostgreSQL + standby)]
  end
  subgraph r2[Region for disaster recovery]
    b1[Order service, cold standby] --> d2[(PostgreSQL copy)]
  end
  d1 -->|replication| d2`,
    ],
  },
  appliesTo: ({ band }) => band !== 'unknown' && !isAtLeast(band, 'L'),
  check(context) {
    const { availabilityTarget = 0, regions = 1 } = context.design.scale
    const active = activeRegionsOf(context)
    const count = Math.max(active.length, regions, statedRegionsOf(context))
    if (count < 2 || availabilityTarget >= 99.99 || isAskedFor(context)) return []
    if (isAtLeast(context.band, 'M') && !isSaidInAnswers(context, oneMarket, everywhere)) return []
    const nodes = context.design.graph.nodes.filter(({ groupId }) =>
      active.some((group) => group.id === groupId),
    )
    const names = nodes.slice(0, 2).map(({ label }) => `“${label}”`)
    const where = names.length > 0 ? ` and ${names.join(' and ')} run in more than one` : ''
    return [
      {
        subject: [answerSubject('non-functional-requirements', 'regions')],
        severity:
          isSure(context, active.length, count) && !isFarApart(context) ? 'warning' : 'suggestion',
        message: `There are ${count} regions${where}, and nothing that was asked for needs them.`,
        evidence: { regions: count, band: context.band },
        nodes: nodes.map((node) => node.id),
      },
    ]
  },
})

const everywhere: readonly SectionId[] = [
  'functional-requirements',
  'non-functional-requirements',
  'estimates',
  'decisions',
  'trade-offs',
  'failures',
  'security',
  'operations',
]
/** Users far apart, law, or a promise that one region cannot keep. */
const needs =
  /\b(?:global\w*|world-?wide|world|international\w*|continents?|intercontinental|overseas|residency|sovereign\w*|gdpr|data (?:stays|must stay|remains) in|jurisdiction|regional outage|(?:loss|failure|outage) of a (?:whole )?region|region(?:al)? (?:fails|failure|goes down|is lost|outage)|active[-\s]active|geo-?(?:redundan\w*|distributed)|(?:europe\w*|eu) and (?:\w+ )?(?:america\w*|us|usa|asia\w*)|(?:america\w*|us|usa) and (?:\w+ )?(?:europe\w*|eu|asia\w*)|asia\w* and (?:europe\w*|eu|us\w*|america\w*)|latency for users in|near (?:the|their|its) users|close to users)\b/i
const oneMarket =
  /\b(?:(?:users|visitors|customers|people|players|readers|everybody|all|only|traffic|market)\b[^.;]{0,40}\b(?:in|from|within|to) (?:one|a single|the same) (?:country|continent|region|city|market)|(?:one|a single) (?:country|continent|market|city)|national|nationwide|domestic|(?:only|all \w+) (?:in|from) (?:the )?[A-Z]\w+)\b/
const spare =
  /\b(?:dr|disaster|recovery|stand-?by|passive|back-?ups?|cold|warm|pilot light|secondary|fail-?over|spare|archive|copy|edge|cdn)\b/i

/** Regions that answer requests: not those that only keep a copy or wait for a disaster. */
const activeRegionsOf = oncePerCheck((context: CheckContext): readonly DesignGroup[] => {
  const { nodes, groups } = context.design.graph
  const regions = groups.filter(({ type, label }) => type === 'region' && !spare.test(label))
  const working = regions.filter(({ id }) =>
    nodes.some(
      (node) =>
        isWithin(groups, node.groupId, id) &&
        plays(context, node.id, 'compute') &&
        !spare.test(node.label),
    ),
  )
  return working.length > 1 ? working : []
})

function isWithin(
  groups: readonly DesignGroup[],
  groupId: string | undefined,
  outer: string,
): boolean {
  let id = groupId
  for (let depth = 0; id !== undefined && depth < 20; depth += 1) {
    if (id === outer) return true
    const inner = id
    id = groups.find((group) => group.id === inner)?.parentId
  }
  return false
}

/** A number at the head of a drawing gives its reasons no place to stand. */
function isSure({ design }: CheckContext, active: number, count: number): boolean {
  return active > 1 || count > 2 || design.answers.sections.length > 0
}

/** The most regions that a component of the product's own logic says it runs in. */
function statedRegionsOf(context: CheckContext): number {
  const counts = context.design.graph.nodes
    .filter(({ id }) => plays(context, id, 'compute'))
    .map(({ properties }) => Number(properties['regions'] ?? 1))
  return counts.reduce((most, count) => (count > most ? count : most), 1)
}

const continents: readonly RegExp[] = [
  /\b(?:eu-\w+-\d|europe\w*|frankfurt|ireland|dublin|london|paris|stockholm)\b/i,
  /\b(?:us-\w+-\d|america|virginia|ohio|oregon|california|sa-east-1|canada)\b/i,
  /\b(?:ap-\w+-\d|asia\w*|singapore|tokyo|mumbai|seoul|sydney|australia)\b/i,
]

/** Regions on two continents may be there for people on both, written or not. */
function isFarApart(context: CheckContext): boolean {
  const labels = activeRegionsOf(context).map(({ label }) => label)
  return continents.filter((places) => labels.some((label) => places.test(label))).length > 1
}

/** A law, users far apart, a disaster plan, or any decision that says why. */
function isAskedFor(context: CheckContext): boolean {
  const { compliance = [] } = context.design.scale
  if (compliance.some((name) => /gdpr|residency|sovereign|schrems|localisation/i.test(name)))
    return true
  if (isSaidInDrawing(context, needs) || isSaidInAnswers(context, needs, everywhere)) return true
  return sayingsOf(context).some(
    ({ section, text }) =>
      (section === 'decisions' || section === 'trade-offs') &&
      /\bregions?\b/i.test(text) &&
      /\b(?:because|since|so that|in exchange|for)\b/i.test(text),
  )
}
