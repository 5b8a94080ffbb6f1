import { expect, it } from 'vitest'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { contextOf } from './check-design.ts'
import { possibleReadersOf, possibleWritersOf, usesOf } from './store-ends.ts'

function contextFrom(lines: string) {
  return contextOf(parseDesignDocument(`flowchart LR\n${lines}`).design)
}

it('reads from an arrow whether a service reads or writes', () => {
  const context = contextFrom(`
  a[Order service] -->|writes orders| db[(PostgreSQL)]
  b[Page service] -->|reads| db
  c[Cart service] -->|read/write| db
  d[User service] --> db
  e[Search service] --> db
  db --> f[Mail service]`)
  const uses = Object.fromEntries(usesOf(context, 'db').map(({ by, use }) => [by, use]))
  expect(uses).toEqual({ a: 'writes', b: 'reads', c: 'both', d: 'unsaid', e: 'reads', f: 'reads' })
  expect(possibleWritersOf(context, 'db')).toEqual(['a', 'c', 'd'])
  expect(possibleReadersOf(context, 'db')).toEqual(['b', 'c', 'd', 'e', 'f'])
})

it('counts neither copies nor clients nor what only watches', () => {
  const context = contextFrom(`
  db[(PostgreSQL)] -->|CDC| es[Elasticsearch]
  db -->|replication| rr[(Read replica)]
  web[Browser] --> db
  prom[Prometheus] --> db`)
  expect(usesOf(context, 'db')).toEqual([])
  expect(usesOf(context, 'nothing')).toEqual([])
})
