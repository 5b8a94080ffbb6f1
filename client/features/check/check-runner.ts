/**
 * Runs the checker where it does not disturb drawing: on the page while a design is small, in a worker
 * once it is big. The rules are loaded with the first check.
 */
import type { Design } from '#shared/design/design.ts'
import type { CheckAnswer, CheckRequest } from './check-message.ts'
import { nothingJudged, type Judged } from './judged.ts'

/** Above this a check may cost more than a frame on a slow machine. */
const mostNodesOnPage = 150

export interface CheckRunner {
  /** Resolves with nothing when a later check overtook this one, or the rules could not be loaded. */
  check(design: Design): Promise<Judged | undefined>
  close(): void
}

export function createCheckRunner(): CheckRunner {
  let worker: Worker | undefined
  let latest = 0
  /** A script that failed to load once stays failed on this page; a worker asks the server again. */
  let isPageAble = true
  const inWorker = async (design: Design) => {
    worker ??= new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
    const asked = worker
    try {
      return await answerOf(asked, design, latest)
    } catch {
      asked.terminate()
      if (worker === asked) worker = undefined
      return undefined
    }
  }
  const onPage = async (design: Design) => {
    try {
      const { judgeDesign } = await import('./judge-design.ts')
      return judgeDesign(design)
    } catch {
      isPageAble = false
      return undefined
    }
  }
  return {
    check: async (design) => {
      latest += 1
      const mine = latest
      const { length } = design.graph.nodes
      // Nothing can be found on an empty board, and so it does not load the rules.
      if (length === 0) return nothingJudged
      const run = isPageAble && length <= mostNodesOnPage ? onPage : inWorker
      const judged = await run(design)
      return mine === latest ? judged : undefined
    },
    close: () => {
      latest += 1
      worker?.terminate()
      worker = undefined
    },
  }
}

function answerOf(worker: Worker, design: Design, id: number): Promise<Judged> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController()
    const settle = (then: () => void) => {
      stop.abort()
      then()
    }
    const { signal } = stop
    const onMessage = ({ data }: MessageEvent<CheckAnswer>) => {
      if (data.id === id) settle(() => resolve(data.judged))
    }
    worker.addEventListener('message', onMessage, { signal })
    worker.addEventListener('error', (event) => settle(() => reject(new Error(event.message))), {
      signal,
    })
    const request: CheckRequest = { id, design }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one end
    worker.postMessage(request)
  })
}
