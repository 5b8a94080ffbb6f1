/** For long work that others must not wait for: lets them in whenever it has taken its share of time. */
import { setImmediate } from 'node:timers/promises'

/** Milliseconds that work goes on before others come in. */
const share = 8

export type Pause = () => Promise<void>

/** To be awaited after every step; nearly always it goes on at once. */
export function createPause(): Pause {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < share) return
    await setImmediate()
    since = performance.now()
  }
}
