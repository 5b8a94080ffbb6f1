import { useState } from 'react'
import { useLocation } from 'wouter'
import { loadMe } from '#client/lib/me.ts'
import { sentenceOf } from '#client/lib/request.ts'
import { claimDevice } from '#client/lib/requests.ts'
import { Button } from '#client/ui/button.tsx'
import { MessagePage } from './message-page.tsx'

/** Asks first: a preview of a pasted link must not use up the one time. */
export function DevicePage({ token }: { token: string }) {
  const [, navigate] = useLocation()
  const [error, setError] = useState<string>()
  const claim = async () => {
    try {
      await claimDevice(token)
      await loadMe()
      navigate('/', { replace: true })
    } catch (failure) {
      setError(sentenceOf(failure))
    }
  }
  if (error !== undefined)
    return (
      <MessagePage
        title="This link did not work"
        text={`${error} Make a new one-time link on your other device.`}
      />
    )
  return (
    <MessagePage
      title="Continue as yourself on this device"
      text="Your name, your colour and your boards come along. Boards that were opened in this browser under another name stay with that name."
    >
      <Button look="primary" onClick={() => void claim()}>
        Continue here
      </Button>
    </MessagePage>
  )
}
