/** How a board stood when somebody last looked at its findings, kept in this browser. */
import { useEffect, useRef, useState } from 'react'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { scoreChange, type ScoreChange, type ScoreMark } from '#shared/checker/score-change.ts'
import type { Score } from '#shared/checker/score.ts'

interface LastLooks {
  readonly boards: Readonly<Record<string, ScoreMark>>
}

const useLooks = create<LastLooks>()(
  persist((): LastLooks => ({ boards: {} }), { name: 'loadbearing-looks', version: 1 }),
)

/**
 * What changed since the look before this one; `undefined` on the first. A look lasts as long as the
 * component is mounted, or until the page is left.
 */
export function useChangeSinceLastLook(boardId: string, score: Score): ScoreChange | undefined {
  const [before] = useState(() => useLooks.getState().boards[boardId])
  const latest = useRef(score)
  useEffect(() => {
    latest.current = score
  }, [score])
  useEffect(() => {
    const keep = () => keepLook(boardId, latest.current)
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [boardId])
  return before === undefined ? undefined : scoreChange(before, score)
}

/** Nothing was judged yet: that is no look. */
function keepLook(boardId: string, { percent, categories }: Score): void {
  if (percent === undefined) return
  const mark: ScoreMark = {
    percent,
    categories: categories.map((one) => ({ category: one.category, percent: one.percent })),
  }
  useLooks.setState(({ boards }) => ({ boards: { ...boards, [boardId]: mark } }))
}
