/** Flows from "Redirect (FR1): Browser → API → Cache", and from numbered steps below a name. */
import type { Flow } from '#shared/design/answers.ts'
import { textOf, type Item } from '../outline.ts'
import type { NodeNames } from './node-names.ts'
import { readCovers } from './read-covers.ts'

const arrow = /\s*(?:→|⟶|➜|➔|⇒|->|-->|=>|~>)\s*/

/** Flows of an entry: a line, a name with steps below it, or a heading over several flows. */
export function readFlowEntry(item: Item, names: NodeNames): readonly Flow[] {
  const { children } = item
  if (children.length === 0) return [readFlow(item.text, names)]
  const isOver = item.form === 'titled' && children.every(isWhole)
  if (isOver) return children.flatMap((child) => readFlowEntry(child, names))
  const [, name = '', rest = ''] = /^([^:→]{1,80}?):\s*(.*)$/.exec(item.text) ?? [
    undefined,
    item.text,
    '',
  ]
  const below = children.flatMap((child) => {
    const text = textOf(child)
    return hasArrow(text) ? stepsOf(text) : text.replace(/\.$/, '').split(/\.\s+(?=[A-Z])/)
  })
  return [flowOf(name, [...(rest === '' ? [] : stepsOf(rest)), ...below], names)]
}

/** "Redirect: Browser → API → Cache" is a flow of its own; "API → Cache" may be a step. */
function isWhole({ form, text, children }: Item): boolean {
  if (form === 'numbered' || form === 'code') return false
  return children.length > 0 || (/^[^:→]{1,80}:\s/.test(text) && hasArrow(text))
}

function hasArrow(text: string): boolean {
  return arrow.test(text)
}

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
