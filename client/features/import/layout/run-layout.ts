/** Asks the worker for a layout, with a limit: what takes longer is arranged quickly on the page. */
import type { Geometry } from '#shared/exchange/mermaid/geometry.ts'
import { arrangeQuickly } from './arrange-quickly.ts'
import { layoutDrawing } from './layout-drawing.ts'
import type { LayoutRequest } from './layout-request.ts'

const limitMilliseconds = 5000

export interface LayoutAnswer {
  readonly places: Geometry
  /** Whether it was arranged quickly, since the careful way took too long or failed. */
  readonly isQuick: boolean
}

/** Nothing once the signal says stop. */
export function runLayout(
  request: LayoutRequest,
  signal: AbortSignal,
  limit = limitMilliseconds,
): Promise<LayoutAnswer | undefined> {
  if (signal.aborted) return Promise.resolve(undefined)
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
  return new Promise((resolve) => {
    const settle = (answer: LayoutAnswer | undefined) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      worker.terminate()
      resolve(answer)
    }
    const stop = () => settle(undefined)
    const giveUp = () => settle({ places: layoutDrawing(request, arrangeQuickly), isQuick: true })
    const timer = setTimeout(giveUp, limit)
    signal.addEventListener('abort', stop)
    worker.addEventListener('error', giveUp)
    worker.addEventListener('message', ({ data }: MessageEvent<Geometry>) =>
      settle({ places: data, isQuick: false }),
    )
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one end
    worker.postMessage(request)
  })
}
