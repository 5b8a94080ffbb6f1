import { describe, expect, it } from 'vitest'
import { styles } from './answers/testing/styles.ts'
import { parseDesignDocument } from './design-document.ts'
import { writeDesignDocument } from './write-design-document.ts'

function read(text: string) {
  const { design, problems } = parseDesignDocument(text)
  return { ...design, ...design.answers, problems }
}

describe('a terse list', () => {
  const design = read(styles.terse)

  it('gives requirements by the heading that they stand under', () => {
    expect(design.problems).toEqual([])
    const out = design.requirements.filter(({ priority }) => priority === 'out')
    expect(out.map(({ text }) => text)).toEqual(['Accounts', 'Search'])
    expect(design.requirements.filter(({ kind }) => kind === 'quality')).toHaveLength(4)
  })

  it('gives its facts as scale', () => {
    expect(design.scale).toEqual({
      dailyActiveUsers: 1e6,
      averageQps: 12,
      peakQps: 60,
      readsPerWrite: 10,
      latencyMs: { p99: 100 },
      availabilityTarget: 99.9,
      rtoMinutes: 60,
      rpoMinutes: 15,
      dataBytesPerYear: 365e9,
      retentionDays: 730,
    })
  })

  it('gives a table from a name with its fields below', () => {
    expect(design.entities).toEqual([
      {
        name: 'pastes',
        class: 'content',
        storeIds: [],
        ephemeral: false,
        fields: ['key', 'owner_id', 's3_url', 'expires_at'],
        primaryKey: 'key',
        indexes: ['expires_at'],
      },
    ])
  })

  it('tells what was weighed from what was chosen', () => {
    expect(design.decisions.map(({ chosen, options }) => [chosen, options])).toEqual([
      ['', ['MongoDB']],
      ['Postgres', ['Postgres', 'DynamoDB']],
    ])
    expect(design.tradeOffs.map(({ text }) => text)).toContain(
      'Bottleneck: Hot pastes: served from Redis',
    )
  })
})

describe('a request for comments in prose', () => {
  const design = read(styles.rfc)

  it('gives numbers of sentences as scale, and passes over what is customary at its head', () => {
    expect(design.problems).toEqual([])
    expect(design.scale).toMatchObject({
      averageQps: 230,
      peakQps: 2000,
      dataBytesPerYear: 14.6e12,
      dataBytes: 3.6e12,
      retentionDays: 90,
      availabilityTarget: 99.95,
      budgetPerMonth: 8000,
      teamSize: 3,
      compliance: ['GDPR'],
    })
  })

  it('gives endpoints and records from headings with words below', () => {
    expect(design.endpoints).toMatchObject([
      { method: 'POST', path: '/v1/notifications', auth: true, idempotent: true, isAsync: true },
      { method: 'GET', path: '/v1/notifications/{id}', hasErrors: true },
    ])
    expect(design.entities).toMatchObject([
      { name: 'Notification', storeIds: ['db'], primaryKey: 'id', rows: 1.8e9 },
      { name: 'Template', fields: ['id', 'body'] },
    ])
  })

  it('gives one flow from numbered steps, and failures from a table', () => {
    expect(design.flows).toHaveLength(1)
    expect(design.flows[0]?.steps).toHaveLength(3)
    // Sentences name components in passing: nobody walked these.
    expect(design.flows[0]?.nodeIds).toEqual([])
    expect(design.failures[0]).toMatchObject({
      what: 'Kafka',
      effect: 'messages queue up in the API',
      detection: 'lag alert',
      mitigation: 'brokers in three zones, API keeps an outbox',
      nodeIds: ['q'],
    })
  })
})

