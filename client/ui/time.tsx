import { useState } from 'react'
import { exactTime, relativeTime } from '#client/lib/relative-time.ts'

/** A moment in words, the exact one on hover. It is as old as the component, which is near enough. */
export function Time({ at, className }: { at: number; className?: string | undefined }) {
  const [now] = useState(() => Date.now())
  return (
    <time className={className} dateTime={new Date(at).toISOString()} title={exactTime(at)}>
      {relativeTime(at, now)}
    </time>
  )
}
