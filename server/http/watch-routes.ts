/** For those who run the server: is it alive, can it work, what does it count. */
import { Router } from 'express'
import { AppError } from '#shared/errors.ts'
import type { Metrics } from './metrics.ts'

export interface Watched {
  readonly metrics: Metrics
  /** Rejects when nothing can be written now. */
  readonly checkWritable: () => Promise<void>
  readonly isStopping: () => boolean
}

export function watchRoutes({ metrics, checkWritable, isStopping }: Watched): Router {
  const router = Router()
  const check = sharing(checkWritable)
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    if (isStopping()) throw new AppError('stopping')
    await check()
    response.json({ status: 'ready' })
  })
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.print())
  })
  return router
}

/** However many ask, one look at the disk at a time is enough. */
function sharing(look: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | undefined
  return () => {
    current ??= look().finally(() => {
      current = undefined
    })
    return current
  }
}
