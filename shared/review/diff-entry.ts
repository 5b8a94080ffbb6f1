/** One thing that differs, in words: what lists, Markdown and canvases show. */
export const natures = [
  'added',
  'removed',
  'renamed',
  'retyped',
  'rewired',
  'relocated',
  'changed',
] as const
export type Nature = (typeof natures)[number]

export interface DiffEntry {
  readonly chapter: 'Components' | 'Arrows' | 'Boundaries' | 'Answers' | 'Scale'
  /** Everything that happened to it, the weightiest first. `relocated` is another boundary, not a move. */
  readonly natures: readonly Nature[]
  /** Ids in the earlier and the later design, where it is drawn there. */
  readonly earlierId?: string
  readonly laterId?: string
  readonly title: string
  /** Each change in a few words: "technology: MySQL → PostgreSQL". */
  readonly details: readonly string[]
}
