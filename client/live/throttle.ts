/** Runs at most so many times a second; the last call is never lost. */
export interface Throttle {
  call(): void
  cancel(): void
}

export function createThrottle(hz: number, run: () => void): Throttle {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isWanted = false
  function rest(): void {
    timer = isWanted ? setTimeout(rest, 1000 / hz) : undefined
    if (isWanted) {
      isWanted = false
      run()
    }
  }
  return {
    call: () => {
      if (timer !== undefined) {
        isWanted = true
        return
      }
      run()
      timer = setTimeout(rest, 1000 / hz)
    },
    cancel: () => clearTimeout(timer),
  }
}
