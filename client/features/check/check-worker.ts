/** The checker in a thread of its own: one design in, all that is said of it out. */
import type { CheckAnswer, CheckRequest } from './check-message.ts'
import { judgeDesign } from './judge-design.ts'

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  const answer: CheckAnswer = { id: data.id, judged: judgeDesign(data.design) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one end
  self.postMessage(answer)
})
