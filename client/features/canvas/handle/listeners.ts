/** Listeners of one part, told at most once a frame. */
export interface Listeners {
  subscribe(listener: () => void): () => void
  /** Tells everybody with the next frame, or soon in a hidden tab, where frames stop. */
  tellSoon(): void
  tellNow(): void
  stop(): void
}

const hiddenTabMilliseconds = 100

export function createListeners(): Listeners {
  const listeners = new Set<() => void>()
  let frame: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    if (frame !== undefined) cancelAnimationFrame(frame)
    clearTimeout(timer)
    frame = undefined
    timer = undefined
  }
  const tell = () => {
    stop()
    for (const listener of listeners) listener()
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tellSoon() {
      if (frame !== undefined) return
      frame = requestAnimationFrame(tell)
      timer = setTimeout(tell, hiddenTabMilliseconds)
    },
    tellNow: tell,
    stop,
  }
}
