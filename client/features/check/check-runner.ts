/**
 * Runs the checker where it does not disturb drawing: on the page while a design is small, in a worker
 * once it is big. The rules are loaded with the first check.
 */
import type { Design } from '#shared/design/design.ts'
import type { CheckAnswer, CheckRequest } from './check-message.ts'
import type { Judge } from './judge-design.ts'
import { nothingJudged, type Judged } from './judged.ts'

/** Above this a check may cost more than a frame on a slow machine. */
const mostNodesOnPage = 150

export interface CheckRunner {
  /**
   * Tells what is found, and again when the host adds to it; nothing once a later check overtook this one,
   * or while the rules cannot be loaded.
   */
  check(design: Design, tell: (judged: Judged) => void): void
  close(): void
}

export function createCheckRunner(): CheckRunner {
  let worker: Worker | undefined
  let judge: Judge | undefined
  let latest = 0
  let tellLatest = (_judged: Judged) => {}
  /** A script that failed to load once stays failed on this page; a worker asks the server again. */
  let isPageAble = true
  const tell = (id: number, judged: Judged) => {
    if (id === latest) tellLatest(judged)
  }
  const inWorker = ({ id, design }: CheckRequest) => {
    worker ??= startWorker(
      (answer) => tell(answer.id, answer.judged),
      () => (worker = undefined),
    )
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one end
    worker.postMessage({ id, design })
  }
  const onPage = async ({ id, design }: CheckRequest) => {
    try {
      judge ??= (await import('./judge-design.ts')).createJudge()
      await judge(design, (judged) => tell(id, judged))
    } catch {
      isPageAble = false
    }
  }
  return {
    check: (design, whenJudged) => {
      latest += 1
      tellLatest = whenJudged
      const { length } = design.graph.nodes
      const request = { id: latest, design }
      // Nothing can be found on an empty board, and so it does not load the rules.
      if (length === 0) whenJudged(nothingJudged)
      else if (isPageAble && length <= mostNodesOnPage) void onPage(request)
      else inWorker(request)
    },
    close: () => {
      latest += 1
      worker?.terminate()
      worker = undefined
    },
  }
}

function startWorker(onAnswer: (answer: CheckAnswer) => void, onEnd: () => void): Worker {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => onAnswer(data))
  worker.addEventListener('error', () => {
    worker.terminate()
    onEnd()
  })
  return worker
}
