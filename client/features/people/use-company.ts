import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Peer, Session } from '#client/live/session.ts'
import { isSameCompany } from './people.ts'

/**
 * Everybody's tabs, the same list while only pointers move: a page that were drawn anew for each of them
 * would be drawn thirty times a second for every partner.
 */
export function useCompany(session: Session, followed: string | undefined): readonly Peer[] {
  const known = useRef<readonly Peer[]>([])
  const subscribe = useCallback(
    (listener: () => void) => session.peers.subscribe(listener),
    [session],
  )
  return useSyncExternalStore(subscribe, () => {
    const now = session.peers.get()
    if (!isSameCompany(known.current, now, followed)) known.current = now
    return known.current
  })
}
