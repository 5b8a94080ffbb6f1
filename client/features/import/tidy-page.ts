/** "Tidy up" as a command: in a worker, with a way to stop it, one step of undo. */
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { toast } from '#client/ui/toasts.ts'
import { runLayout } from './layout/run-layout.ts'
import { tidyUp } from './layout/tidy-up.ts'

/** Escape stops it, and so does `signal`. What somebody changes meanwhile is left as it then is. */
export async function tidyPage(handle: CanvasHandle): Promise<void> {
  const control = new AbortController()
  const before = handle.graph()
  const stop = (event: KeyboardEvent) => {
    if (event.key === 'Escape') control.abort()
  }
  window.addEventListener('keydown', stop, { capture: true })
  try {
    const tidied = await tidyUp(handle, (request) => runLayout(request, control.signal))
    if (tidied === undefined) return toast('Stopped. Nothing was moved.')
    if (handle.graph() !== before) return toast('The board changed meanwhile. Tidy up once more.')
    if (Object.keys(tidied.places).length === 0) return toast('There is nothing to tidy up yet.')
    handle.arrange(tidied.places)
    toast(tidied.isQuick ? 'Tidied up quickly: it is too big for more care.' : 'Tidied up.')
  } finally {
    window.removeEventListener('keydown', stop, { capture: true })
  }
}
