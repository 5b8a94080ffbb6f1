import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Design } from '#shared/design/design.ts'
import { arbitraryDesign } from './answers/testing/arbitrary-design.ts'
import { parseDesignDocument } from './design-document.ts'
import { writeDesignDocument } from './write-design-document.ts'

function sorted({ graph, answers, scale }: Design): unknown {
  const byId = <T extends { id: string }>(list: readonly T[]) =>
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const things = { nodes: byId(graph.nodes), edges: byId(graph.edges), groups: byId(graph.groups) }
  return { graph: things, answers, scale }
}

it('loses no field of a design on its way into a document and back', () => {
  fc.assert(
    fc.property(arbitraryDesign, (design) => {
      const text = writeDesignDocument(design, { title: 'A board' })
      const read = parseDesignDocument(text)
      expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(read.title).toBe('A board')
      expect(sorted(read.design)).toEqual(sorted(design))
      expect(writeDesignDocument(read.design, { title: read.title })).toBe(text)
    }),
    { numRuns: 250 },
  )
})

const board = `---
scenario: url-shortener
peakQps: 4600
latencyTarget: p99 under 200 ms
dataSize: 2 TB, 3.65 PB a year
compliance: [GDPR]
---

# Short links

\`\`\`mermaid
flowchart LR
  web[Browser] --> api[API] --> db[(PostgreSQL)]
\`\`\`

## Functional requirements

- FR1 (must): People shorten a link.
- (out): Analytics.

## API

- \`POST /links\` creates a link (auth, idempotent) covers FR1

## Data model

- Link (content) in PostgreSQL: key code; fields code, url; 36,000,000 rows of 500 B

## Trade-offs

`

it('writes what it reads in the same words where it can', () => {
  const { design, title, frontMatter } = parseDesignDocument(board)
  const { scenario = '' } = frontMatter
  const text = writeDesignDocument(design, { title, scenario })
  expect(text.replace(/```mermaid.*```/s, '')).toBe(board.replace(/```mermaid.*```/s, ''))
})

it('lets an edit of the words win over the comment behind them', () => {
  const { design } = parseDesignDocument(board)
  const nodeIds = ['db']
  const answers = {
    ...design.answers,
    security: [{ text: 'Tokens at the edge.', nodeIds }],
  }
  const text = writeDesignDocument({ ...design, answers }, { title: 'A' })
  expect(parseDesignDocument(text).design.answers.security).toEqual(answers.security)
  const edited = text.replace('Tokens at the edge.', 'Keys in PostgreSQL.')
  expect(parseDesignDocument(edited).design.answers.security).toEqual([
    { text: 'Keys in PostgreSQL.', nodeIds: ['db'] },
  ])
  const other = text.replace('Tokens at the edge.', 'Keys nowhere.')
  expect(parseDesignDocument(other).design.answers.security[0]?.nodeIds).toEqual([])
})

it('says in the front matter what a design leaves open though its words would tell', () => {
  const { design } = parseDesignDocument(`${board}\n## Operations\n- Budget: $500 a month\n`)
  expect(design.scale.budgetPerMonth).toBe(500)
  const scale = { peakQps: 4600 }
  const text = writeDesignDocument({ ...design, scale }, { title: 'A' })
  expect(text).toContain('budget: unknown\n')
  expect(parseDesignDocument(text).design.scale).toEqual(scale)
})
