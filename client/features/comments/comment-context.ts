/** What every part of the comments needs to know of the board and the person. */
import { createContext, useContext } from 'react'
import type { RosterEntry } from '#shared/live.ts'

export interface CommentScope {
  readonly boardId: string
  readonly me: string
  readonly roster: ReadonlyMap<string, RosterEntry>
  readonly mayComment: boolean
  readonly mayDeleteAny: boolean
  /** Asks somebody without a name for one; answers whether there is one now. */
  readonly ensureNamed: () => Promise<boolean>
}

const Scope = createContext<CommentScope | undefined>(undefined)
export const CommentScopeProvider = Scope.Provider

export function useCommentScope(): CommentScope {
  const scope = useContext(Scope)
  if (scope === undefined) throw new Error('Comments are shown outside a board')
  return scope
}
