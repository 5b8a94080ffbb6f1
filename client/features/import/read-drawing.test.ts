import { describe, expect, it } from 'vitest'
import { readDrawing, withKinds } from './read-drawing.ts'

describe('readDrawing', () => {
  it('puts what is unsure before what is sure', () => {
    const { components } = readDrawing(
      'flowchart LR\n db[(PostgreSQL)]\n x[Zorblax] --> db\n web[Browser] --> x',
    )
    expect(components).toHaveLength(3)
    expect(components[0]?.node.label).toBe('Zorblax')
    expect(components[0]?.confidence).toBe('unsure')
    expect(components.at(-1)?.confidence).not.toBe('unsure')
  })

  it('says line, column and what was expected, and reads nothing, where the text is broken', () => {
    const { graph, problems } = readDrawing('flowchart LR\n a[API --> b[Store]\n')
    expect(graph.nodes).toEqual([])
    const [problem] = problems
    expect(problem).toMatchObject({ severity: 'error', line: 2 })
    expect(problem?.column).toBeGreaterThan(1)
    expect(problem?.message).toMatch(/expected/i)
  })

  it('reads the drawing of a document and names the sections that it leaves there', () => {
    const text =
      '# Shop\n\n```mermaid\nflowchart TB\n a[API] --> b[(MySQL)]\n```\n\n## API\n- GET /\n'
    const { graph, direction, leftOut } = readDrawing(text)
    expect(graph.nodes.map(({ label }) => label)).toEqual(['API', 'MySQL'])
    expect(direction).toBe('TB')
    expect(leftOut).toEqual(['API'])
  })

  it('refuses another sort of diagram by its name', () => {
    const { graph, problems } = readDrawing('sequenceDiagram\n A->>B: hi')
    expect(graph.nodes).toEqual([])
    expect(problems.map(({ message }) => message).join()).toContain('sequence diagram')
  })
})

it('takes the kinds that a person chose', () => {
  const { graph } = readDrawing('flowchart LR\n a[Orders] --> b[(MySQL)]')
  const kinds = withKinds(graph, new Map([['a', 'worker']])).nodes.map(({ kind }) => kind)
  expect(kinds).toEqual(['worker', 'sql-db'])
})
