import { expect, it } from 'vitest'
import type { Storage } from '../storage.ts'
import {
  batchOf,
  boardRow,
  firstBytes,
  linkRow,
  makeBoard,
  memberRow,
  putPeople,
  updateRow,
} from './rows.ts'

/** People, boards, members and assets. */
export function describeBoardsAndPeople(storage: () => Storage): void {
  describePeople(storage)
  describeBoards(storage)
  describeMembers(storage)
  describeAssets(storage)
}

function describePeople(storage: () => Storage): void {
  it('S14 keeps a person and lets name, colour and being named change', async () => {
    const person = { id: 'ada', name: '', color: '#111111', isNamed: false, createdAt: 5 }
    await storage().people.put(person)
    expect(await storage().people.find('ada')).toEqual(person)
    await storage().people.put({
      ...person,
      name: 'Ada',
      color: '#222222',
      isNamed: true,
      createdAt: 99,
    })
    expect(await storage().people.find('ada')).toEqual({
      id: 'ada',
      name: 'Ada',
      color: '#222222',
      isNamed: true,
      createdAt: 5,
    })
  })

  it('S15 answers unknown ids with nothing', async () => {
    const { people, boards, members, links, assets } = storage()
    expect(await people.find('nobody')).toBeUndefined()
    expect(await boards.find('none')).toBeUndefined()
    expect(await boards.ofPerson('nobody')).toEqual([])
    expect(await members.find('none', 'nobody')).toBeUndefined()
    expect(await members.ofBoard('none')).toEqual([])
    expect(await links.findByHash('none')).toBeUndefined()
    expect(await links.ofBoard('none')).toEqual([])
    expect(await assets.find('none')).toBeUndefined()
    expect(await assets.ofBoard('none')).toEqual([])
  })

  it('S15 changes nothing when what is to be changed is unknown', async () => {
    await makeBoard(storage())
    await storage().boards.rename('none', 'Other')
    await storage().boards.delete('none')
    await storage().members.remove('b1', 'nobody')
    expect(await storage().links.revoke('b1', 'none', 1)).toBeUndefined()
    expect(await storage().boards.find('b1')).toEqual(boardRow())
    expect(await storage().members.ofBoard('b1')).toHaveLength(1)
  })
}

function describeBoards(storage: () => Storage): void {
  it('S10 makes a board with its owner and the first updates of its documents', async () => {
    await putPeople(storage(), 'ada')
    const board = boardRow({ scenarioId: 'chat' })
    const owner = memberRow({ owner: true })
    const room = { document: 'room', personId: null } as const
    await storage().boards.create(board, owner, [updateRow(1), updateRow(2, room), updateRow(3)])
    expect(await storage().boards.find('b1')).toEqual(board)
    expect(await storage().members.find('b1', 'ada')).toEqual(owner)
    expect(await firstBytes(storage(), 'b1')).toEqual([1, 3])
    const { updates } = await storage().log.load('b1', 'room')
    expect(updates).toEqual([{ ...updateRow(2, room), sequence: 1 }])
  })

  it('S10 makes a board of a file with its assets and acts, or nothing of it', async () => {
    await putPeople(storage(), 'ada')
    const owner = memberRow({ owner: true })
    const asset = {
      id: 'a1',
      boardId: 'b1',
      mime: 'image/png',
      size: 3,
      personId: 'ada',
      createdAt: 1,
    }
    const act = { boardId: 'b1', personId: 'ada', at: 5, act: 'import', details: { records: 1 } }
    const twice = { assets: [asset], acts: [act, act] }
    const broken = { ...twice, assets: [asset, { ...asset, id: 'a2', boardId: 'no board' }] }
    await expect(
      storage().boards.create(boardRow(), owner, [updateRow(1)], broken),
    ).rejects.toBeInstanceOf(Error)
    expect(await storage().boards.find('b1')).toBeUndefined()
    expect(await storage().assets.find('a1')).toBeUndefined()
    await storage().boards.create(boardRow(), owner, [updateRow(1)], twice)
    expect(await storage().assets.ofBoard('b1')).toEqual([asset])
    expect(await storage().log.acts('b1')).toEqual([act, act])
    await storage().log.append(batchOf({ updates: [updateRow(2)] }))
    expect(await firstBytes(storage(), 'b1')).toEqual([1, 2])
  })

  it('S1 makes nothing when the id is taken', async () => {
    await makeBoard(storage())
    const again = boardRow({ title: 'Other' })
    await putPeople(storage(), 'bob')
    const owner = memberRow({ personId: 'bob', owner: true })
    await expect(storage().boards.create(again, owner, [updateRow(1)])).rejects.toBeInstanceOf(
      Error,
    )
    expect(await storage().boards.find('b1')).toEqual(boardRow())
    expect(await storage().members.find('b1', 'bob')).toBeUndefined()
    expect(await firstBytes(storage(), 'b1')).toEqual([])
  })

  it('S11 lists the boards of a person with the role, the newest change first', async () => {
    await putPeople(storage(), 'ada', 'bob')
    for (const [id, updatedAt] of [
      ['b1', 5],
      ['b2', 50],
      ['b3', 20],
    ] as const) {
      const owner = memberRow({ boardId: id, owner: true })
      await storage().boards.create(boardRow({ id, updatedAt }), owner, [])
    }
    await storage().members.put(memberRow({ boardId: 'b3', personId: 'bob', role: 'observer' }))
    const ofAda = await storage().boards.ofPerson('ada')
    expect(ofAda.map(({ id }) => id)).toEqual(['b2', 'b3', 'b1'])
    expect(await storage().boards.ofPerson('bob')).toEqual([
      { ...boardRow({ id: 'b3', updatedAt: 20 }), role: 'observer', owner: false },
    ])
  })

  it('renames a board and leaves the rest of it', async () => {
    await makeBoard(storage())
    await storage().boards.rename('b1', 'Ünïcode “title”')
    expect(await storage().boards.find('b1')).toEqual(boardRow({ title: 'Ünïcode “title”' }))
  })

  it('S10 deletes everything of a board and nothing of another', async () => {
    for (const id of ['b1', 'b2']) await fill(storage(), id)
    await storage().boards.delete('b1')
    expect(await contents(storage(), 'b1')).toEqual([
      undefined,
      [],
      [],
      [],
      [],
      [],
      [],
      [],
      undefined,
    ])
    expect(await storage().links.findByHash('hash-b1')).toBeUndefined()
    expect(await storage().boards.ofPerson('ada')).toHaveLength(1)
    const [board, ...rest] = await contents(storage(), 'b2')
    expect(board).toBeDefined()
    for (const part of rest) expect(part).not.toEqual([])
    expect(rest.at(-1)).toBeDefined()
  })

  it('S3 counts from 1 again when a board of the same id is made anew', async () => {
    await fill(storage(), 'b1')
    await storage().boards.delete('b1')
    await makeBoard(storage())
    await storage().log.append(batchOf({ updates: [updateRow(9)] }))
    expect(
      (await storage().log.load('b1', 'design')).updates.map(({ sequence }) => sequence),
    ).toEqual([1])
  })
}

