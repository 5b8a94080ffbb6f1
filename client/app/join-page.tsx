import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { RequestError, sentenceOf } from '#client/lib/request.ts'
import { join } from '#client/lib/requests.ts'
import { useResource } from '#client/lib/use-resource.ts'
import { Button } from '#client/ui/button.tsx'
import { LoadingPage, MessagePage } from './message-page.tsx'

/** Follows a link to a board. Somebody who is there with another role is asked before switching. */
export function JoinPage({ token }: { token: string }) {
  const [, navigate] = useLocation()
  const follow = useCallback(() => join({ token }), [token])
  const [joined, retry] = useResource(follow)
  useEffect(() => {
    if (joined.state === 'ready') navigate(`/b/${joined.value.board}`, { replace: true })
  }, [joined, navigate])
  if (joined.state !== 'failed') return <LoadingPage label="Following the link…" />
  if (joined.error instanceof RequestError && joined.error.code === 'other_role')
    return <SwitchRole token={token} />
  return (
    <MessagePage title="This link did not open a board" text={sentenceOf(joined.error)}>
      <Button onClick={retry}>Try again</Button>
    </MessagePage>
  )
}

function SwitchRole({ token }: { token: string }) {
  const [, navigate] = useLocation()
  const [error, setError] = useState<string>()
  const change = async () => {
    try {
      const { board } = await join({ token, switch: true })
      navigate(`/b/${board}`, { replace: true })
    } catch (failure) {
      setError(sentenceOf(failure))
    }
  }
  return (
    <MessagePage
      title="You are on this board already"
      text={
        error ??
        'This link gives you another role there. If you switch, you give up the role that you have now.'
      }
    >
      <Button look="primary" onClick={() => void change()}>
        Switch to the new role
      </Button>
    </MessagePage>
  )
}
