/** Layout in a thread of its own: whoever asked can end it at any time. */
import { arrangeLayered } from './arrange-layered.ts'
import { layoutDrawing } from './layout-drawing.ts'
import type { LayoutRequest } from './layout-request.ts'

self.addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one end
  self.postMessage(layoutDrawing(data, arrangeLayered))
})
