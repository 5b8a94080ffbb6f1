/** What every adapter of the port is held to; see docs/storage.spec.md for the numbers. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeBoardsAndPeople } from './contract/boards.contract.ts'
import { describeLinksAndDevices } from './contract/links.contract.ts'
import { describeLog } from './contract/log.contract.ts'
import type { Storage } from './storage.ts'

/** `makeStorage` answers an empty one for each test; the suite closes it. */
export function describeStorage(name: string, makeStorage: () => Promise<Storage>): void {
  describe(`storage: ${name}`, () => {
    let current: Storage | undefined
    beforeEach(async () => {
      current = await makeStorage()
    })
    afterEach(async () => {
      await current?.close()
      current = undefined
    })
    const storage = (): Storage => {
      if (!current) throw new Error('no storage outside of a test')
      return current
    }
    describeBoardsAndPeople(storage)
    describeLinksAndDevices(storage)
    describeLog(storage)
    it('says that it can write', async () => {
      await expect(storage().checkWritable()).resolves.toBeUndefined()
    })
  })
}
