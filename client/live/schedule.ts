/**
 * When work that follows the screen is done: at the next frame, or after a tenth of a second in a tab
 * that has no frames because nobody looks at it.
 */
export type Schedule = (run: () => void) => () => void

const hiddenTabMs = 100

/** Runs once, at whichever comes first; answers how to call it off. */
export const atNextFrame: Schedule = (run) => {
  let cancelFrame = () => {}
  const timer = setTimeout(once, hiddenTabMs)
  function once() {
    clearTimeout(timer)
    cancelFrame()
    run()
  }
  if (typeof requestAnimationFrame === 'function') {
    const frame = requestAnimationFrame(once)
    cancelFrame = () => cancelAnimationFrame(frame)
  }
  return () => {
    clearTimeout(timer)
    cancelFrame()
  }
}
