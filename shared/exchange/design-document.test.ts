import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDesignDocument } from './design-document.ts'
import { readNumber, readPercent } from './read-number.ts'

const document = `---
scenario: url-shortener
publicFacing: true
dailyActiveUsers: 5M
averageQps: 2,315
peakQps: 4.6k rps   # at noon
readWriteRatio: "3:1"
dataSize: 3.65 PB a year
availabilityTarget: 99.95%
latencyTarget: p99 under 200 ms
regions: 1
tags: [media, realtime]
---
# Short links

Some words.

\`\`\`mermaid
flowchart LR
  web[Browsers] --> lb[Load balancer] --> api[API x4] --> db[(PostgreSQL + standby)]
\`\`\`

## Functional requirements
- shorten a link
\`\`\`text
## no heading
\`\`\`
## API
POST /links
`

// prettier-ignore
const fragments = [
  '---\n', '```mermaid\n', '```\n', 'flowchart LR\n', 'a --> b\n', 'subgraph s\n', 'end\n',
  'a[', ']', '(', '"', '%% set a kind ', '\n', '## x\n', 'peakQps: 5\n', '{', '&', '@{ ',
]

describe('a design document', () => {
  it('gives its facts, its drawing and its sections', () => {
    const { design, title, frontMatter, sections, problems } = parseDesignDocument(document)
    expect(problems).toEqual([])
    expect(title).toBe('Short links')
    expect(frontMatter).toEqual({
      scenario: 'url-shortener',
      publicFacing: true,
      dailyActiveUsers: 5_000_000,
      averageQps: 2315,
      peakQps: 4600,
      readWriteRatio: '3:1',
      dataSize: '3.65 PB a year',
      availabilityTarget: 99.95,
      latencyTarget: 'p99 under 200 ms',
      regions: 1,
      tags: ['media', 'realtime'],
    })
    expect(design.scale).toEqual({
      dailyActiveUsers: 5_000_000,
      averageQps: 2315,
      peakQps: 4600,
      readsPerWrite: 3,
      latencyMs: { p99: 200 },
      availabilityTarget: 99.95,
      dataBytesPerYear: 3.65e15,
      regions: 1,
      publicFacing: true,
    })
    const nodes = design.graph.nodes.map(({ id, kind, replicas }) => [id, kind, replicas])
    expect(nodes).toEqual([
      ['web', 'web-client', undefined],
      ['lb', 'load-balancer', undefined],
      ['api', 'service', 4],
      ['db', 'sql-db', 2],
    ])
    expect(sections.map((section) => [section.title, section.line])).toEqual([
      ['Functional requirements', 24],
      ['API', 29],
    ])
    expect(sections[0]?.text).toContain('## no heading')
    expect(sections[1]?.text.trim()).toBe('POST /links')
  })

  it('reads the same with Windows line ends', () => {
    expect(parseDesignDocument(document.replaceAll('\n', '\r\n'))).toEqual(
      parseDesignDocument(document),
    )
  })

  it('may be a bare diagram, with or without facts', () => {
    const bare = parseDesignDocument('flowchart LR\n  a[Browser] --> b[API]')
    expect(bare.design.graph.edges).toHaveLength(1)
    expect(bare.sections).toEqual([])
    const withFacts = parseDesignDocument('---\npeakQps: 12\n---\nflowchart LR\n  a --> b')
    expect(withFacts.design.scale).toEqual({ peakQps: 12 })
    expect(withFacts.problems).toEqual([])
  })

  it('may be a bare diagram behind a directive of several lines', () => {
    const text =
      "%%{init: {'theme': 'base', 'themeVariables': {\n  'lineColor': '#5C6B7A'\n}}}%%\n\nflowchart LR\n  a[Browser] --> b[API gateway]"
    const { design, problems } = parseDesignDocument(text)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(design.graph.nodes.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('may be a bare diagram with sections below it', () => {
    const text = 'flowchart LR\n  a[Browser] --> b[API]\n\n## API\n- `POST /links` creates a link'
    const { design, sections, problems } = parseDesignDocument(text)
    expect(problems).toEqual([])
    expect(design.graph.nodes.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(sections.map(({ title, line }) => [title, line])).toEqual([['API', 5]])
    expect(design.answers.endpoints.map(({ path }) => path)).toEqual(['/links'])
  })

  it('knows that a peak is at least the average', () => {
    const text = '---\naverageQps: 900\n---\nflowchart LR\n  a --> b'
    expect(parseDesignDocument(text).design.scale).toEqual({ averageQps: 900, peakQps: 900 })
  })

  it.each([
    ['', 1, 'found neither'],
    ['# Only words\n\nNothing drawn.', 1, 'found neither'],
    ['# A\n\n```mermaid\nflowchart LR\n  a[x --> b\n```\n', 5, 'Expected "]"'],
    ['# A\n```mermaid\nflowchart LR\n  a --> b\n', 2, 'never closed'],
    ['# A\n```mermaid\n\n```\n', 3, 'Expected a Mermaid flowchart'],
    ['---\npeakQps: lots\n---\nflowchart LR\n  a --> b', 2, 'peakQps expects a number'],
    ['---\nscenario: x\npeekQps: 4\n---\nflowchart LR\n  a --> b', 3, '"peekQps"'],
    ['---\ntags: [a\n---\nflowchart LR\n  a --> b', 2, 'not valid YAML'],
    ['flowchart LR\n  a --> b\n  %% set c managed true', 3, '"c"'],
  ])('says where and why it cannot read %j', (text, line, message) => {
    const [problem] = parseDesignDocument(text).problems
    expect(problem).toMatchObject({ line })
    expect(problem?.message).toContain(message)
  })

  it('never throws, and an empty drawing always has a problem', () => {
    const piece = fc.constantFrom(...fragments)
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 25 }), (pieces) => {
        const { design, problems } = parseDesignDocument(pieces.join(''))
        const isEmpty = design.graph.nodes.length === 0
        expect(!isEmpty || problems.some(({ severity }) => severity === 'error')).toBe(true)
        const lines = pieces.join('').split(/\r\n|\r|\n/).length
        expect(problems.every(({ line }) => line >= 1 && line <= lines)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('numbers as people write them', () => {
  it.each([
    ['5M', 5_000_000],
    ['4,600', 4600],
    ['1,234,567', 1_234_567],
    ['1.2k rps', 1200],
    ['4 600', 4600],
    ['~3 million', 3_000_000],
    ['10K/s', 10_000],
    ['12 QPS', 12],
    ['2e3', 2000],
    [300, 300],
    ['0', 0],
    ['many', undefined],
    ['-4', undefined],
    [null, undefined],
    [Number.NaN, undefined],
  ])('reads %j as %s', (written, number) => {
    expect(readNumber(written)).toBe(number)
  })

  it.each([
    ['99.95%', 99.95],
    [99.9, 99.9],
    ['0.999', 99.9],
    ['0.5%', 0.5],
    ['100', 100],
    ['101%', undefined],
    ['high', undefined],
  ])('reads %j as a share of %s', (written, share) => {
    expect(readPercent(written)).toBe(share)
  })
})
