/** Reading in a thread of its own: a long text takes seconds, and whoever waits can end it. */
import { readText, type ReadingRequest } from './read-text.ts'

self.addEventListener('message', ({ data }: MessageEvent<ReadingRequest>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one end
  self.postMessage(readText(data))
})
