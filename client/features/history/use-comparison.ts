import { useEffect, useEffectEvent, useState } from 'react'
import { sentenceOf } from '#client/lib/request.ts'
import { readVersion } from '#client/lib/requests.ts'
import type { BoardRecord } from '#client/live/session.ts'
import type { Comparison } from './compare-records.ts'

export interface VersionAddress {
  readonly boardId: string
  readonly version: string
}

type Comparing =
  | { readonly state: 'busy' }
  | { readonly state: 'failed'; readonly error: string }
  | { readonly state: 'done'; readonly comparison: Comparison }

const busy: Comparing = { state: 'busy' }

/** What has changed since a version, up to the moment when it is asked for. */
export function useComparison(
  { boardId, version }: VersionAddress,
  records: () => readonly BoardRecord[],
) {
  const [comparing, setComparing] = useState(busy)
  const [attempt, setAttempt] = useState(0)
  const compare = useEffectEvent(async (): Promise<Comparing> => {
    try {
      const file = await readVersion(boardId, version)
      const { compareRecords, recordsIn } = await import('./compare-records.ts')
      const comparison = compareRecords(recordsIn(JSON.stringify(file)), records())
      return { state: 'done', comparison }
    } catch (error) {
      return { state: 'failed', error: sentenceOf(error) }
    }
  })
  useEffect(() => {
    let isCurrent = true
    void compare().then((now) => {
      if (isCurrent) setComparing(now)
    })
    return () => {
      isCurrent = false
    }
  }, [attempt])
  const tryAgain = () => {
    setComparing(busy)
    setAttempt(attempt + 1)
  }
  return { comparing, tryAgain }
}
