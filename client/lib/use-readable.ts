import { useCallback, useSyncExternalStore } from 'react'

interface ReadableLike<T> {
  readonly get: () => T
  readonly subscribe: (listener: () => void) => () => void
}

/** The current value of something that can be read at any time and tells when it changed. */
export function useReadable<T>(readable: ReadableLike<T>): T {
  const subscribe = useCallback((listener: () => void) => readable.subscribe(listener), [readable])
  return useSyncExternalStore(subscribe, () => readable.get())
}
