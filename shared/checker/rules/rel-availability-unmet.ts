import type { Chain } from '#shared/model/availability.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { modelOf } from '../model-of.ts'
import { nameOf, sentence } from '../parts.ts'

export default defineRule({
  id: 'rel-availability-unmet',
  title: 'The parts promise less than the whole',
  category: 'reliability',
  why: 'Availability multiplies along a chain: five parts at 99.9 % make 99.5 %.',
  fix: 'Run the weakest part in parallel copies, shorten the chain, or let requests be answered without it.',
  question: 'Which part of this chain is down most, and what do people see then?',
  examples: {
    bad: [
      `---
peakQps: 400
availabilityTarget: 99.95%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x3] --> pay["Payment provider (SLA 99.9%)"]
  %% set pay kind external-service
  %% set pay availability 99.9`,
      `---
peakQps: 400
availabilityTarget: 99.9%
---
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> trips[Trip service x2] --> geo[Map service x2] --> db[(Aurora)]
  %% set gw availability 98
  %% set trips availability 97
  %% set geo availability 98`,
    ],
    good: [
      `---
peakQps: 400
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x3] --> db[(Aurora)]
  %% set api availability 99.5
  %% set db availability 99.99`,
      `---
peakQps: 400
availabilityTarget: 99.95%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x3] -->|"falls back to a second provider"| pay[Payment provider]
  %% set pay kind external-service
  %% set pay availability 99.9`,
      `---
peakQps: 400
availabilityTarget: 99.95%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Order service x3] --> q[SQS queue with DLQ] --> w[Mail worker] --> mail[SendGrid]
  %% set mail availability 99`,
      `flowchart LR
  web[Browser] --> api[Order service] --> pay[Payment provider]
  %% set pay availability 99`,
    ],
  },
  appliesTo: ({ design }) => design.scale.availabilityTarget !== undefined,
  check(context) {
    const target = (context.design.scale.availabilityTarget ?? 0) / 100
    return modelOf(context).availability.flatMap((chain) => observe(context, chain, target))
  },
})

function observe(context: CheckContext, chain: Chain, target: number): Observation[] {
  const [weakest] = chain.weakest
  // The last digits of a product are not worth a word.
  if (weakest === undefined || chain.atBest >= target - (1 - target) * 0.05) return []
  const isNineShort = 1 - chain.atBest >= 10 * (1 - target)
  const way = chain.name === undefined ? 'The chain' : `“${chain.name}”, the chain`
  return [
    {
      subject: [weakest.id],
      severity: isNineShort ? 'error' : 'warning',
      message: sentence(
        `${way} over ${nameOf(context, weakest.id)} is available ${percent(chain.atBest)} of the time at best, and ${percent(target)} is promised.`,
      ),
      evidence: { atBest: percent(chain.atBest), target: percent(target) },
      nodes: chain.nodeIds,
    },
  ]
}

/** Enough digits to tell nines apart. */
function percent(share: number): string {
  return `${Number((share * 100).toFixed(share > 0.999 ? 4 : 2))} %`
}
