import type { PathLatency } from '#shared/model/latency.ts'
import type { Scale } from '#shared/design/design.ts'
import { defineRule, type CheckContext, type Observation, type Severity } from '../define-rule.ts'
import { figure, roughly } from '../figures.ts'
import { modelOf } from '../model-of.ts'
import { nameOf, sentence } from '../parts.ts'

export default defineRule({
  id: 'perf-latency-budget',
  title: 'A way takes longer than its target',
  category: 'performance',
  why: 'Times of calls one after the other add up, so a target is spent before the last of them has answered.',
  fix: 'Move work off the way, cache its slowest part, or make calls at the same time; give every step a share of the budget.',
  question: 'How many milliseconds does each step of this request have?',
  examples: {
    bad: [
      `---
peakQps: 400
latencyTarget: p99 under 200 ms
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Quote service x2] --> risk["Risk model (250 ms)"]
  api --> db[(PostgreSQL)]
  %% set risk kind service
  %% set risk latencyMs 250`,
      `---
peakQps: 2000
latencyTarget: p95 under 100 ms
---
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> a[Home service x4] --> b[Feed service x4] --> c[Ranking service x4] --> d[Profile service x4] --> e[Privacy service x4] --> f[(Aurora)]`,
      `---
peakQps: 300
latencyTarget: p99 under 300 ms
---
# Seats
\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Seat service x2] --> map[Map service x2] --> db[(PostgreSQL)]
  %% set map latencyMs 180
  %% set db latencyMs 150
\`\`\`
## Flows
- See the map (FR1): Browser → Seat service → Map service → PostgreSQL`,
    ],
    good: [
      `---
peakQps: 2000
latencyTarget: p99 under 200 ms
---
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> a[Feed service x4] --> cache[Redis x3]
  a --> db[(Aurora)]`,
      `---
peakQps: 400
latencyTarget: p99 under 200 ms
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Quote service x2] --> q[SQS queue with DLQ] --> risk[Risk worker]
  %% set risk latencyMs 2500`,
      `flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Quote service x2] --> risk[Risk service x2]
  %% set risk latencyMs 900`,
      `---
peakQps: 400
latencyTarget: p99 under 200 ms
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api["Quote service x2, timeout 800 ms"] --> db[("PostgreSQL, backup every 300 s")]`,
    ],
  },
  appliesTo: (context) => targetOf(context.design.scale) !== undefined,
  check(context) {
    const target = targetOf(context.design.scale)
    if (target === undefined) return []
    const { flows, slowestStated, fastest } = modelOf(context).latency
    const seen = flows.flatMap((path) => observe(context, path, { target, isSure: true }))
    if (seen.length > 0) return seen
    const stated = slowestStated === undefined ? [] : [slowestStated]
    const sure = stated.flatMap((path) => observe(context, path, { target, isSure: true }))
    if (sure.length > 0 || fastest === undefined) return sure
    return observe(context, fastest, { target, isSure: false })
  },
})

interface Budget {
  /** Milliseconds. */
  readonly target: number
  /** Whether stated times alone decide. */
  readonly isSure: boolean
}

/** The loosest percentile that is stated: medians that pass it pass every other. */
function targetOf({ latencyMs }: Scale): number | undefined {
  return latencyMs?.p99 ?? latencyMs?.p95 ?? latencyMs?.p50
}

function observe(context: CheckContext, path: PathLatency, budget: Budget): Observation[] {
  const { target, isSure } = budget
  const severity = severityOf(path, budget)
  if (severity === undefined) return []
  const ms = isSure ? path.statedMs : path.p50
  const slowest = slowestOn(context, path)
  const way = path.name === undefined ? 'The way' : `“${path.name}”, the way`
  const basis = isSure ? 'by the times that are stated' : 'if its parts take their usual times'
  return [
    {
      subject: [slowest],
      severity,
      message: sentence(
        `${way} over ${nameOf(context, slowest)} takes about ${figure(ms)} ms ${basis}, and the target is ${figure(target)} ms.`,
      ),
      evidence: { ms: roughly(ms), target },
      nodes: path.nodeIds,
    },
  ]
}

/** Stated times decide alone. Usual times are rough: only far beyond the target are they worth a warning. */
function severityOf(
  { statedMs, p50, unknown, nodeIds }: PathLatency,
  { target, isSure }: Budget,
): Severity | undefined {
  if (!isSure) {
    if (unknown.length > 0 || p50 <= target || nodeIds.length < manySteps) return undefined
    return p50 > target * 1.5 ? 'warning' : 'suggestion'
  }
  if (statedMs > target) return 'error'
  return statedMs > target * 0.7 ? 'warning' : undefined
}

/** From so many components on, client included, it is their number that takes the time. */
const manySteps = 6

function slowestOn(context: CheckContext, { nodeIds }: PathLatency): string {
  const own = (id: string) => {
    const stated = context.index.nodes.get(id)?.properties['latencyMs']
    return typeof stated === 'number' ? stated : 0
  }
  return nodeIds.reduce((a, b) => (own(b) >= own(a) ? b : a))
}
