/** Which requirements an endpoint or a flow takes up, by reference and, where nobody refers, by its words. */
import type { Requirement } from '#shared/design/answers.ts'
import { neededOf } from './answered.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'

export interface Coverage {
  /** Functional requirements that are needed. */
  readonly needed: readonly Requirement[]
  /** Of these, the ones that no endpoint and no flow refers to. */
  readonly unlinked: readonly Requirement[]
  /** Of those, the ones whose words the rest of the design does not know either. */
  readonly unknown: readonly Requirement[]
}

export const coverageOf = oncePerCheck((context: CheckContext): Coverage => {
  const { endpoints, flows } = context.design.answers
  const covered = new Set([...endpoints, ...flows].flatMap(({ covers }) => covers))
  const needed = neededOf(context)
  const unlinked = needed.filter(({ id }) => !covered.has(id))
  const known = unlinked.length > 0 ? stemsOfDesign(context) : new Set<string>()
  // One word in common is enough where nobody refers to requirements, half of them where most are referred to.
  const share = isLinked(needed, unlinked) ? 1 / 2 : 0
  return { needed, unlinked, unknown: unlinked.filter(({ text }) => !isKnown(text, known, share)) }
})

/** Words that requirements are full of and that name no feature. */
const common = new Set(
  'about after again allow allows available back based before being between both can could customer customers each every feature from have into item items least like make makes many members more must need needs only other over people person provide same see shall should some someone support supports system than that their them then there they this through under use user users using very want when where which while will with within without would'.split(
    ' ',
  ),
)

/** Whether this writer refers to requirements at all: most of them are referred to. */
export function isLinked(
  needed: readonly Requirement[],
  unlinked: readonly Requirement[],
): boolean {
  return unlinked.length < needed.length / 2
}

function isKnown(text: string, known: ReadonlySet<string>, share: number): boolean {
  const stems = [...stemsOf(text)]
  const found = stems.filter((stem) => known.has(stem)).length
  return stems.length === 0 || found >= Math.max(1, stems.length * share)
}

function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}]{4,}/gu) ?? []
  return new Set(words.filter((word) => !common.has(word)).map((word) => word.slice(0, 5)))
}

function stemsOfDesign({ design }: CheckContext): ReadonlySet<string> {
  const { endpoints, flows, entities, operations, decisions } = design.answers
  return stemsOf(
    [
      ...endpoints.map(({ method, path, text }) => `${verbsOf[method] ?? ''} ${path} ${text}`),
      ...flows.map(({ name, steps }) => [name, ...steps].join(' ')),
      ...entities.map(({ name, text = '' }) => `${name} ${text}`),
      ...[...operations, ...decisions].map(({ text }) => text),
      ...design.graph.nodes.map(({ label }) => label),
      ...design.graph.edges.map(({ label }) => label),
    ].join(' '),
  )
}

/** What a method says without a word. */
const verbsOf: Readonly<Record<string, string>> = {
  POST: 'create creates add adds post submit',
  PUT: 'update updates change edit replace',
  PATCH: 'update updates change edit',
  DELETE: 'delete deletes remove cancel',
  GET: 'read view list show browse fetch',
}
