import { expect, it } from 'vitest'
import type { Role } from '#shared/access.ts'
import type { Peer } from '#client/live/session.ts'
import { isSameCompany, newSummon, peopleHere, summonsOf, tabToFollow } from './people.ts'

function peer(
  clientId: number,
  person: string,
  change: Partial<Peer> & { role?: Role } = {},
): Peer {
  const { role = 'candidate', ...rest } = change
  return {
    clientId,
    person,
    entry: { name: person, color: '#112233', role, owner: false },
    pageId: 'page:a',
    cursor: null,
    selection: [],
    viewport: { x: 0, y: 0, w: 1, h: 1 },
    following: null,
    summon: 0,
    ...rest,
  }
}

it('shows a person with two tabs once, and not oneself', () => {
  const here = peopleHere([peer(1, 'bo'), peer(2, 'ada'), peer(3, 'bo'), peer(4, 'me')], 'me')
  expect(here.map(({ id, tabs }) => [id, tabs.length])).toEqual([
    ['ada', 1],
    ['bo', 2],
  ])
})

it('follows the tab that has the pointer', () => {
  const [bo] = peopleHere([peer(1, 'bo'), peer(2, 'bo', { cursor: { x: 1, y: 1 } })], 'me')
  expect(bo && tabToFollow(bo)?.clientId).toBe(2)
})

it('is called by a leader whose number grew, by nobody else, and not by one who just came', () => {
  const before = summonsOf([
    peer(1, 'ada', { role: 'interviewer', summon: 1 }),
    peer(2, 'bo', { summon: 1 }),
  ])
  const ada = peer(1, 'ada', { role: 'interviewer', summon: 2 })
  expect(newSummon(before, summonsOf([ada]))?.person).toBe('ada')
  expect(newSummon(before, summonsOf([peer(2, 'bo', { summon: 2 })]))).toBeUndefined()
  const late = peer(9, 'cy', { role: 'interviewer', summon: 5 })
  expect(newSummon(before, summonsOf([late]))).toBeUndefined()
})

it('sees the same company while pointers move, unless they are those of the one it follows', () => {
  const entry = { name: 'Bo', color: '#112233', role: 'candidate', owner: false } as const
  const bo = (change: Partial<Peer>) => [peer(1, 'bo', { entry, ...change })]
  const before = bo({ cursor: { x: 1, y: 1 } })
  const moved = bo({ cursor: { x: 2, y: 1 }, viewport: { x: 9, y: 9, w: 1, h: 1 } })
  expect(isSameCompany(before, moved, undefined)).toBe(true)
  expect(isSameCompany(before, moved, 'bo')).toBe(false)
  const others = [
    bo({ cursor: null }),
    bo({ cursor: { x: 1, y: 1 }, summon: 1 }),
    bo({ cursor: { x: 1, y: 1 }, following: 'ada' }),
    bo({ cursor: { x: 1, y: 1 }, entry: { ...entry, name: 'Bob' } }),
    [...before, peer(2, 'bo')],
    [peer(2, 'bo', { entry, cursor: { x: 1, y: 1 } })],
  ]
  expect(others.map((now) => isSameCompany(before, now, undefined))).toEqual(
    others.map(() => false),
  )
})
