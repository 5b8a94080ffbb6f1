import { expect, it } from 'vitest'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { contextOf } from './check-design.ts'
import { deployablesOf } from './deployables.ts'

const idsIn = (lines: string) =>
  deployablesOf(contextOf(parseDesignDocument(`flowchart LR\n${lines}`).design)).map(({ id }) => id)

it('counts each service once, however many instances are drawn', () => {
  expect(idsIn('a1[Order service 1]\na2[Order service 2]\nb[User service]')).toEqual(['a1', 'b'])
})

it('counts the modules of one program once', () => {
  const modules = 'u[User service]\no[Order service]'
  expect(idsIn(`subgraph m[Modular monolith]\n${modules}\nend\nx[Mail service]`)).toEqual([
    'o',
    'x',
  ])
})

it('counts no parts of a program and no stores', () => {
  expect(idsIn('r[Order repository]:::service\ndb[(PostgreSQL)]\nw[Browser]')).toEqual([])
})
