import { expect, test } from 'vitest'
import type { DesignNode, Graph } from '#shared/design/design.ts'
import { outlineOf, rowsOf } from './outline-tree.ts'

const node = (id: string, more: Partial<DesignNode> = {}): DesignNode => ({
  id,
  kind: 'service',
  label: id,
  technology: '',
  properties: {},
  ...more,
})

const graph: Graph = {
  nodes: [
    node('Web', { kind: 'web-client' }),
    node('Orders', { groupId: 'zone', technology: 'Go', replicas: 3 }),
    node('', { kind: 'cache', groupId: 'zone' }),
  ],
  groups: [
    { id: 'region', type: 'region', label: 'Frankfurt' },
    { id: 'zone', type: 'zone', label: '', parentId: 'region' },
  ],
  edges: [
    {
      id: 'e',
      from: 'Web',
      to: 'Orders',
      type: 'sync',
      label: '',
      protocol: 'HTTPS',
      properties: {},
    },
  ],
}

const shown = (folded: readonly string[] = []) =>
  rowsOf(outlineOf(graph), new Set(folded)).map(
    ({ item, level }) => `${'  '.repeat(level - 1)}${item.label} (${item.detail})`,
  )

test('reads boundaries, components and both ends of each connection in order', () => {
  expect(shown()).toEqual([
    'Frankfurt (Region)',
    '  Availability zone (Availability zone)',
    '    Cache ()',
    '    Orders (Service · Go · ×3)',
    '      from Web (Synchronous · HTTPS)',
    'Web (Web client)',
    '  to Orders (Synchronous · HTTPS)',
  ])
})

test('reads components in the order in which a request meets them', () => {
  const edge = (from: string, to: string) => ({
    id: `${from}-${to}`,
    from,
    to,
    type: 'sync' as const,
    label: '',
    protocol: '',
    properties: {},
  })
  const nodes = ['Database', 'API', 'Zebra client'].map((id) => node(id))
  const edges = [edge('API', 'Database'), edge('Zebra client', 'API')]
  const labels = outlineOf({ nodes, edges, groups: [] }).map((item) => item.label)
  expect(labels).toEqual(['Zebra client', 'API', 'Database'])
})

test('hides what is folded and says so', () => {
  expect(shown(['region', 'Web'])).toEqual(['Frankfurt (Region)', 'Web (Web client)'])
  expect(rowsOf(outlineOf(graph), new Set(['region']))[0]).toMatchObject({
    isOpen: false,
    level: 1,
    position: 1,
    siblings: 2,
  })
})

test('an empty board has an empty outline', () => {
  expect(outlineOf({ nodes: [], edges: [], groups: [] })).toEqual([])
})
