/** What a text says, while it is typed: a short one at once, a long one in a worker that can be stopped. */
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { readText, type ReadText } from './read-text.ts'
import { runReading } from './run-reading.ts'

/** Letters that a page reads without being felt to. */
const mostOnPage = 12_000
/** How long somebody who types rests before a long text is read anew, in milliseconds. */
const pause = 400

export interface TextReading {
  /** Of the text as it is now. */
  readonly result: ReadText | undefined
  readonly state: 'done' | 'busy' | 'stopped'
  readonly stop: () => void
  readonly again: () => void
}

interface LongReading {
  readonly text: string
  /** Nothing when it was stopped. */
  readonly result: ReadText | undefined
}

export function useReading(handle: CanvasHandle, text: string): TextReading {
  const isLong = text.length > mostOnPage
  const short = useDeferredValue(isLong ? '' : text)
  const atOnce = useMemo(
    () => (short.trim() === '' ? undefined : readText({ text: short, board: handle.graph() })),
    [handle, short],
  )
  const [long, setLong] = useState<LongReading>()
  const stop = useRef<() => void>(undefined)
  const isRead = long?.text === text
  const isFirst = long === undefined
  useEffect(() => {
    if (!isLong || isRead) return undefined
    const control = new AbortController()
    const read = async () => {
      const result = await runReading({ text, board: handle.graph() }, control.signal)
      if (result !== undefined) setLong({ text, result })
    }
    const timer = setTimeout(() => void read(), isFirst ? 0 : pause)
    const end = () => {
      clearTimeout(timer)
      control.abort()
    }
    stop.current = () => {
      end()
      setLong({ text, result: undefined })
    }
    return end
  }, [handle, text, isLong, isRead, isFirst])
  return {
    result: isLong ? (isRead ? long.result : undefined) : atOnce,
    state: stateOf(isLong, isRead ? long : undefined),
    stop: () => stop.current?.(),
    again: () => setLong(undefined),
  }
}

function stateOf(isLong: boolean, read: LongReading | undefined): TextReading['state'] {
  if (!isLong) return 'done'
  if (read === undefined) return 'busy'
  return read.result === undefined ? 'stopped' : 'done'
}
