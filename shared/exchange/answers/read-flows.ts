/** Flows from "Redirect (FR1): Browser → API → Cache", and from numbered steps below a name. */
import type { Flow } from '#shared/design/answers.ts'
import { textOf, type Item } from '../outline.ts'
import type { NodeNames } from './node-names.ts'
import { readCovers } from './read-covers.ts'

const arrow = /\s*(?:→|⟶|➜|➔|⇒|->|-->|=>|~>)\s*/

/** Flows of an entry: a line, a name with steps below it, or a heading over several flows. */
export function readFlowEntry(item: Item, names: NodeNames): readonly Flow[] {
  const { children } = item
  if (item.form === 'row') return [readFlowRow(item, names)]
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
    return hasArrow(text) ? stepsOf(text) : told(text.replace(/\.$/, '').split(/\.\s+(?=[A-Z])/))
  })
  return [flowOf(name, [...(rest === '' ? [] : stepsOf(rest)), ...below], names)]
}

/** A row of a table: a cell of arrows is the way, and the cells before it are its name. */
function readFlowRow({ text, cells = [] }: Item, names: NodeNames): Flow {
  const at = cells.findIndex((cell) => hasArrow(cell.text))
  const way = cells[at]?.text
  if (way === undefined) return readFlow(text, names)
  const name = cells.slice(0, at).map((cell) => cell.text.trim())
  const flow = flowOf(name.filter((part) => part !== '').join(' '), stepsOf(way), names)
  // A cell of ids alone says what the flow is for.
  const stated = cells.flatMap((cell) => readCovers(`covers ${cell.text}`).covers)
  return { ...flow, covers: [...new Set([...flow.covers, ...stated])] }
}

interface Step {
  readonly text: string
  /** Whether arrows stand around it: then it is a stop, else it may be a sentence. */
  readonly isDrawn: boolean
}

function told(texts: readonly string[]): readonly Step[] {
  return texts.map((text) => ({ text, isDrawn: false }))
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
function readFlow(text: string, names: NodeNames): Flow {
  const [, name = '', steps = ''] = /^([^:→]{1,80}?):\s+(.*)$/.exec(text) ?? [undefined, '', text]
  return flowOf(name, stepsOf(steps), names)
}

/**
 * A step stands for a component only when it is the name of one, or names one between arrows: prose speaks of
 * many things in one breath, and a walk that nobody described must not be held against the drawing.
 */
function flowOf(written: string, steps: readonly Step[], names: NodeNames): Flow {
  const { text: name, covers } = readCovers(written.trim())
  const ids = steps.flatMap((step) => nodeOfStep(step, names))
  return {
    name,
    steps: steps.map((step) => step.text),
    nodeIds: ids.filter((id, i) => id !== ids[i - 1]),
    covers,
  }
}

function nodeOfStep({ text, isDrawn }: Step, names: NodeNames): readonly string[] {
  const plain = text.replace(/^(?:the|an?)\s+/i, '')
  const [head = ''] = plain.split(/[:([,;]|\s[–—-]\s/, 1)
  const found = [plain, head].map((part) => names.called(part)).find((ids) => ids.length === 1)
  if (found !== undefined) return found
  const isSentence = !isDrawn && plain.split(' ').length > 4
  const mentioned = isSentence ? [] : names.namedIn(plain)
  return mentioned.length === 1 ? mentioned : []
}

function stepsOf(text: string): readonly Step[] {
  const plain = text.replace(/\.$/, '')
  const isDrawn = hasArrow(plain)
  return plain
    .split(isDrawn ? arrow : /;\s+|,\s+|\.\s+(?=[A-Z])/)
    .map((part) => ({ text: part.trim(), isDrawn }))
    .filter((step) => step.text !== '')
}
