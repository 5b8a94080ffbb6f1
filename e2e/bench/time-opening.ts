/** How long a board takes from an address to something to draw on, on a slow machine and for the first time. */
import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Milliseconds after the navigation began. */
    benchReadyAt?: number
  }
}

export interface Opening {
  readonly path: string
  readonly visit: () => Promise<Page>
  /** CSS of what has to be in the page, and how often. */
  readonly shape: string
  readonly count: number
}

/** One first visit, in milliseconds; the processor is made `slowdown` times slower. */
export async function timeOpening(opening: Opening, slowdown: number): Promise<number> {
  const page = await opening.visit()
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.addInitScript(watchForShapes, { shape: opening.shape, count: opening.count })
  await page.goto(opening.path)
  await page.waitForFunction(() => window.benchReadyAt !== undefined, undefined, { polling: 100 })
  const time = await page.evaluate(() => window.benchReadyAt ?? Number.NaN)
  await page.context().close()
  return time
}

/** Ready is: all of them are there and painted, and the page took the next task. */
function watchForShapes({ shape, count }: { shape: string; count: number }): void {
  const look = () => {
    if (document.querySelectorAll(shape).length < count) {
      requestAnimationFrame(look)
      return
    }
    requestAnimationFrame(() => {
      setTimeout(() => {
        window.benchReadyAt = performance.now()
      }, 0)
    })
  }
  requestAnimationFrame(look)
}
