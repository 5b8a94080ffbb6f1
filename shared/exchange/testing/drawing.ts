/**
 * Drawings as people put them into their repositories, with the kinds that a careful reader accepts for
 * each box (several apart by bars; `-` for words about the drawing that are no component).
 */
export interface Drawing {
  readonly name: string
  readonly text: string
  /** By the diagram's own ids. */
  readonly kinds: Readonly<Record<string, string>>
}
