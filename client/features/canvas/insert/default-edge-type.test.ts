import { describe, expect, it } from 'vitest'
import { findKind } from '#shared/kinds/find-kind.ts'
import { kinds } from '#shared/kinds/index.ts'
import { defaultEdgeType } from './default-edge-type.ts'

describe('defaultEdgeType', () => {
  it.each([
    ['service', 'sql-db', 'sync'],
    ['service', 'queue', 'async'],
    ['queue', 'worker', 'async'],
    ['monolith', 'event-stream', 'async'],
    ['service', 'cache', 'cache'],
    ['bff', 'cache', 'cache'],
    ['sql-db', 'read-replica', 'replication'],
    ['service', 'metrics', 'observability'],
    ['worker', 'logging', 'observability'],
    ['web-client', 'websocket-gateway', 'stream'],
    ['cdn', 'object-store', 'pull-through'],
    ['web-client', 'load-balancer', 'sync'],
  ])('%s to %s is %s', (from, to, type) => {
    expect(defaultEdgeType(findKind(from), findKind(to))).toBe(type)
  })

  it('does what the kinds say of their neighbours', () => {
    const said = kinds.flatMap((kind) => {
      const near = kind.neighbours.find(({ direction }) => direction === 'out')
      return near === undefined ? [] : [{ kind, to: findKind(near.kind), edge: near.edge }]
    })
    expect(said.length).toBeGreaterThan(10)
    expect(said.map(({ kind, to }) => defaultEdgeType(kind, to))).toEqual(
      said.map((each) => each.edge),
    )
  })

  it('takes a kind that nobody knows for a synchronous one', () => {
    expect(defaultEdgeType(findKind('of-a-newer-version'), findKind('service'))).toBe('sync')
  })
})
