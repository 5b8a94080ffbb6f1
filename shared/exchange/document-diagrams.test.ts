import { describe, expect, it } from 'vitest'
import { parseDesignDocument } from './design-document.ts'

const block = (text: string) => `\`\`\`mermaid\n${text}\n\`\`\`\n`
const overview = block('flowchart LR\n  web[Browser] --> api[API]')

function read(text: string) {
  const { design, problems } = parseDesignDocument(text)
  const { nodes, edges } = design.graph
  return {
    nodes: nodes.map(({ id }) => id),
    edges: edges.map(({ from, to }) => `${from} ${to}`),
    ids: new Set(edges.map(({ id }) => id)).size,
    problems,
  }
}

describe('a document with several diagrams', () => {
  it('joins drawings that share components by id and name', () => {
    const detail = block('flowchart LR\n  web[Browser] --> api[API] --> db[(PostgreSQL)]')
    const { nodes, edges, ids, problems } = read(`# A\n${overview}${detail}`)
    expect(nodes).toEqual(['web', 'api', 'db'])
    expect(edges).toEqual(['web api', 'api db'])
    expect(ids).toBe(2)
    expect(problems).toEqual([])
  })

  it('judges the first and names the others where they share nothing', () => {
    const other = block('flowchart LR\n  a[Camera] --> b[Gateway]')
    const { nodes, problems } = read(`# A\n${overview}${other}`)
    expect(nodes).toEqual(['web', 'api'])
    expect(problems).toMatchObject([{ severity: 'note', line: 7 }])
  })

  it('does not join drawings that call different things by one letter', () => {
    const first = block('flowchart LR\n  A[Browser] --> B[API]')
    const second = block('flowchart LR\n  A[Camera] --> B[API]')
    expect(read(`# A\n${first}${second}`).problems).toMatchObject([{ severity: 'note' }])
  })

  it('passes over diagrams of other sorts, wherever they stand', () => {
    const sequence = block('sequenceDiagram\n  A->>B: hello')
    const { nodes, problems } = read(`# A\n${sequence}${overview}`)
    expect(nodes).toEqual(['web', 'api'])
    expect(problems).toMatchObject([{ severity: 'note', line: 3 }])
    expect(problems[0]?.message).toContain('sequence diagram')
  })

  it('refuses a document that has nothing else', () => {
    const { problems } = read(`# A\n${block('sequenceDiagram\n  A->>B: hello')}`)
    expect(problems).toMatchObject([{ severity: 'error', line: 3 }])
  })

  it('keeps the sections when the drawing cannot be read', () => {
    const text = `# A\n${block('flowchart LR\n  a[x --> b')}## API\n- \`GET /\` greets\n`
    const { design, problems } = parseDesignDocument(text)
    expect(problems).toMatchObject([{ severity: 'error', line: 4 }])
    expect(design.answers.endpoints).toHaveLength(1)
  })
})
