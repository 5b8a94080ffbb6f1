import { useState } from 'react'
import type { Thread } from '#client/live/session.ts'

interface CommentsNewsProps {
  readonly threads: readonly Thread[]
  readonly me: string
  /** What is there when a board opens is no news. */
  readonly isLive: boolean
}

/** Says who commented on what, for those who hear the page. Mount it once a board. */
export function CommentsNews({ threads, me, isLive }: CommentsNewsProps) {
  const [last, setLast] = useState(threads)
  const [wasLive, setWasLive] = useState(isLive)
  const [said, setSaid] = useState('')
  if (last !== threads || wasLive !== isLive) {
    setLast(threads)
    setWasLive(isLive)
    const news = wasLive && isLive ? newestOf(last, threads, me) : undefined
    if (news !== undefined) setSaid(news)
  }
  return <output className="lb-hidden">{said}</output>
}

function newestOf(
  before: readonly Thread[],
  now: readonly Thread[],
  me: string,
): string | undefined {
  const known = new Set(before.flatMap(({ comments }) => comments.map(({ id }) => id)))
  for (const { on, comments } of now) {
    const comment = comments.find(({ id, authorId }) => authorId !== me && !known.has(id))
    if (comment !== undefined)
      return `${comment.authorName} commented on ${on === '' ? 'a place on the board' : on}: ${comment.text}`
  }
  return undefined
}
