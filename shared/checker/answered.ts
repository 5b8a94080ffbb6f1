/** Questions that rules about the answers share: what was written at all, and what kind of product it is. */
import {
  sectionIds,
  type Entity,
  type EntityClass,
  type Requirement,
  type SectionId,
} from '#shared/design/answers.ts'
import { classOf } from './data-class.ts'
import type { CheckContext } from './define-rule.ts'
import { nodesWith } from './parts.ts'
import { isSaidInAnswers, isSaidInDrawing, sayingsOf } from './said.ts'

/** Whether anything was written beside the drawing; a bare diagram has no sections. */
export function isAnswered({ design }: CheckContext): boolean {
  return design.answers.sections.length > 0
}

/** Whether a section is there and holds something. That it is absent is one finding of its own. */
export function isWritten({ design }: CheckContext, section: SectionId): boolean {
  return design.answers.sections.some(({ id, isEmpty }) => id === section && !isEmpty)
}

/** Whether it is said on the drawing or in any section, what is asked of the design included. */
export function isSaidSomewhere(context: CheckContext, words: RegExp): boolean {
  return isSaidInDrawing(context, words) || isSaidInAnswers(context, words, sectionIds)
}

/** Whether words stand in any of the sections, denied or not: "no compliance rules apply" counts. */
export function isMentioned(
  context: CheckContext,
  words: RegExp,
  sections: readonly SectionId[] = sectionIds,
): boolean {
  return sayingsOf(context).some(
    ({ section, text }) => sections.includes(section) && words.test(text),
  )
}

const begun = 4

/**
 * Whether this is a document whose gaps count: what is asked of the design was written down, and three
 * more sections. One that holds a data model or an API alone is judged by what it says.
 */
export function isWhole(context: CheckContext): boolean {
  const { flows, sections } = context.design.answers
  const written = sections.filter(({ id, isEmpty }) => !isEmpty && isItems(id, flows.length))
  return hasRequirements(context) && written.length >= begun
}

/** What is only told under headings of its own makes no section of flows. */
function isItems(id: SectionId, flows: number): boolean {
  return id !== 'flows' || flows > 0
}

function hasRequirements(context: CheckContext): boolean {
  return (
    isWritten(context, 'functional-requirements') ||
    isWritten(context, 'non-functional-requirements')
  )
}

export function requirementsOf(
  { design }: CheckContext,
  kind: 'functional' | 'non-functional',
): readonly Requirement[] {
  return design.answers.requirements.filter(
    (requirement) => (requirement.kind === 'functional') === (kind === 'functional'),
  )
}

const refusal =
  /^(?:we |it |users? )?(?:don['’]?t|do not|does not|doesn['’]?t|won['’]?t|will not|no|not|never)\b/i

/** What is needed of the product; "We don't do payroll" asks for nothing. */
export function neededOf(context: CheckContext): readonly Requirement[] {
  return requirementsOf(context, 'functional').filter(
    ({ priority, text }) => priority === 'must' && !refusal.test(text),
  )
}

/** Entities of any of the classes. */
export function entitiesOf(
  { design }: CheckContext,
  ...classes: readonly EntityClass[]
): readonly Entity[] {
  return design.answers.entities.filter((entity) => {
    const found = classOf(entity)
    return found !== undefined && classes.includes(found)
  })
}

const batchKinds: ReadonlySet<string> = new Set([
  'batch-processor',
  'stream-processor',
  'etl-pipeline',
  'scheduler',
  'data-lake',
  'data-warehouse',
  'lakehouse',
])

/** Whether nobody waits for an answer: a pipeline that is drawn without a client. */
export function isPipeline(context: CheckContext): boolean {
  if (nodesWith(context, 'client').length > 0) return false
  return context.design.graph.nodes.some(({ id }) => batchKinds.has(context.kindOf(id).id))
}

const parts =
  /\brate[-\s]?limit\w*|\bthrottl\w*|\bevict\w*|\bload balanc\w*|\b(?:acquires?|releases?|takes?) (?:a |the )?(?:lock|lease)\b|\bunique ids?\b|\b(?:put|get|set)s? (?:and (?:get|put|set)s? )?(?:a |by )?(?:key|value)\b/i

/** Whether one part of a system is designed and no product: a rate limiter, a cache, a lock. */
export function isComponentDesign(context: CheckContext): boolean {
  const texts = neededOf(context)
  return texts.length > 0 && texts.length < 4 && texts.some(({ text }) => parts.test(text))
}

/** Items by their names, as a message lists them: up to three, then how many more. */
export function listOf(names: readonly string[]): string {
  const shown = names.slice(0, 3)
  const more = names.length - shown.length
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`
}

/** A text in quotation marks, cut where it is long. */
export function quoted(text: string): string {
  const plain = text.trim().replace(/[.\s]+$/, '')
  return `“${plain.length > 80 ? `${plain.slice(0, 77).trimEnd()}…` : plain}”`
}
