/** Something that a reader of a file could not take as it stands, and where. */
export interface Problem {
  /** `error`: nothing could be read from there. `note`: it was read, in the way that the message says. */
  readonly severity: 'error' | 'note'
  /** Counted from 1 in the text that was given. */
  readonly line: number
  readonly column: number
  /** What was found and what was expected, for a person. */
  readonly message: string
}

/** Moves problems of a part to where the part begins in the whole text. */
export function shiftProblems(problems: readonly Problem[], lines: number): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, line: problem.line + lines }))
}
