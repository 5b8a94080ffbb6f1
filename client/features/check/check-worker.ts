/** The checker in a thread of its own: one design in, its findings out. */
import { checkDesign } from '#shared/checker/check-design.ts'
import type { CheckAnswer, CheckRequest } from './check-message.ts'

self.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  const answer: CheckAnswer = { id: data.id, findings: checkDesign(data.design).findings }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one end
  self.postMessage(answer)
})
