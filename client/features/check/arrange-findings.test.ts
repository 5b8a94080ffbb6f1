import { expect, it } from 'vitest'
import { exampleFinding } from '#client/testing/example-finding.ts'
import { emptyGraph, type Graph } from '#shared/design/design.ts'
import { arrangeFindings, countSeverities } from './arrange-findings.ts'

const node = (id: string, label: string) => ({
  id,
  kind: 'service',
  label,
  technology: '',
  properties: {},
})
const graph: Graph = {
  nodes: [node('orders', 'Orders'), node('quiet', '')],
  edges: [
    {
      id: 'call',
      from: 'quiet',
      to: 'orders',
      type: 'sync',
      label: '',
      protocol: '',
      properties: {},
    },
  ],
  groups: [],
}
const slow = exampleFinding({ id: 'slow', category: 'performance', severity: 'error' })
const onOrders = exampleFinding({ id: 'on', category: 'data', subject: ['orders'] })
const onCall = exampleFinding({
  id: 'call',
  category: 'data',
  severity: 'suggestion',
  subject: ['call'],
  edges: ['call'],
})
const findings = [slow, onOrders, onCall]

it('puts findings under their category, the gravest first', () => {
  const sections = arrangeFindings(findings, 'category', emptyGraph)
  expect(sections.map(({ title, findings: own }) => [title, own.map(({ id }) => id)])).toEqual([
    ['Performance', ['slow']],
    ['Data', ['on', 'call']],
  ])
})

it('puts findings under the component they are about, and an arrow under where it starts', () => {
  const sections = arrangeFindings(findings, 'component', graph)
  expect(sections.map(({ title, findings: own }) => [title, own.map(({ id }) => id)])).toEqual([
    ['Beside the drawing', ['slow']],
    ['Orders', ['on']],
    ['Service', ['call']],
  ])
})

it('counts what there is of each severity', () => {
  expect(countSeverities(findings)).toEqual([
    { severity: 'error', count: 1 },
    { severity: 'warning', count: 1 },
    { severity: 'suggestion', count: 1 },
  ])
  expect(countSeverities([])).toEqual([])
})
