/** What a plain y-websocket client with a cookie may and may not do, role by role. */
import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Role } from '#shared/access.ts'
import { component } from '#server/testing/live-house.ts'
import { personIdOf } from '#server/testing/members.ts'
import { until } from '#client/testing/until.ts'
import { change, forge } from './forge.ts'
import { draw, recordAt, type Place } from './place.ts'
import type { RawMember } from './raw-member.ts'
import { expect, test } from './test.ts'

test('joins with a cookie, sees the board, and draws on it with others', async ({ place }) => {
  const ada = await place.open('interviewer')
  draw(ada, component('a'))
  const bob = await place.open('candidate')
  await until('bob sees a', () => bob.records.has('shape:a'))
  bob.records.get('shape:a')?.set('xy', [7, 8])
  await until('ada sees the move', () => JSON.stringify(recordAt(ada, 'shape:a')).includes('"x":7'))
  await place.expectPeace(ada, bob)
})

const readers = ['reviewer', 'observer'] as const satisfies readonly Role[]

for (const role of readers) {
  test(`a ${role} changes nothing for anybody, also after a reload`, async ({ place }) => {
    const ada = await place.open('interviewer')
    draw(ada, component('a'))
    const reader = await place.open(role)
    await until('the reader sees a', () => reader.records.has('shape:a'))
    draw(reader, component('sneaked'))
    reader.records.get('shape:a')?.set('p.label', 'sneaked')
    reader.records.delete('page:page')
    reader.answer(Y.encodeStateAsUpdate(reader.doc))
    await reader.settled()
    const again = await place.open(role)
    expect(again.records.has('shape:sneaked')).toBe(false)
    expect(recordAt(again, 'shape:a')).toMatchObject({ props: { label: 'a' } })
    await place.expectPeace(ada, again)
  })

  test(`a ${role} who comes back with own edits is told to start anew`, async ({ place }) => {
    const reader = await place.open(role)
    draw(reader, component('sneaked'))
    reader.leave()
    const again = place.knock(await place.as(role), 'design', { doc: reader.doc })
    expect(await again.closed()).toEqual({ code: 4410, reason: 'ahead_of_server' })
    await place.expectPeace()
  })
}

for (const role of ['candidate', ...readers] as const) {
  test(`a ${role} cannot open the notes`, async ({ place }) => {
    const lane = await place.open('interviewer', 'notes')
    lane.doc.getMap('texts').set('verdict', 'strong')
    const member = place.knock(await place.as(role), 'notes')
    expect(await member.closed()).toEqual({ code: 4403, reason: 'role_may_not' })
    expect(member.heard).toEqual([])
    expect(lane.closes).toEqual([])
  })
}

test('an interviewer opens the notes, and finds there what was written', async ({ place }) => {
  const lane = await place.open('interviewer', 'notes')
  lane.doc.getMap('texts').set('verdict', 'strong')
  await lane.settled()
  const again = await place.open('interviewer', 'notes')
  expect(again.doc.getMap('texts').toJSON()).toEqual({ verdict: 'strong' })
})

for (const role of ['interviewer', 'candidate', ...readers] as const) {
  test(`a ${role} does not write the room`, async ({ place }) => {
    const before = (await place.open('observer', 'room')).doc.getMap('roster').toJSON()
    const member = await place.open(role, 'room')
    const { doc } = member
    const roster = doc.getMap('roster')
    doc.transact(() => {
      doc.getMap('board').set('title', 'mine')
      doc.getMap('threads').set('t1', new Y.Map([['c1', 'forged']]))
      for (const id of roster.keys()) roster.set(id, { role: 'interviewer', owner: true })
    })
    member.answer(Y.encodeStateAsUpdate(doc))
    await member.settled()
    const fresh = await place.open('interviewer', 'room')
    expect(fresh.doc.getMap('board').get('title')).toBe('Untitled board')
    expect(fresh.doc.getMap('threads').toJSON()).toEqual({})
    expect(fresh.doc.getMap('roster').toJSON()).toMatchObject(before)
  })
}

interface Scene {
  readonly victim: RawMember
  readonly attacker: RawMember
  readonly onlooker: RawMember
}

/** The victim has drawn `shape:a`; everybody sees it. */
async function scene(place: Place): Promise<Scene> {
  const victim = await place.open('interviewer')
  draw(victim, component('a'))
  const attacker = await place.open('candidate')
  const onlooker = await place.open('observer')
  await until('all see a', () =>
    [attacker, onlooker].every(({ records }) => records.has('shape:a')),
  )
  return { victim, attacker, onlooker }
}

const moved = change('shape:a', 'xy', [666, 666])
const asVictim = ({ victim, attacker }: Scene) => forge(attacker.doc, moved, victim.doc.clientID)
const own = ({ attacker }: Scene) =>
  forge(attacker.doc, (doc) => doc.getMap('records').set('shape:own', new Y.Map()))

