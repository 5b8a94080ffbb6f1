import { expect, it } from 'vitest'
import { checkDesign } from '#shared/checker/check-design.ts'
import type { Finding } from '#shared/checker/define-rule.ts'
import { designOf, type Graph } from '#shared/design/design.ts'
import { findingAt, findingMarks } from './finding-marks.ts'

function node(id: string, kind: string) {
  return { id, kind, label: id, technology: '', properties: {} }
}
function edge(id: string, from: string, to: string) {
  return { id, from, to, type: 'sync', label: '', protocol: '', properties: {} } as const
}
const graph: Graph = {
  nodes: [node('web', 'web-client'), node('db', 'sql-db')],
  edges: [edge('e', 'web', 'db')],
  groups: [],
}
const [real] = checkDesign(designOf(graph)).findings

function finding(change: Partial<Finding>): Finding {
  if (real === undefined) throw new Error('A client that calls a store has a finding')
  return { ...real, ...change }
}

it('shows the worst severity and the number of findings of a component', () => {
  const marks = findingMarks(
    [
      finding({ subject: ['db'], severity: 'suggestion' }),
      finding({ subject: ['db'], severity: 'error' }),
    ],
    graph,
  )
  expect(marks.get('db')).toMatchObject({ severity: 'error', count: 2 })
  expect(marks.get('db')?.title).toMatch(/^2 findings: /)
})

it('marks where an arrow starts when a finding is about the arrow alone', () => {
  const marks = findingMarks([finding({ subject: ['e'], nodes: [], edges: ['e'] })], graph)
  expect([...marks.keys()]).toEqual(['web'])
})

it('marks nothing on a board without findings', () => {
  expect(findingMarks([], graph).size).toBe(0)
})

it('bubbles up to the boundaries around a component', () => {
  const inside: Graph = {
    nodes: [{ ...node('db', 'sql-db'), groupId: 'zone' }, node('web', 'web-client')],
    edges: [],
    groups: [
      { id: 'region', type: 'region', label: 'EU' },
      { id: 'zone', type: 'zone', label: 'A', parentId: 'region' },
    ],
  }
  const marks = findingMarks([finding({ subject: ['db'], severity: 'error' })], inside)
  expect([...marks.keys()]).toEqual(['db', 'zone', 'region'])
  expect(marks.get('region')).toMatchObject({ severity: 'error', count: 1 })
  expect(marks.get('region')?.title).toMatch(/^1 finding inside: /)
  expect(findingAt('region', [finding({ subject: ['db'] })], inside)?.subject).toEqual(['db'])
})

it('counts what was answered only where nothing else is', () => {
  const answered = finding({ subject: ['db'], severity: 'info' })
  const open = finding({ subject: ['db'], severity: 'warning' })
  expect(findingMarks([open, answered], graph).get('db')).toMatchObject({
    severity: 'warning',
    count: 1,
  })
  expect(findingMarks([answered], graph).get('db')).toMatchObject({
    severity: 'defended',
    count: 1,
  })
})
