import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findKind, searchKinds } from './find-kind.ts'
import { genericKind } from './generic-kind.ts'
import { kinds } from './index.ts'

const seed = 20_260_801
const anyKind = fc.constantFrom(...kinds)
const everything = kinds.length
const technologies = kinds.flatMap((kind) =>
  kind.technologies.map((technology) => ({ kind, technology })),
)

describe('findKind', () => {
  it.each(kinds.map((kind) => [kind.id, kind] as const))('finds %s', (id, kind) => {
    expect(findKind(id)).toBe(kind)
  })

  it.each(['component', '', 'blockchain', 'toString', '__proto__'])(
    'answers the generic kind for "%s"',
    (id) => {
      expect(findKind(id)).toBe(genericKind)
    },
  )
})

describe('searchKinds', () => {
  it.each([
    ['redis', 'cache', 'Redis', 'Redis'],
    ['postgres', 'sql-db', 'PostgreSQL', 'PostgreSQL'],
    ['kafka', 'event-stream', 'Kafka', 'Kafka'],
    ['elastic', 'search-index', 'Elasticsearch', 'Elasticsearch'],
    ['nginx', 'load-balancer', 'NGINX', 'NGINX'],
    ['ngin', 'load-balancer', 'NGINX', 'NGINX'],
    ['lb', 'load-balancer', undefined, 'Load balancer'],
    ['loadbalancer', 'load-balancer', undefined, 'Load balancer'],
    ['balancer', 'load-balancer', undefined, 'Load balancer'],
    ['pub/sub', 'pubsub', undefined, 'Pub/sub'],
    ['db', 'sql-db', undefined, 'SQL database'],
    ['DATABASE', 'sql-db', undefined, 'SQL database'],
    ['graph', 'graph-db', undefined, 'Graph database'],
    ['s3', 'object-store', 'S3', 'S3'],
    ['cach', 'cache', undefined, 'Cache'],
    ['que', 'queue', undefined, 'Queue'],
    ['postgers', 'sql-db', 'PostgreSQL', 'PostgreSQL'],
    ['kafak', 'event-stream', 'Kafka', 'Kafka'],
    ['memcahed', 'cache', 'Memcached', 'Memcached'],
    ['load balncer', 'load-balancer', undefined, 'Load balancer'],
    ['zzzz', undefined, undefined, undefined],
  ])('answers "%s" with %s', (query, kind, technology, label) => {
    const [best] = searchKinds(query)
    expect(best?.kind.id).toBe(kind)
    expect(best?.technology).toBe(technology)
    expect(best?.label).toBe(label)
  })

  it('offers the palette from its beginning while nothing is typed', () => {
    expect(searchKinds(' /', everything).map((match) => match.kind)).toEqual(kinds)
  })

  it('puts a kind first when its title or a word for it is typed whole', () => {
    fc.assert(
      fc.property(anyKind, fc.nat(), fc.boolean(), (kind, index, upper) => {
        const all = [kind.title, ...kind.words]
        const typed = all[index % all.length] ?? ''
        const [best] = searchKinds(upper ? typed.toUpperCase() : typed)
        expect(best).toEqual({ kind, label: kind.title })
      }),
      { seed },
    )
  })

  it('finds a kind by any beginning of any of its names', () => {
    const names = kinds.flatMap((kind) =>
      [kind.title, ...kind.words, ...kind.technologies].map((name) => ({ kind, name })),
    )
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), ({ kind, name }, length) => {
        const typed = name.slice(0, 1 + (length % name.length))
        expect(searchKinds(typed, everything).map((match) => match.kind)).toContain(kind)
      }),
      { seed, numRuns: 500 },
    )
  })

  it.each(technologies.map(({ kind, technology }) => [technology, kind.id] as const))(
    'finds %s as a product of %s, spelled like that',
    (technology, id) => {
      const matches = searchKinds(technology.toLowerCase(), everything)
      const match = matches.find(({ kind }) => kind.id === id)
      expect(match?.label).toSatisfy((label) => label === technology || label === match?.kind.title)
    },
  )

  it('answers something for one slip in a long name', () => {
    const long = technologies.filter(({ technology }) => /^\w{6,}$/.test(technology))
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), ({ technology }, at) => {
        const place = 1 + (at % (technology.length - 1))
        const typed = technology.slice(0, place) + technology.slice(place + 1)
        expect(searchKinds(typed).length).toBeGreaterThan(0)
      }),
      { seed },
    )
  })

  it('holds to its limit, names each kind once and answers the same twice, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: -3, max: 60 }),
        (query, limit) => {
          const matches = searchKinds(query, limit)
          expect(matches.length).toBeLessThanOrEqual(Math.max(0, limit))
          expect(new Set(matches.map((match) => match.kind.id)).size).toBe(matches.length)
          expect(searchKinds(query, limit)).toEqual(matches)
          expect(searchKinds(query, everything).slice(0, matches.length)).toEqual(matches)
        },
      ),
      { seed },
    )
  })
})
