import { describe, expect, it } from 'vitest'
import { parseDesignDocument } from './design-document.ts'

const drawing = '```mermaid\nflowchart LR\n  a[API] --> b[(PostgreSQL)]\n```\n'

function problemsOf(text: string): readonly string[] {
  const { problems } = parseDesignDocument(text)
  return problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`)
}

describe('a document that cannot be taken as it stands', () => {
  it.each([
    ['sequenceDiagram\n  A->>B: hello', 'a sequence diagram'],
    ['erDiagram\n  A ||--o{ B : has', 'an entity-relationship diagram'],
    ['xychart-beta\n  bar [1, 2]', 'an XY chart'],
  ])('names a bare diagram of another sort in %j', (text, name) => {
    const [first = '', ...others] = problemsOf(text)
    expect(first).toMatch(/^error 1: /)
    expect(first).toContain(name)
    expect(others).toEqual([])
  })

  it('takes a text that speaks of a timeline for no diagram', () => {
    expect(problemsOf('timeline of the project, in words\n').join()).not.toContain('a timeline')
  })

  it.each([
    ['latencyTarget: fast', 'latencyTarget expects a time'],
    ['dataSize: 5 XB', 'dataSize expects an amount'],
    ['rto: soon', 'rto expects a duration'],
    ['readWriteRatio: mostly reads', 'readWriteRatio expects a ratio'],
    ['budget: little', 'budget expects a sum'],
    ['availabilityTarget: 120%', 'availabilityTarget expects a share'],
    ['dailyActiveUsers: 5 parsecs', '"parsecs" is not a unit'],
    ['peakQps: -5', 'peakQps expects a number'],
    ['colour: blue', '"colour" is not a field'],
    ['peakQps: 300\naverageQps: 5000', 'peakQps (300) lies below averageQps (5000)'],
  ])('says what it does not understand of %j', (field, message) => {
    const [first, ...others] = problemsOf(`---\ntags: [a]\n${field}\n---\n# A\n${drawing}`)
    expect(first).toMatch(/^note 3: /)
    expect(first).toContain(message)
    expect(others).toEqual([])
  })

  it.each([
    'peakQps: TBD',
    'rto: "?"',
    'title: A',
    'status: draft',
    'peakQps: 4,600 rps',
    'regions: two',
  ])('says nothing about %j', (field) => {
    expect(problemsOf(`---\n${field}\n---\n# A\n${drawing}`)).toEqual([])
  })

  it('refuses a front matter that is no YAML, holds no fields or never ends', () => {
    expect(problemsOf(`---\ntags: [a\n---\n# A\n${drawing}`)[0]).toMatch(/^error \d: .*YAML/)
    expect(problemsOf(`---\njust words\n---\n# A\n${drawing}`)[0]).toMatch(/^error 2: .*no fields/)
    expect(problemsOf(`---\npeakQps: 5\n# A\n${drawing}`)[0]).toMatch(/^error 1: .*never closed/)
  })

  it('names numbers in sections whose unit nobody knows, or that lie below zero', () => {
    const text = `# A\n${drawing}## NFRs\n- RTO: 5 fortnights\n## Estimates\n- Storage: 40 XB\n- Reads: -5/s\n`
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^note 7: "fortnights"/),
      expect.stringMatching(/^note 9: "XB"/),
      expect.stringMatching(/^note 10: A number below zero/),
    ])
  })

  it.each(['- Reads: 130 % of all requests', '- Cache hit rate: 105%', '- Availability: 999 %'])(
    'names the share that is more than the whole in %j',
    (line) => {
      expect(problemsOf(`# A\n${drawing}## Estimates\n${line}\n`).join()).toMatch(
        /^note 7: .*more than the whole/,
      )
    },
  )

  it.each([
    'a[API x-3] --> b[(PostgreSQL)]',
    'a[API] --> b[("PostgreSQL (-2 replicas)")]',
    'a["API, replicas: -2"] --> b[(PostgreSQL)]',
    '%% set a replicas=-3',
    '%% set a replicas 0',
  ])('leaves the number of instances in %j aside', (line) => {
    const text = `flowchart LR\n  ${line}\n  a --> c[Worker]\n`
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^note 2: .*below one/)])
    const { nodes } = parseDesignDocument(text).design.graph
    expect(nodes.map(({ replicas, properties }) => [replicas, properties])).toEqual(
      nodes.map(() => [undefined, {}]),
    )
  })

  it.each(['a[Tier-2 servers]', 'a[2 - 4 pods]', 'a[T-1 line]', 'x-3[API] --> y'])(
    'finds no number below one in %j',
    (line) => {
      expect(problemsOf(`flowchart LR\n  ${line}\n`)).toEqual([])
    },
  )

  it('names statements that contradict each other, and follows the front matter', () => {
    const text = `---\navailabilityTarget: 99.9%\n---\n# A\n${drawing}## NFRs\n- Availability: 99.99%\n- RTO: 1 h\n- RTO: 2 h\n`
    expect(problemsOf(text)).toEqual([
      'note 10: The front matter states another availabilityTarget, which counts.',
      'note 12: rto is stated otherwise on line 11, which counts.',
    ])
    const { scale } = parseDesignDocument(text).design
    expect(scale).toEqual({ availabilityTarget: 99.9, rtoMinutes: 60 })
  })

  it('takes a part for a whole in neither direction', () => {
    const text = `---\npeakQps: 4600\n---\n# A\n${drawing}## Estimates\n- Peak writes: 30 requests/s\n- A node carries 1,000 requests/s\n`
    expect(problemsOf(text)).toEqual([])
    expect(parseDesignDocument(text).design.scale).toEqual({ peakQps: 4600 })
  })
})
