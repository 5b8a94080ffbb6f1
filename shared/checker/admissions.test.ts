import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { describe, expect, it } from 'vitest'
import { checkDesign } from './check-design.ts'

const drawing = `---
peakQps: 2500
averageQps: 1000
readWriteRatio: "5:1"
---
# Sledges
\`\`\`mermaid
flowchart LR
  app[Mobile app] -->|HTTPS| lb[Load balancer x2] --> hire[Hire service x3] --> pg[(PostgreSQL, sync standby)]
  hire --> redis[Redis cache]
  hire --> mongo[(MongoDB profiles x3)]
\`\`\`
## Functional requirements
- Must: a family hires a sledge.
## Data model
- Booking (booking) in PostgreSQL: key id; fields id, sledge, day
`

function found(told: string): readonly string[] {
  const read = parseDesignDocument(`${drawing}## Notes\n${told}\n`)
  return checkDesign(read.design).findings.map(({ rule, subject }) => `${rule} ${subject.join()}`)
}

describe('what a design admits in plain words', () => {
  it.each([
    ['Two families who ask for the same day at once may both get it.', 'con-oversell pg'],
    ['A booking is read, then updated without a lock.', 'con-oversell pg'],
    ['Vouchers exist only in Redis.', 'data-derived-as-truth redis'],
    ['The Hire service keeps sessions in local memory.', 'scale-stateful-replicas hire'],
    ['PostgreSQL does a full table scan for each look-up by day.', 'data-access-unindexed pg'],
  ])('finds "%s"', (told, expected) => {
    expect(found(told)).toContain(expected)
  })

  it.each([
    ['No two families can both get the same day: a unique index refuses the second.'],
    ['Would two families at once both get the same day?'],
    ['Vouchers used to exist only in Redis.'],
    ['No request does a full table scan.'],
    ['Sessions are not kept in local memory of the Hire service.'],
  ])('hears nothing in "%s"', (told) => {
    const ours = /con-oversell|derived-as-truth|stateful-replicas|access-unindexed/
    expect(found(told).filter((finding) => ours.test(finding))).toEqual([])
  })
})
