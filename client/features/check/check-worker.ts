/** The checker in a thread of its own: designs in, all that is said of the newest out. */
import type { CheckAnswer, CheckRequest } from './check-message.ts'
import { createJudge } from './judge-design.ts'

const judge = createJudge()

self.addEventListener('message', ({ data: { id, design } }: MessageEvent<CheckRequest>) => {
  void judge(design, (judged) => {
    const answer: CheckAnswer = { id, judged }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one end
    self.postMessage(answer)
  })
})
