import { expect, it } from 'vitest'
import type { DocumentName } from '#shared/access.ts'
import type { SnapshotRow, Storage } from '../storage.ts'
import { batchOf, boardRow, firstBytes, makeBoard, updateRow } from './rows.ts'

/** The log of updates, its snapshots, client ids and acts. */
export function describeLog(storage: () => Storage): void {
  describeAppend(storage)
  describeReading(storage)
  describeClientIdsAndActs(storage)
}

function describeAppend(storage: () => Storage): void {
  it('S3 counts the updates of each document by itself, in the order given', async () => {
    for (const id of ['b1', 'b2']) await makeBoard(storage(), id)
    const places: readonly (readonly [string, DocumentName])[] = [
      ['b1', 'design'],
      ['b2', 'design'],
      ['b1', 'room'],
      ['b1', 'design'],
      ['b1', 'notes'],
      ['b1', 'design'],
    ]
    const updates = places.map(([boardId, document], i) => updateRow(i, { boardId, document }))
    await storage().log.append(batchOf({ updates: updates.slice(0, 4) }))
    await storage().log.append(batchOf({ updates: updates.slice(4) }))
    const { updates: design } = await storage().log.load('b1', 'design')
    expect(design.map(({ sequence, bytes }) => [sequence, bytes[0]])).toEqual([
      [1, 0],
      [2, 3],
      [3, 5],
    ])
    expect(await firstBytes(storage(), 'b2')).toEqual([1])
    expect(await firstBytes(storage(), 'b1', 'room')).toEqual([2])
    expect(await firstBytes(storage(), 'b1', 'notes')).toEqual([4])
  })

  it('S3 keeps the order of appends that are not waited for, among other queries', async () => {
    await makeBoard(storage())
    const work: Promise<unknown>[] = []
    for (let i = 0; i < 100; i += 1) {
      work.push(
        storage().log.append(batchOf({ updates: [updateRow(2 * i), updateRow(2 * i + 1)] })),
      )
      work.push(storage().devices.take(`none-${i}`, i), storage().boards.rename('b1', `Title ${i}`))
    }
    await Promise.all(work)
    const updates = await storage().log.read('b1', 'design', 0, 1000)
    expect(updates.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 200 }, (_, i) => i + 1),
    )
    expect(updates.map(({ bytes }) => bytes[0])).toEqual(Array.from({ length: 200 }, (_, i) => i))
    expect((await storage().boards.find('b1'))?.title).toBe('Title 99')
  })

  it('S16 keeps a copy of the bytes, also of a view into a larger buffer and of none', async () => {
    await makeBoard(storage())
    const whole = new Uint8Array([1, 2, 3, 4])
    const empty = new Uint8Array()
    const view = whole.subarray(1, 3)
    await storage().log.append(
      batchOf({ updates: [updateRow(0, { bytes: view }), updateRow(0, { bytes: empty })] }),
    )
    whole.fill(9)
    const { updates } = await storage().log.load('b1', 'design')
    expect(updates.map(({ bytes }) => [...bytes])).toEqual([[2, 3], []])
    expect(updates[0]?.bytes).toBeInstanceOf(Uint8Array)
    expect(Object.getPrototypeOf(updates[0])).toBe(Object.prototype)
  })

  it('S11 answers a document as it was after any of its updates, snapshot or not', async () => {
    await makeBoard(storage())
    expect(await storage().log.lastSequence('b1', 'notes')).toBe(0)
    const updates = [1, 2, 3, 4].map((value) => updateRow(value))
    await storage().log.append(batchOf({ updates }))
    const at = async (sequence: number) => {
      const { snapshot, updates: rows } = await storage().log.loadAt('b1', 'design', sequence)
      return { snapshot: snapshot?.sequence, rows: rows.map((row) => row.sequence) }
    }
    const last = await storage().log.lastSequence('b1', 'design')
    expect((await at(last)).rows.at(-1)).toBe(last)
    await storage().log.saveSnapshot(snapshotRow(last - 1))
    expect(await at(last)).toEqual({ snapshot: last - 1, rows: [last] })
    const before = await at(last - 2)
    expect(before.snapshot).toBeUndefined()
    expect(before.rows.at(-1)).toBe(last - 2)
  })

  it('S7 moves the time of the board with its design alone, late by ten seconds at most, and never back', async () => {
    await makeBoard(storage())
    const times: number[] = []
    for (const [document, at] of [
      ['room', 50_000],
      ['notes', 60_000],
      ['design', 30_000],
      ['design', 20_000],
      ['design', 39_999],
      ['design', 40_000],
    ] as const) {
      await storage().log.append(batchOf({ updates: [updateRow(1, { document, at })] }))
      times.push((await storage().boards.find('b1'))?.updatedAt ?? 0)
    }
    expect(times).toEqual([10, 10, 30_000, 30_000, 30_000, 40_000])
  })

  it('S9 leaves out rows of boards that are no more and keeps the rest', async () => {
    for (const id of ['b1', 'b2']) await makeBoard(storage(), id)
    await storage().log.append(batchOf({ updates: [updateRow(1, { boardId: 'b2' })] }))
    await storage().boards.delete('b2')
    await storage().log.append({
      updates: [updateRow(2, { boardId: 'b2' }), updateRow(3), updateRow(4, { boardId: 'never' })],
      clientIds: [{ boardId: 'b2', document: 'design', clientId: 1, personId: 'ada' }],
      acts: [{ boardId: 'b2', personId: 'ada', at: 1, act: 'comment', details: null }],
    })
    await storage().log.saveSnapshot(snapshotRow(1, { boardId: 'b2' }))
    expect(await firstBytes(storage(), 'b1')).toEqual([3])
    expect(await firstBytes(storage(), 'b2')).toEqual([])
    expect(await storage().log.load('b2', 'design')).toEqual({ snapshot: undefined, updates: [] })
    expect(await storage().log.clientIds('b2', 'design')).toEqual([])
    expect(await storage().log.acts('b2')).toEqual([])
  })

  it('S9 fails no append that meets the deletion of its board', async () => {
    await makeBoard(storage())
    await makeBoard(storage(), 'b2')
    const work: Promise<void>[] = []
    for (let i = 0; i < 20; i += 1) {
      if (i === 10) work.push(storage().boards.delete('b2'))
      work.push(
        storage().log.append(batchOf({ updates: [updateRow(i), updateRow(i, { boardId: 'b2' })] })),
      )
    }
    await Promise.all(work)
    expect(await firstBytes(storage(), 'b1')).toHaveLength(20)
    expect(await firstBytes(storage(), 'b2')).toEqual([])
  })

  it('takes an empty batch', async () => {
    await makeBoard(storage())
    await storage().log.append(batchOf({}))
    expect(await storage().boards.find('b1')).toEqual(boardRow())
  })
}