const smuggles: readonly (readonly [string, (scene: Scene) => void])[] = [
  ['in an update', (all) => all.attacker.update(asVictim(all))],
  ['in an answer', (all) => all.attacker.answer(asVictim(all))],
  [
    'behind own edits, in one update',
    (all) => all.attacker.update(Y.mergeUpdates([own(all), asVictim(all)])),
  ],
  [
    'behind own edits, in one answer',
    (all) => all.attacker.answer(Y.mergeUpdates([own(all), asVictim(all)])),
  ],
  [
    'by writing as the victim from then on',
    ({ attacker, victim }) => {
      attacker.doc.clientID = victim.doc.clientID
      moved(attacker.doc)
    },
  ],
  [
    "with the server's own client id",
    ({ attacker, victim }) => {
      const known = [...Y.decodeStateVector(Y.encodeStateVector(attacker.doc)).keys()]
      const server = known.find((client) => client !== victim.doc.clientID)
      attacker.update(forge(attacker.doc, moved, server))
    },
  ],
]

for (const [how, smuggle] of smuggles) {
  test(`nobody smuggles structs of another's client id ${how}`, async ({ place }) => {
    const all = await scene(place)
    smuggle(all)
    expect(await all.attacker.closed()).toEqual({ code: 4403, reason: 'role_may_not' })
    all.victim.records.get('shape:a')?.set('xy', [1, 1])
    await all.victim.settled()
    const fresh = await place.open('observer')
    expect(recordAt(fresh, 'shape:a')).toMatchObject({ x: 1, y: 1 })
    expect(fresh.records.has('shape:own')).toBe(false)
    await place.expectPeace(all.victim, all.onlooker)
  })
}

test('nobody goes on with the client id of somebody who left', async ({ place }) => {
  const { victim, attacker, onlooker } = await scene(place)
  victim.leave()
  const heir = await place.open('candidate')
  heir.doc.clientID = victim.doc.clientID
  moved(heir.doc)
  expect(await heir.closed()).toMatchObject({ code: 4403 })
  await place.expectPeace(attacker, onlooker)
})

test('nobody writes with a client id that somebody else points with', async ({ place }) => {
  const victim = await place.open('interviewer')
  const attacker = await place.open('candidate')
  await victim.settled()
  attacker.update(
    forge(
      attacker.doc,
      (doc) => doc.getMap('records').set('shape:b', new Y.Map()),
      victim.doc.clientID,
    ),
  )
  expect(await attacker.closed()).toMatchObject({ code: 4403 })
  draw(victim, component('a'))
  await place.expectPeace(victim)
})

/** Everybody points where the onlooker sees it. */
async function pointing(place: Place): Promise<Scene> {
  const [victim, attacker] = [await place.open('interviewer'), await place.open('candidate')]
  const onlooker = await place.open('observer')
  const people = [
    [victim, await place.as('interviewer')],
    [attacker, await place.as('candidate')],
  ] as const
  for (const [member, visitor] of people) {
    member.provider.awareness.setLocalState({ person: await personIdOf(visitor), at: 1 })
  }
  await until('the onlooker sees both', () =>
    people.every(([{ doc }]) => stateOf(onlooker, doc.clientID)?.['at'] === 1),
  )
  return { victim, attacker, onlooker }
}

function stateOf({ provider }: RawMember, client: number) {
  return provider.awareness.getStates().get(client)
}

/** What the attacker says of a client, at a time later than whatever that client says of itself. */
function claim(attacker: RawMember, client: number, state: object | null): void {
  const { awareness } = attacker.provider
  awareness.meta.set(client, { clock: 1000, lastUpdated: Date.now() })
  if (state === null) awareness.states.delete(client)
  else awareness.states.set(client, { ...state })
  attacker.point(encodeAwarenessUpdate(awareness, [client]))
}

for (const state of [{ at: 'forged' }, null]) {
  const what = state === null ? 'take away' : 'move'
  test(`nobody can ${what} another's cursor`, async ({ place }) => {
    const { victim, attacker, onlooker } = await pointing(place)
    claim(attacker, victim.doc.clientID, state)
    await attacker.settled()
    await onlooker.settled()
    expect(stateOf(onlooker, victim.doc.clientID)).toMatchObject({ at: 1 })
    const newcomer = await place.open('reviewer')
    await until('a newcomer sees the victim', () => {
      return stateOf(newcomer, victim.doc.clientID) !== undefined
    })
    expect(stateOf(newcomer, victim.doc.clientID)).toMatchObject({ at: 1 })
    await place.expectPeace(victim, attacker, onlooker)
  })
}

test("nobody takes another's place by coming with their client id", async ({ place }) => {
  const { victim, onlooker } = await pointing(place)
  const doc = new Y.Doc()
  doc.clientID = victim.doc.clientID
  const visitor = await place.comes('candidate')
  const double = await place.knock(visitor, 'design', { doc }).synced()
  claim(double, doc.clientID, { person: await personIdOf(visitor), at: 'forged' })
  await double.settled()
  await onlooker.settled()
  expect(stateOf(onlooker, doc.clientID)).toMatchObject({ at: 1 })
  double.leave()
  await onlooker.settled()
  expect(stateOf(onlooker, doc.clientID)).toMatchObject({ at: 1 })
  await place.expectPeace(victim, onlooker)
})

test('nobody points in the name of another person', async ({ place }) => {
  const { attacker, onlooker } = await pointing(place)
  const person = await personIdOf(place.owner)
  attacker.provider.awareness.setLocalState({ person, at: 'forged' })
  await attacker.settled()
  await onlooker.settled()
  expect(stateOf(onlooker, attacker.doc.clientID)).toMatchObject({ at: 1 })
  await place.expectPeace(attacker, onlooker)
})
