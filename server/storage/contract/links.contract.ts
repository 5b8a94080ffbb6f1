import { expect, it } from 'vitest'
import type { Storage } from '../storage.ts'
import { linkRow, makeBoard, memberRow, putPeople } from './rows.ts'

/** Role links and the tokens that carry an identity to another device. */
export function describeLinksAndDevices(storage: () => Storage): void {
  describeLinks(storage)
  describeDevices(storage)
}

function describeLinks(storage: () => Storage): void {
  it('lists the links of a board with the number of members who came by each', async () => {
    await makeBoard(storage())
    await putPeople(storage(), 'bob', 'eve')
    await storage().links.put(linkRow())
    await storage().links.put(
      linkRow({ id: 'l2', tokenHash: 'hash-2', role: 'observer', createdAt: 31 }),
    )
    for (const personId of ['bob', 'eve']) {
      await storage().members.put(memberRow({ personId, linkId: 'l1' }))
    }
    const links = await storage().links.ofBoard('b1')
    expect(links.map(({ id, members }) => [id, members])).toEqual([
      ['l1', 2],
      ['l2', 0],
    ])
    expect(links[0]).toEqual({ ...linkRow(), members: 2 })
    expect(await storage().links.findByHash('hash-2')).toMatchObject({ id: 'l2', role: 'observer' })
  })

  it('S12 revokes a link with who came by it, but never the owner', async () => {
    await makeBoard(storage())
    await putPeople(storage(), 'bob', 'eve', 'mia')
    await storage().links.put(linkRow())
    await storage().links.put(linkRow({ id: 'l2', tokenHash: 'hash-2' }))
    await storage().members.put(memberRow({ owner: true, linkId: 'l1' }))
    await storage().members.put(memberRow({ personId: 'bob', linkId: 'l1' }))
    await storage().members.put(memberRow({ personId: 'mia', linkId: 'l1' }))
    await storage().members.put(memberRow({ personId: 'eve', linkId: 'l2' }))
    const removed = await storage().links.revoke('b1', 'l1', 77)
    expect([...(removed ?? [])].sort()).toEqual(['bob', 'mia'])
    const left = await storage().members.ofBoard('b1')
    expect(left.map(({ personId }) => personId).sort()).toEqual(['ada', 'eve'])
    expect(await storage().links.findByHash('hash-1')).toEqual(linkRow({ revokedAt: 77 }))
    expect((await storage().links.ofBoard('b1')).map(({ id }) => id)).toEqual(['l2'])
  })

  it('S12 keeps the time of the first revocation', async () => {
    await makeBoard(storage())
    await storage().links.put(linkRow())
    await storage().links.revoke('b1', 'l1', 77)
    expect(await storage().links.revoke('b1', 'l1', 88)).toEqual([])
    expect((await storage().links.findByHash('hash-1'))?.revokedAt).toBe(77)
  })

  it('S12 does not revoke a link by way of another board', async () => {
    await makeBoard(storage())
    await makeBoard(storage(), 'b2')
    await storage().links.put(linkRow())
    expect(await storage().links.revoke('b2', 'l1', 77)).toBeUndefined()
    expect((await storage().links.findByHash('hash-1'))?.revokedAt).toBeNull()
  })
}

function describeDevices(storage: () => Storage): void {
  const token = { tokenHash: 'device', personId: 'ada', expiresAt: 1000 }

  it('S13 takes a device token once', async () => {
    await putPeople(storage(), 'ada')
    await storage().devices.put(token)
    expect(await storage().devices.take('another', 500)).toBeUndefined()
    const answers = await Promise.all([1, 2, 3].map(() => storage().devices.take('device', 999)))
    expect(answers.filter((answer) => answer === 'ada')).toHaveLength(1)
    expect(await storage().devices.take('device', 500)).toBeUndefined()
  })

  it('S13 takes no device token from the moment it expires', async () => {
    await putPeople(storage(), 'ada')
    await storage().devices.put(token)
    expect(await storage().devices.take('device', 1000)).toBeUndefined()
    expect(await storage().devices.take('device', 500)).toBeUndefined()
  })
}