function snapshotRow(sequence: number, change: Partial<SnapshotRow> = {}): SnapshotRow {
  const bytes = new Uint8Array([sequence])
  return { boardId: 'b1', document: 'design', sequence, at: 1, bytes, ...change }
}

function describeReading(storage: () => Storage): void {
  async function append(count: number): Promise<void> {
    const updates = Array.from({ length: count }, (_, i) => updateRow(i + 1))
    await storage().log.append(batchOf({ updates }))
  }

  it('S6 loads the snapshot and the updates after it', async () => {
    await makeBoard(storage())
    await append(5)
    expect((await storage().log.load('b1', 'design')).snapshot).toBeUndefined()
    await storage().log.saveSnapshot(snapshotRow(3))
    const loaded = await storage().log.load('b1', 'design')
    expect(loaded.snapshot).toEqual(snapshotRow(3))
    expect(loaded.updates).toEqual([4, 5].map((n) => ({ ...updateRow(n), sequence: n })))
    expect((await storage().log.load('b1', 'room')).snapshot).toBeUndefined()
  })

  it('S4 keeps the log before a snapshot', async () => {
    await makeBoard(storage())
    await append(5)
    await storage().log.saveSnapshot(snapshotRow(5))
    expect(await firstBytes(storage(), 'b1')).toEqual([1, 2, 3, 4, 5])
    expect((await storage().log.load('b1', 'design')).updates).toEqual([])
  })

  it('S5 keeps the newest snapshot, whatever the order they come in', async () => {
    await makeBoard(storage())
    await append(5)
    for (const sequence of [2, 4, 3]) await storage().log.saveSnapshot(snapshotRow(sequence))
    expect((await storage().log.load('b1', 'design')).snapshot).toEqual(snapshotRow(4))
  })

  it('S6 reads pages of the log', async () => {
    await makeBoard(storage())
    await append(10)
    const read = async (after: number, limit: number) =>
      (await storage().log.read('b1', 'design', after, limit)).map(({ sequence }) => sequence)
    expect(await read(0, 3)).toEqual([1, 2, 3])
    expect(await read(3, 4)).toEqual([4, 5, 6, 7])
    expect(await read(8, 100)).toEqual([9, 10])
    expect(await read(10, 100)).toEqual([])
    expect(await read(0, 0)).toEqual([])
  })
}

function describeClientIdsAndActs(storage: () => Storage): void {
  const largest = 2 ** 32 - 1

  it('S8 leaves a client id to the first who wrote with it', async () => {
    await makeBoard(storage())
    const mine = { boardId: 'b1', document: 'design', clientId: largest, personId: 'ada' } as const
    await storage().log.append(batchOf({ clientIds: [mine] }))
    await storage().log.append(batchOf({ clientIds: [{ ...mine, personId: 'eve' }] }))
    const elsewhere = { ...mine, document: 'notes', personId: 'eve' } as const
    await storage().log.append(batchOf({ clientIds: [elsewhere] }))
    expect(await storage().log.clientIds('b1', 'design')).toEqual([mine])
    expect(await storage().log.clientIds('b1', 'notes')).toEqual([elsewhere])
  })

  it('keeps acts in the order they were done, with what is needed to read them', async () => {
    await makeBoard(storage())
    const acts = [
      {
        boardId: 'b1',
        personId: 'ada',
        at: 5,
        act: 'comment',
        details: { text: 'Why?', list: [1, null] },
      },
      { boardId: 'b1', personId: null, at: 4, act: 'repair', details: null },
    ]
    await storage().log.append(batchOf({ updates: [updateRow(1)], acts: acts.slice(0, 1) }))
    await storage().log.append(batchOf({ acts: acts.slice(1) }))
    expect(await storage().log.acts('b1')).toEqual(acts)
  })
}
