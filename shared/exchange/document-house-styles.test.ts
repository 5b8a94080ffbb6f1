import { describe, expect, it } from 'vitest'
import { parseDesignDocument } from './design-document.ts'

const drawing = `\`\`\`mermaid
flowchart LR
  a[App] --> g[Gateway] --> s[Ride service x3] --> pg[(PostgreSQL)]
  s --> rd[(Memorystore Redis)]
\`\`\``

function read(text: string) {
  return parseDesignDocument(`# Rides\n${drawing}\n${text}`).design
}

describe('facts of scale', () => {
  it.each([
    ['- Workload: 95% reads, 5% writes', 19],
    ['For every write there are about 30 reads.', 30],
    ['Nine out of ten requests are reads.', 9],
    ['One in 21 is a write.', 20],
    ['Ten writes for each read.', 0.1],
    ['- R/W ratio: 50:1', 50],
  ])('hear the ratio in %j', (line, ratio) => {
    expect(read(`## Load\n${line}`).scale.readsPerWrite).toBeCloseTo(ratio, 5)
  })

  it.each([
    ['60 requests a second on average, 240 at the peak (factor 4).', 60, 240],
    ['30,000 requests/s at peak, 9,000/s on average. Reads : writes = 9:1.', 9000, 30_000],
    ['| | Average | Peak |\n|---|---|---|\n| Total | 1,000/s | 4,000/s |', 1000, 4000],
  ])('tell the peak from the mean in %j', (text, averageQps, peakQps) => {
    expect(read(`## Load\n${text}`).scale).toMatchObject({ averageQps, peakQps })
  })

  it('stand in a table under no heading, two in a row', () => {
    const table =
      '| Fact | Value |\n|---|---|\n| Average / peak RPS | 900 / 4,200 |\n| Uptime | 99,95 % |\n| RTO / RPO | 30 min / 0 |'
    expect(read(table).scale).toMatchObject({
      averageQps: 900,
      peakQps: 4200,
      availabilityTarget: 99.95,
      rtoMinutes: 30,
      rpoMinutes: 0,
    })
  })
})

describe('sections without headings of their own', () => {
  it('open at bold words, questions and records', () => {
    const { answers } = read(`**Failures.** Redis lost: rides are read from PostgreSQL again.

**What happens if the gateway dies?**
A second one takes over.

**Why PostgreSQL and not DynamoDB?**
Rides are found by many columns. It means that one primary takes all writes.

## ADR-7: Sessions in Redis
### Context
Redis and PostgreSQL were compared.
### Decision
Redis.
### Consequences
Negative: a restart signs people out.`)
    expect(answers.failures.map(({ mitigation }) => mitigation !== '')).toEqual([true, true])
    expect(answers.decisions).toMatchObject([
      { chosen: 'PostgreSQL', options: ['PostgreSQL', 'DynamoDB'] },
      { chosen: 'Redis', options: ['Redis', 'PostgreSQL'] },
    ])
    expect(answers.decisions.every(({ consequence }) => consequence !== '')).toBe(true)
  })

  it('hold entities where a sentence says what a store keeps', () => {
    const { entities } = read(
      '## Persistence\nPostgreSQL holds rides and drivers. Sessions are in Redis.',
    ).answers
    expect(entities.map(({ name, storeIds }) => [name, ...storeIds])).toEqual([
      ['rides', 'pg'],
      ['drivers', 'pg'],
      ['Sessions', 'rd'],
    ])
  })

  it('take laws and targets among the features for what they are', () => {
    const { requirements } = read(
      '## Functional requirements\n- A rider asks for a ride.\n- GDPR, CCPA, LGPD',
    ).answers
    expect(requirements.map(({ kind }) => kind)).toEqual(['functional', 'constraint'])
  })
})
