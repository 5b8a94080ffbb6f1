import { describe, expect, it } from 'vitest'
import { defineKind, type Kind } from '#shared/kinds/define-kind.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import { kinds } from '#shared/kinds/index.ts'
import { likelyNeighbours } from './likely-neighbours.ts'

describe('likelyNeighbours', () => {
  it('offers what the kind calls first, then who says that it is called by it', () => {
    const store = kind('store', [])
    const cache = kind('cache', [{ kind: 'app', direction: 'in', edge: 'cache' }])
    const app = kind('app', [
      { kind: 'store', direction: 'out', edge: 'sync' },
      { kind: 'client', direction: 'in', edge: 'sync' },
    ])
    const found = likelyNeighbours(app, [app, cache, store])
    expect(found.map((near) => [near.kind.id, near.edge])).toEqual([
      ['store', 'sync'],
      ['cache', 'cache'],
    ])
  })

  it('names no kind twice, and at most six', () => {
    for (const each of kinds) {
      const ids = likelyNeighbours(each, kinds).map((near) => near.kind.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBeLessThanOrEqual(6)
    }
  })

  it('finds something after a service', () => {
    expect(likelyNeighbours(findKind('service'), kinds).length).toBeGreaterThan(2)
  })
})

function kind(id: string, neighbours: Kind['neighbours']): Kind {
  return defineKind({ ...findKind('service'), id, neighbours })
}
