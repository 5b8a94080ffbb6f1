import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** Where one sheet at a time takes the place of panels. */
export const phoneQuery = '(max-width: 760px)'
/** Where brief and side panel take turns, so that the canvas keeps more room than both. */
export const oneSideQuery = '(max-width: 1100px)'