async function fill(storage: Storage, boardId: string): Promise<void> {
  await putPeople(storage, 'ada', 'bob')
  await storage.boards.create(boardRow({ id: boardId }), memberRow({ boardId, owner: true }), [])
  await storage.links.put(linkRow({ id: `l-${boardId}`, boardId, tokenHash: `hash-${boardId}` }))
  await storage.members.put(memberRow({ boardId, personId: 'bob', linkId: `l-${boardId}` }))
  await storage.assets.put(assetRow(`a-${boardId}`, boardId))
  await storage.log.append({
    updates: [updateRow(1, { boardId }), updateRow(2, { boardId })],
    clientIds: [{ boardId, document: 'design', clientId: 1, personId: 'ada' }],
    acts: [{ boardId, personId: 'ada', at: 1, act: 'comment', details: {} }],
  })
  await storage.log.saveSnapshot({
    boardId,
    document: 'design',
    sequence: 1,
    at: 1,
    bytes: new Uint8Array(1),
  })
}

async function contents(storage: Storage, boardId: string) {
  const { snapshot, updates } = await storage.log.load(boardId, 'design')
  return [
    await storage.boards.find(boardId),
    await storage.members.ofBoard(boardId),
    await storage.links.ofBoard(boardId),
    await storage.assets.ofBoard(boardId),
    await storage.log.clientIds(boardId, 'design'),
    await storage.log.acts(boardId),
    await storage.log.read(boardId, 'design', 0, 10),
    updates,
    snapshot,
  ]
}

function describeMembers(storage: () => Storage): void {
  it('S14 lists members with name and colour, and gives a known one another role', async () => {
    await makeBoard(storage())
    await putPeople(storage(), 'bob')
    await storage().links.put(linkRow())
    const bob = memberRow({ personId: 'bob', role: 'candidate', linkId: 'l1', joinedAt: 21 })
    await storage().members.put(bob)
    await storage().members.put({ ...bob, role: 'reviewer', linkId: null })
    expect(await storage().members.ofBoard('b1')).toEqual([
      { ...memberRow({ owner: true }), name: 'Name of ada', color: '#123456' },
      { ...bob, role: 'reviewer', linkId: null, name: 'Name of bob', color: '#123456' },
    ])
    await storage().members.remove('b1', 'bob')
    expect(await storage().members.find('b1', 'bob')).toBeUndefined()
  })
}

function assetRow(id: string, boardId: string) {
  return { id, boardId, mime: 'image/png', size: 5_000_000_000, personId: 'ada', createdAt: 3 }
}

function describeAssets(storage: () => Storage): void {
  it('keeps assets and lists those of a board', async () => {
    await makeBoard(storage())
    await makeBoard(storage(), 'b2')
    for (const [id, board] of [
      ['a1', 'b1'],
      ['a2', 'b2'],
    ] as const) {
      await storage().assets.put(assetRow(id, board))
    }
    expect(await storage().assets.find('a2')).toEqual(assetRow('a2', 'b2'))
    expect(await storage().assets.ofBoard('b1')).toEqual([assetRow('a1', 'b1')])
  })
}
