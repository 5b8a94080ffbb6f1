import { useCallback, useEffect, useState } from 'react'
import { RequestError, sentenceOf } from '#client/lib/request.ts'
import { useReadable } from '#client/lib/use-readable.ts'
import { useResource } from '#client/lib/use-resource.ts'
import type { Session } from '#client/live/session.ts'
import { Button } from '#client/ui/button.tsx'
import { LoadingPage, MessagePage } from '../message-page.tsx'
import { registerWorker } from '../register-worker.ts'
import { BoardLayout } from './board-layout.tsx'
import { findEntry, type BoardEntry } from './find-entry.ts'
import { SaveLostEdits } from './lost-edits.tsx'
import { refusalTitle } from './refusal-title.ts'
import { keepSession } from './session-keeper.ts'

/** From an address to an open board, or to a page that says why not. */
export function BoardPage({ boardId }: { boardId: string }) {
  const load = useCallback(() => findEntry(boardId), [boardId])
  const [entry, retry] = useResource(load)
  if (entry.state === 'loading') return <LoadingPage label="Opening the board…" />
  if (entry.state === 'ready') return <OpenBoard entry={entry.value} />
  const code = entry.error instanceof RequestError ? entry.error.code : 'unexpected'
  return (
    <MessagePage title={refusalTitle(code)} text={sentenceOf(entry.error)}>
      <Button onClick={retry}>Try again</Button>
    </MessagePage>
  )
}

function OpenBoard({ entry }: { entry: BoardEntry }) {
  useEffect(registerWorker, [])
  const [keeper] = useState(() => keepSession(entry))
  const session = useReadable(keeper)
  if (session === undefined) return <LoadingPage label="Opening the board…" />
  return <LiveBoard session={session} licenseKey={entry.licenseKey} />
}

interface LiveBoardProps {
  readonly session: Session
  readonly licenseKey: string | undefined
}

function LiveBoard({ session, licenseKey }: LiveBoardProps) {
  const { refusal, board } = useReadable(session.state)
  if (refusal !== undefined)
    return (
      <MessagePage title={refusalTitle(refusal.code)} text={refusal.message}>
        <Button onClick={() => window.location.reload()}>Reload the page</Button>
        <SaveLostEdits session={session} title={board.title} />
      </MessagePage>
    )
  return <BoardLayout session={session} licenseKey={licenseKey} />
}
