import { describe, expect, it } from 'vitest'
import { parseDesignDocument } from './design-document.ts'

const document = `---
scenario: url-shortener
publicFacing: true
dailyActiveUsers: 5M
actionsPerUser: 8
averageQps: 2,315
peakQps: 4.6k rps
readWriteRatio: "100:1"
latencyTarget: p50 under 20 ms, p99 under 200 ms
availabilityTarget: 99.95%
rto: 1 h
rpo: 5 min
dataSize: 2 TB, 3.65 PB a year
retention: 2 years
regions: 2
budget: $5,000 a month
teamSize: 6
compliance: [GDPR, PCI DSS]
---
# Short links

\`\`\`mermaid
flowchart LR
  web[Browsers] --> lb[Load balancer] --> api[API x4]
  api --> cache[(Redis)] & db[(PostgreSQL + standby)]
  %% set cache kind cache
  %% set cache technology Redis
  %% set db kind sql-db
  %% set db technology PostgreSQL
\`\`\`

## Functional requirements
- FR1 (must): People shorten a link.
- (should): Links expire.
- (out): Analytics.
- Owners see their links.
## Non-functional requirements
- Redirects answer within 100 ms at p99.
- The team of six runs it on the existing cluster.
## Estimates
- Peak reads: 4,600 requests/s
- Storage per year: 3.65 TB
- Links: 100 million a month
- Cost: $60k a year
## API
- \`POST /links\` creates a link (auth, idempotent) covers FR1
- \`GET /links?cursor=\` lists (paginated)
- \`POST /videos\` starts transcoding (async, errors)
## Data model
- Link (content) in PostgreSQL: key code; fields code, url, owner; index owner; shard by code; 36M rows of 500 B; consistency eventual; keep 2 years
- Session (session, ephemeral) in Redis
## Flows
- Redirect (FR1): Browser → Load balancer → API → Cache → PostgreSQL
## Decisions
- Storage: PostgreSQL over Cassandra, DynamoDB because links are relational; consequence: sharding by hand later
## Trade-offs
- Eventual reads in exchange for latency.
## Failures
- PostgreSQL goes down: writes stop; detected by health checks; standby takes over in 30 s
## Security
- OAuth at the gateway; TLS everywhere; quotas per user.
## Operations
- Dashboards per service, alerts on p99 and error rate, canary releases, runbooks.
`

describe('a document in the form that an export writes', () => {
  const { design, problems } = parseDesignDocument(document)
  const { answers, scale } = design

  it('is read without a problem', () => {
    expect(problems).toEqual([])
    expect(answers.notes).toEqual([])
    expect(answers.sections).toHaveLength(11)
    expect(answers.sections.filter(({ isEmpty }) => isEmpty)).toEqual([])
  })

  it('gives the scale of its front matter', () => {
    expect(scale).toEqual({
      dailyActiveUsers: 5e6,
      actionsPerUser: 8,
      averageQps: 2315,
      peakQps: 4600,
      readsPerWrite: 100,
      latencyMs: { p50: 20, p99: 200 },
      availabilityTarget: 99.95,
      rtoMinutes: 60,
      rpoMinutes: 5,
      dataBytes: 2e12,
      dataBytesPerYear: 3.65e15,
      retentionDays: 730,
      regions: 2,
      budgetPerMonth: 5000,
      teamSize: 6,
      compliance: ['GDPR', 'PCI DSS'],
      publicFacing: true,
    })
  })

  it('gives requirements with priority and kind', () => {
    expect(answers.requirements).toEqual([
      { id: 'FR1', text: 'People shorten a link.', priority: 'must', kind: 'functional' },
      { id: 'functional-2', text: 'Links expire.', priority: 'should', kind: 'functional' },
      { id: 'functional-3', text: 'Analytics.', priority: 'out', kind: 'functional' },
      { id: 'functional-4', text: 'Owners see their links.', priority: 'must', kind: 'functional' },
      {
        id: 'quality-1',
        text: 'Redirects answer within 100 ms at p99.',
        priority: 'must',
        kind: 'quality',
      },
      {
        id: 'constraint-1',
        text: 'The team of six runs it on the existing cluster.',
        priority: 'must',
        kind: 'constraint',
      },
    ])
  })

  it('gives numbers in the unit of their dimension', () => {
    const numbers = answers.estimates.map(({ name, value, dimension, perSeconds }) => [
      name,
      value,
      dimension,
      perSeconds,
    ])
    expect(numbers).toEqual([
      ['Peak reads', 4600, 'rate', undefined],
      ['Storage per year', 3.65e12, 'data', 31_536_000],
      ['Links', 1e8, 'count', 2_592_000],
      ['Cost', 5000, 'money', 31_536_000],
    ])
    expect(answers.estimates[0]?.text).toBe('Peak reads: 4,600 requests/s')
  })

  it('gives endpoints with what is said of them', () => {
    expect(answers.endpoints).toEqual([
      {
        method: 'POST',
        path: '/links',
        text: 'creates a link',
        auth: true,
        idempotent: true,
        covers: ['FR1'],
      },
      { method: 'GET', path: '/links?cursor=', text: 'lists', paginated: true, covers: [] },
      {
        method: 'POST',
        path: '/videos',
        text: 'starts transcoding',
        isAsync: true,
        hasErrors: true,
        covers: [],
      },
    ])
  })

  it('gives entities with the components that store them', () => {
    expect(answers.entities).toEqual([
      {
        name: 'Link',
        class: 'content',
        storeIds: ['db'],
        ephemeral: false,
        fields: ['code', 'url', 'owner'],
        primaryKey: 'code',
        indexes: ['owner'],
        shardKey: 'code',
        consistency: 'eventual',
        rows: 36e6,
        meanBytes: 500,
        retentionDays: 730,
      },
      { name: 'Session', class: 'session', storeIds: ['cache'], ephemeral: true },
    ])
  })

  it('gives flows, decisions and failures with the components that they name', () => {
    expect(answers.flows).toEqual([
      {
        name: 'Redirect',
        steps: ['Browser', 'Load balancer', 'API', 'Cache', 'PostgreSQL'],
        nodeIds: ['web', 'lb', 'api', 'cache', 'db'],
        covers: ['FR1'],
      },
    ])
    expect(answers.decisions).toMatchObject([
      {
        topic: 'Storage',
        chosen: 'PostgreSQL',
        options: ['PostgreSQL', 'Cassandra', 'DynamoDB'],
        why: 'links are relational',
        consequence: 'sharding by hand later',
        nodeIds: ['db'],
      },
    ])
    expect(answers.failures).toMatchObject([
      {
        what: 'PostgreSQL goes down',
        effect: 'writes stop',
        detection: 'health checks',
        mitigation: 'standby takes over in 30 s',
        nodeIds: ['db'],
      },
    ])
  })

  it('keeps trade-offs, security and operations as sentences', () => {
    expect(answers.tradeOffs.map(({ text }) => text)).toEqual([
      'Eventual reads in exchange for latency.',
    ])
    expect(answers.security.map(({ text }) => text)).toEqual([
      'OAuth at the gateway; TLS everywhere; quotas per user.',
    ])
    expect(answers.operations).toHaveLength(1)
  })
})
