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
const before = { findings: [onQueue, onStore], graph: graphOf('queue', 'store'), isHeard: true }

it('names what is no longer seen on components that are still there', () => {
  const now = { findings: [onStore], graph: graphOf('queue', 'store'), isHeard: true }
  expect(settledFindings(before, now)).toEqual([onQueue])
})

it('names nothing when another page is shown', () => {
  expect(
    settledFindings(before, { findings: [], graph: graphOf('elsewhere'), isHeard: true }),
  ).toEqual([])
})

it('names nothing where another finding speaks now', () => {
  const other = exampleFinding({ id: 'other', nodes: ['queue'] })
  const now = { findings: [other, onStore], graph: graphOf('queue', 'store'), isHeard: true }
  expect(settledFindings(before, now)).toEqual([])
})

it('names nothing when what the host found is gone because the host is', () => {
  const now = { findings: [onStore], graph: graphOf('queue', 'store'), isHeard: false }
  expect(settledFindings(before, now)).toEqual([])
})
