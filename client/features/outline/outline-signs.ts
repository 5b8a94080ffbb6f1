import type { ReactNode } from 'react'

/** What stands at the end of a row beside what the row says itself. */
export interface OutlineSign {
  /** Read aloud and shown on hover. */
  readonly title: string
  readonly count: number
  readonly icon: ReactNode
}

/** By what a row is on the canvas. */
export type OutlineSigns = ReadonlyMap<string, OutlineSign>