describe('a wiki page of tables', () => {
  const design = read(styles.wiki)

  it('gives requirements with the priority of their column', () => {
    const functional = design.requirements.filter(({ kind }) => kind === 'functional')
    expect(functional.map(({ id, priority }) => `${id} ${priority}`)).toEqual([
      'FR-1 must',
      'FR-2 must',
      'FR-3 must',
      'FR-4 out',
    ])
  })

  it('gives scale from targets and results', () => {
    expect(design.scale).toMatchObject({
      dailyActiveUsers: 2e6,
      averageQps: 463,
      peakQps: 5000,
      rtoMinutes: 30,
      rpoMinutes: 0,
      latencyMs: { p95: 300, p99: 1000 },
      compliance: ['GDPR', 'PCI DSS'],
    })
  })

  it('gives endpoints, records and decisions of rows', () => {
    expect(design.endpoints.map(({ path, auth }) => [path, auth])).toEqual([
      ['/events?cursor=', false],
      ['/events/{id}/reservations', true],
      ['/orders', true],
    ])
    expect(
      design.entities.map(({ name, storeIds, consistency }) => [name, storeIds[0], consistency]),
    ).toEqual([
      ['Event', 'catdb', 'eventual'],
      ['Reservation', 'orders', 'strong'],
      ['Order', 'orders', 'strong'],
      ['seat', undefined, undefined],
    ])
    expect(design.decisions).toMatchObject([
      { topic: 'Order store', chosen: 'Aurora', options: ['Aurora', 'DynamoDB'] },
      {
        chosen: 'SQS with a dead-letter queue',
        options: expect.arrayContaining(['Kafka', 'RabbitMQ']),
      },
    ])
  })
})

describe('an interview scribble', () => {
  const design = read(styles.scribble)

  it('is read without a single heading', () => {
    expect(design.problems).toEqual([])
    expect(design.requirements.map(({ text, priority }) => `${priority}: ${text}`)).toEqual([
      'must: rider requests ride',
      'must: driver accepts',
      'must: see driver on map',
      'out: payments',
      'out: ratings',
      'must: low latency (<1s match), 99.9% avail, consistency for match',
    ])
    expect(design.endpoints.map(({ method }) => method)).toEqual(['POST', 'PATCH', 'WS'])
    expect(design.entities.map(({ name }) => name)).toEqual(['Ride', 'Driver', 'Rider', 'Location'])
  })

  it('takes questions for what they ask about', () => {
    expect(design.decisions).toMatchObject([{ chosen: 'redis geo', nodeIds: ['G'] }])
    expect(design.failures).toMatchObject([{ what: 'redis dies', nodeIds: ['G'] }])
  })
})

describe('other styles', () => {
  it('reads blocks of calls, headings of every wording and sentences about data', () => {
    const google = read(styles.google)
    expect(google.endpoints).toMatchObject([
      { method: 'POST', path: '/albums', auth: true },
      { path: '/albums/{id}/photos?page_token=', paginated: true },
      { path: '/albums/{id}/photos:presign' },
    ])
    expect(google.decisions.map(({ options }) => options)).toEqual([
      ['DynamoDB'],
      ['Resizing on the fly'],
    ])
    const prose = read(styles.prose)
    expect(prose.entities).toMatchObject([
      { name: 'Posts', storeIds: ['posts'], shardKey: 'author' },
      { name: 'Feeds', storeIds: ['cache'], ephemeral: true },
    ])
    expect(prose.failures.map(({ what }) => what)).toEqual(['the cache is lost', 'Kafka is down'])
    expect(prose.scale).toMatchObject({ availabilityTarget: 99.9, rtoMinutes: 15, regions: 2 })
    expect(read(styles.numbered).scale).toEqual({
      availabilityTarget: 99.99,
      peakQps: 1e6,
      latencyMs: { p99: 5 },
    })
  })

  it.each(Object.entries(styles))('writes %s in lines that come back the same', (_name, text) => {
    const { design, title } = parseDesignDocument(text)
    const written = writeDesignDocument(design, { title })
    const again = parseDesignDocument(written)
    expect(again.design.answers).toEqual(design.answers)
    expect(again.design.scale).toEqual(design.scale)
    expect(again.problems).toEqual([])
    expect(writeDesignDocument(again.design, { title })).toBe(written)
    expect(written).not.toContain('<!-- exactly')
  })
})
