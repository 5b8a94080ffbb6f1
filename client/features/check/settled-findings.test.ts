import { expect, it } from 'vitest'
import { exampleFinding } from '#client/testing/example-finding.ts'
import type { Graph } from '#shared/design/design.ts'
import { settledFindings } from './settled-findings.ts'

const graphOf = (...ids: readonly string[]): Graph => ({
  nodes: ids.map((id) => ({ id, kind: 'service', label: id, technology: '', properties: {} })),
  edges: [],
  groups: [],
})
const onQueue = exampleFinding({ id: 'queue', nodes: ['queue'] })
const onStore = exampleFinding({ id: 'store', nodes: ['store'] })
const before = { findings: [onQueue, onStore], graph: graphOf('queue', 'store') }

it('names what is no longer seen on components that are still there', () => {
  const now = { findings: [onStore], graph: graphOf('queue', 'store') }
  expect(settledFindings(before, now)).toEqual([onQueue])
})

it('names nothing when another page is shown', () => {
  expect(settledFindings(before, { findings: [], graph: graphOf('elsewhere') })).toEqual([])
})

it('names nothing where another finding speaks now', () => {
  const other = exampleFinding({ id: 'other', nodes: ['queue'] })
  const now = { findings: [other, onStore], graph: graphOf('queue', 'store') }
  expect(settledFindings(before, now)).toEqual([])
})
