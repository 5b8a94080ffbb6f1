/** Flows from "Redirect (FR1): Browser → API → Cache", and from numbered steps below a name. */
import type { Flow } from '#shared/design/answers.ts'
import type { NodeNames } from './node-names.ts'
import { readCovers } from './read-covers.ts'

const arrow = /\s*(?:→|⟶|➜|➔|⇒|->|-->|=>|~>)\s*/

/** The flow of a line. Steps stand between arrows; without arrows between semicolons, else commas. */
export function readFlow(text: string, names: NodeNames): Flow {
  const [, name = '', steps = ''] = /^([^:→]{1,80}?):\s+(.*)$/.exec(text) ?? [undefined, '', text]
  return flowOf(name, stepsOf(steps), names)
}

export function flowOf(written: string, steps: readonly string[], names: NodeNames): Flow {
  const { text: name, covers } = readCovers(written.trim())
  const ids = steps.flatMap((step) => names.namedBy(step))
  return { name, steps, nodeIds: ids.filter((id, i) => id !== ids[i - 1]), covers }
}

export function stepsOf(text: string): readonly string[] {
  const plain = text.replace(/\.$/, '')
  const parts = arrow.test(plain) ? plain.split(arrow) : plain.split(/;\s+|,\s+|\.\s+(?=[A-Z])/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
