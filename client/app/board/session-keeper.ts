import type { RememberedBoard } from '#client/live/local-copy.ts'
import { openSession } from '#client/live/open-session.ts'
import type { Session } from '#client/live/session.ts'

/** A session that is open as long as somebody listens, so that leaving the page closes it. */
export function keepSession(entry: RememberedBoard) {
  let session: Session | undefined
  return {
    get: () => session,
    subscribe: () => {
      const opened = openSession(entry)
      session = opened
      return () => {
        session = undefined
        opened.close()
      }
    },
  }
}
