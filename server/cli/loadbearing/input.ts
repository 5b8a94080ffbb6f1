/** A file as a design, whatever its format was. */
import type { Design } from '#shared/design/design.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import type { Geometry } from '#shared/exchange/mermaid/geometry.ts'
import type { Problem } from '#shared/exchange/problem.ts'

export interface Input {
  /** Path from the working folder, with forward slashes; `<stdin>` for standard input. */
  readonly file: string
  readonly text: string
  readonly title: string
  readonly design: Design
  readonly geometry: Geometry
  /** With an `error` among them there is no design to speak of. */
  readonly problems: readonly Problem[]
}

export function unreadable(message: string): Omit<Input, 'file' | 'text'> {
  const problem = { severity: 'error', line: 1, column: 1, message } as const
  return { ...parseDesignDocument(''), problems: [problem] }
}
