/**
 * Whether it is said that one component lacks something: "PostgreSQL has no standby", "there is no dead-letter
 * queue", "backups: not planned". A rule that looks for a cure asks here whether its words only tell of its absence.
 */
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck, oncePerThing } from './once-per-check.ts'
import { wordsOf, wordsOn } from './parts.ts'
import type { Saying } from './said.ts'
import { denies, says } from './says.ts'
import { toldAsIs } from './told.ts'

/** What may be missing, and how people say so. A constant of a module: it is looked up once per check. */
export interface Lack {
  /** The thing that is denied: "no X", "X is missing". */
  readonly thing: RegExp
  /** Words that tell of the lack as they stand: "retried forever". */
  readonly outright?: RegExp
  /** What a sentence that names no component has to speak of: "the database". */
  readonly family?: RegExp
}

interface Told {
  readonly sentence: string
  readonly saying: Saying
}

/** Whether it is written on a component or its arrows, or said in a sentence about it. */
export function lacks(
  context: CheckContext,
  node: DesignNode,
  lack: Lack,
  candidates: readonly DesignNode[],
): boolean {
  if (lacksByLabel(context, node, lack)) return true
  return tellings(context, lack).some((told) => isAbout(context, told, { node, candidates, lack }))
}

/** Whether it is written on a component or its arrows that it lacks something. */
export function lacksByLabel(context: CheckContext, node: DesignNode, lack: Lack): boolean {
  const around = [...edgesFrom(context.index, node.id), ...edgesTo(context.index, node.id)]
  return [wordsOn(node), ...around.map(wordsOf)]
    .flatMap((words) => words.split(/[,;(\n]|\.\s/))
    .some((clause) => isLack(clause, lack))
}

const tellings = oncePerThing((context: CheckContext, lack: Lack): readonly Told[] => {
  const { thing, outright } = lack
  const direct = outright === undefined ? [] : toldAsIs(context, outright)
  const sayings = new Set([...toldAsIs(context, thing), ...direct])
  return [...sayings].flatMap((saying) =>
    sentencesIn(saying.text)
      .filter((sentence) => isLack(sentence, lack))
      .map((sentence) => ({ sentence, saying })),
  )
})

function isLack(text: string, { thing, outright }: Lack): boolean {
  return (outright !== undefined && says(text, outright)) || denies(text, thing)
}

/** Sentences, and what stands between semicolons, each for itself; a question tells nothing. */
export function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[.!?;])\s+|\n+/).filter((sentence) => !sentence.trim().endsWith('?'))
}

interface Meant {
  readonly node: DesignNode
  readonly candidates: readonly DesignNode[]
  readonly lack: Lack
}

/** What a sentence names decides, then what stands around it, then what it speaks of where one alone can be meant. */
function isAbout(
  context: CheckContext,
  { sentence, saying }: Told,
  { node, candidates, lack: { family } }: Meant,
): boolean {
  const named = namedIn(context, sentence)
  if (named.length > 0) return named.includes(node.id)
  if (saying.nodeIds.includes(node.id)) return true
  if (family !== undefined) return candidates.length === 1 && family.test(sentence)
  return !candidates.some(({ id }) => saying.nodeIds.includes(id))
}

/** The components that a sentence calls by their names or their technology. */
export function namedIn(context: CheckContext, sentence: string): readonly string[] {
  const lower = sentence.toLowerCase()
  return namesOfNodes(context)
    .filter(({ names }) => names.some((name) => isWordIn(lower, name)))
    .map(({ id }) => id)
}

function isWordIn(text: string, name: string): boolean {
  const at = text.indexOf(name)
  if (at === -1) return false
  return !isLetter(text[at - 1]) && !isLetter(text[at + name.length])
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[a-z0-9]/.test(char)
}

const namesOfNodes = oncePerCheck(({ design }) =>
  design.graph.nodes.map(({ id, label, technology }) => {
    const [head = ''] = label.split(/[,:(+\n]/, 1)
    const names = [head, technology ?? ''].map((name) => name.trim().toLowerCase())
    return { id, names: names.filter((name) => name.length > 1) }
  }),
)
