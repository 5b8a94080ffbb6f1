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
  /** Resolves with nothing when a later check overtook this one, or none could be made. */
  check(design: Design): Promise<Judged | undefined>
  close(): void
}

export function createCheckRunner(): CheckRunner {
  let worker: Worker | undefined
  let latest = 0
  const inWorker = async (design: Design) => {
    worker ??= new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
    return answerOf(worker, design, latest)
  }
  const onPage = async (design: Design) => {
    const judges = await loadJudges()
    return judges?.judgeDesign(design)
  }
  return {
    check: async (design) => {
      latest += 1
      const mine = latest
      const { length } = design.graph.nodes
      // Nothing can be found on an empty board, and so it does not load the rules.
      if (length === 0) return nothingJudged
      const run = length > mostNodesOnPage ? inWorker : onPage
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

/** Nothing while the server is away; the next change asks again. */
async function loadJudges() {
  try {
    return await import('./judge-design.ts')
  } catch {
    return undefined
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
