import { useRef, useState } from 'react'
import type { ApiCall, ApiDocument } from './read-document.ts'
import { triableCalls } from './triable-calls.ts'

/** Which call is in the form, and the way there from its description. */
export function useTriedCall(document: ApiDocument) {
  const calls = triableCalls(document.groups)
  const [id, setId] = useState(calls[0]?.id)
  const form = useRef<HTMLElement>(null)
  const show = (call: ApiCall) => {
    setId(call.id)
    form.current?.scrollIntoView()
    form.current?.querySelector('select')?.focus({ preventScroll: true })
  }
  return { calls, tried: calls.find((call) => call.id === id), form, choose: setId, show }
}
