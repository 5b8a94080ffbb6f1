/** Asks the worker to read a text. */
import { readText, type ReadingRequest, type ReadText } from './read-text.ts'

/** Nothing once the signal says stop. Where no worker can be had, the page reads it itself. */
export function runReading(
  request: ReadingRequest,
  signal: AbortSignal,
): Promise<ReadText | undefined> {
  if (signal.aborted) return Promise.resolve(undefined)
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' })
  return new Promise((resolve) => {
    const settle = (answer: ReadText | undefined) => {
      signal.removeEventListener('abort', stop)
      worker.terminate()
      resolve(answer)
    }
    const stop = () => settle(undefined)
    signal.addEventListener('abort', stop)
    worker.addEventListener('error', () => settle(readText(request)))
    worker.addEventListener('message', ({ data }: MessageEvent<ReadText>) => settle(data))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one end
    worker.postMessage(request)
  })
}
