/** Starts the thread of the exchange, from the bundle or, in development, from its source. */
import { Worker, type ResourceLimits } from 'node:worker_threads'

export function startThread(resourceLimits: ResourceLimits): Worker {
  const source = new URL('./exchange-worker.ts', import.meta.url)
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('exchange-worker.js', import.meta.url), { resourceLimits })
  }
  // Node 20 does not run `--import` in threads, so that the thread has to learn TypeScript by itself.
  const program = `import('tsx/esm/api').then(({ register }) => {
    register()
    return import(${JSON.stringify(source.href)})
  })`
  return new Worker(program, { eval: true, execArgv: [], resourceLimits })
}
