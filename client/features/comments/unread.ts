/** Which threads hold something that this browser has not shown its person yet. */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Thread } from '#client/live/session.ts'

interface SeenState {
  /** Moment of the newest comment that was seen, by thread. */
  readonly threads: Readonly<Record<string, number>>
}

/** Older entries are forgotten: their threads are long settled. */
const mostKept = 500

export const useSeen = create<SeenState>()(
  persist((): SeenState => ({ threads: {} }), { name: 'loadbearing-seen', version: 1 }),
)

export function markSeen(threads: readonly Thread[]): void {
  const { threads: seen } = useSeen.getState()
  const news = threads.filter((thread) => (seen[thread.id] ?? 0) < newestAt(thread))
  if (news.length === 0) return
  const next = { ...seen, ...Object.fromEntries(news.map((one) => [one.id, newestAt(one)])) }
  const kept = Object.entries(next).toSorted(([, a], [, b]) => b - a)
  useSeen.setState({ threads: Object.fromEntries(kept.slice(0, mostKept)) })
}

/** Whether somebody else wrote since; one's own comments are no news. */
export function isUnread(
  { id, comments }: Thread,
  me: string,
  seen: SeenState['threads'],
): boolean {
  const since = seen[id] ?? 0
  return comments.some(({ authorId, createdAt }) => authorId !== me && createdAt > since)
}

function newestAt({ comments }: Thread): number {
  return Math.max(0, ...comments.map(({ createdAt }) => createdAt))
}
