/** The test function of the guards: a board of the built product for each test. */
import { test as base } from '../fixtures/test.ts'
import { Place } from './place.ts'

export const test = base.extend<{ readonly place: Place }>({
  place: async ({ product }, provide) => {
    const place = await Place.make(product)
    await provide(place)
    place.leave()
  },
})

export { expect } from '../fixtures/test.ts'
