/** Whom one follows, being called together, and who follows oneself. The canvas moves the camera. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Box, CanvasHandle } from '#client/lib/canvas-handle.ts'
import type { Peer, Session } from '#client/live/session.ts'
import { newSummon, peopleHere, summonsOf, tabToFollow, type PersonHere } from './people.ts'
import { useCompany } from './use-company.ts'

export interface Call {
  readonly by: string
  /** Where one was looking before. */
  readonly from: Box
  readonly fromPage: string
}

export interface Follow {
  readonly here: readonly PersonHere[]
  readonly followed: PersonHere | undefined
  /** The tab of theirs that the camera follows. */
  readonly tab: Peer | undefined
  readonly followers: readonly PersonHere[]
  readonly call: Call | undefined
  readonly follow: (person: string) => void
  readonly stop: () => void
  readonly gather: () => void
  readonly goBack: () => void
  readonly dismissCall: () => void
}

export function useFollow(session: Session, handle: CanvasHandle | undefined): Follow {
  const me = session.me.id
  const [wanted, setWanted] = useState<string>()
  const peers = useCompany(session, wanted)
  const here = useMemo(() => peopleHere(peers, me), [peers, me])
  const followed = here.find((person) => person.id === wanted)
  useEffect(() => {
    session.setPresence({ following: followed?.id ?? null })
  }, [session, followed?.id])
  const stop = useCallback(() => setWanted(undefined), [])
  return {
    here,
    followed,
    tab: followed && tabToFollow(followed),
    followers: here.filter((person) => person.following.includes(me)),
    follow: setWanted,
    stop,
    gather: () => session.setPresence({ summon: session.presence.get().summon + 1 }),
    ...useCalls(session, peers, handle),
  }
}

function useCalls(session: Session, peers: readonly Peer[], handle: CanvasHandle | undefined) {
  const [call, setCall] = useState<Call>()
  const seen = useRef<ReadonlyMap<number, Peer>>(new Map())
  useEffect(() => {
    const now = summonsOf(peers.filter((peer) => peer.person !== session.me.id))
    const caller = newSummon(seen.current, now)
    seen.current = now
    if (caller === undefined || handle === undefined) return
    const { viewport, pageId } = session.presence.get()
    setCall({ by: caller.entry.name, from: viewport, fromPage: pageId })
    handle.lookAt(caller.viewport, caller.pageId)
  }, [session, peers, handle])
  const goBack = () => {
    if (call !== undefined) handle?.lookAt(call.from, call.fromPage)
    setCall(undefined)
  }
  return { call, goBack, dismissCall: () => setCall(undefined) }
}
