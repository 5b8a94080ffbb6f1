/**
 * What is said beside a component: on it, on its arrows, on the boundaries around it and in the answers.
 * A rule asks here before it speaks, so that nobody is told what they wrote down already. "No auth yet"
 * does not count as said. Patterns are module constants: what they match is looked up once per check.
 */
import type { SectionId } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck, oncePerThing } from './once-per-check.ts'
import { wordsOf } from './parts.ts'
import { says } from './says.ts'
import { mayMatch, pagesOf } from './text-pages.ts'

/** A piece of text from the answers, with the components that it names. */
export interface Saying {
  readonly section: SectionId
  readonly text: string
  readonly nodeIds: readonly string[]
  /** What is told beside the steps of the flows says how the design behaves, as a decision does. */
  readonly isTold?: boolean
}

/** Sections where people say how a design behaves; what they ask of it is elsewhere. */
const statementSections: readonly SectionId[] = [
  'decisions',
  'trade-offs',
  'failures',
  'security',
  'operations',
]

/** Whether it is written on a component: label, technology, note and other words, or a frame around it. */
export function isSaidOn(context: CheckContext, nodeId: string, words: RegExp): boolean {
  return mayBeOn(context, words) && says(nodeWords(context).get(nodeId) ?? '', words)
}

/** Whether it is written on a component or on one of its arrows. */
export function isSaidNear(context: CheckContext, nodeId: string, words: RegExp): boolean {
  if (!mayBeOn(context, words)) return false
  if (isSaidOn(context, nodeId, words)) return true
  const { index } = context
  const isSaidBy = (edge: Parameters<typeof wordsOf>[0]) => says(wordsOf(edge), words)
  return edgesFrom(index, nodeId).some(isSaidBy) || edgesTo(index, nodeId).some(isSaidBy)
}

/** Whether the answers say it, about anything. */
export function isSaidInAnswers(
  context: CheckContext,
  words: RegExp,
  sections: readonly SectionId[] = statementSections,
): boolean {
  return sayingsAbout(context, words).some((saying) => isIn(saying, sections))
}

function isIn({ section, isTold }: Saying, sections: readonly SectionId[]): boolean {
  return sections.includes(section) || (isTold === true && sections.includes('decisions'))
}

/** Whether it is said near a component, or in answers that name it or name no component at all. */
export function isSaidAbout(
  context: CheckContext,
  nodeId: string,
  words: RegExp,
  sections: readonly SectionId[] = statementSections,
): boolean {
  if (isSaidNear(context, nodeId, words)) return true
  return sayingsAbout(context, words).some(
    (saying) =>
      isIn(saying, sections) && (saying.nodeIds.length === 0 || saying.nodeIds.includes(nodeId)),
  )
}

/** Whether it is said anywhere: on any component, arrow or frame, or in the answers. */
export function isSaidAnywhere(context: CheckContext, words: RegExp): boolean {
  return isSaidInDrawing(context, words) || isSaidInAnswers(context, words)
}

/** Whether it is written anywhere on the drawing. */
export const isSaidInDrawing = oncePerThing(
  (context: CheckContext, words: RegExp): boolean =>
    mayBeDrawn(context, words) && drawnWords(context).some((text) => says(text, words)),
)

/** All pieces of text in the answers, in the order of the sections, notes last. */
export const sayingsOf = oncePerCheck(({ design }): readonly Saying[] => {
  const { answers } = design
  const say = (section: SectionId, texts: readonly string[], nodeIds: readonly string[] = []) => ({
    section,
    text: texts.filter((text) => text !== '').join('. '),
    nodeIds,
  })
  return [
    ...answers.requirements.map(({ kind, text }) =>
      say(kind === 'functional' ? 'functional-requirements' : 'non-functional-requirements', [
        text,
      ]),
    ),
    ...answers.estimates.map(({ text }) => say('estimates', [text])),
    ...answers.endpoints.map((end) => say('api', [`${end.method} ${end.path} ${end.text}`])),
    ...answers.entities.map(({ name, text = '', fields = [], storeIds }) =>
      say('data-model', [name, text, fields.join(', ')], storeIds),
    ),
    ...answers.flows.map(({ name, steps, nodeIds }) => say('flows', [name, ...steps], nodeIds)),
    ...answers.decisions.map(({ text, nodeIds }) => say('decisions', [text], nodeIds)),
    ...answers.tradeOffs.map(({ text, nodeIds }) => say('trade-offs', [text], nodeIds)),
    ...answers.failures.map(({ text, nodeIds }) => say('failures', [text], nodeIds)),
    ...answers.security.map(({ text, nodeIds }) => say('security', [text], nodeIds)),
    ...answers.operations.map(({ text, nodeIds }) => say('operations', [text], nodeIds)),
    ...answers.notes.map(({ section, text, nodeIds }) => ({
      ...say(section, [text], nodeIds),
      ...(section === 'flows' ? { isTold: true } : {}),
    })),
  ]
})

/** The pieces of the answers that say it. */
export const sayingsAbout = oncePerThing(
  (context: CheckContext, words: RegExp): readonly Saying[] =>
    mayMatch(answeredPages(context), words)
      ? sayingsOf(context).filter(({ text }) => says(text, words))
      : [],
)

const answeredPages = oncePerCheck((context) => pagesOf(sayingsOf(context).map(({ text }) => text)))

const nodeWords = oncePerCheck(({ design }): ReadonlyMap<string, string> => {
  const groups = new Map(design.graph.groups.map((group) => [group.id, group]))
  const frames = (id: string | undefined, seen = 0): string => {
    const group = id === undefined ? undefined : groups.get(id)
    if (group === undefined || seen > 20) return ''
    return `. ${group.label}${frames(group.parentId, seen + 1)}`
  }
  const wordsOfNode = ({ label, technology, properties, groupId }: DesignNode) => {
    const texts = Object.values(properties).filter((value) => typeof value === 'string')
    return `${[label, technology, ...texts].join('. ')}${frames(groupId)}`
  }
  return new Map(design.graph.nodes.map((node) => [node.id, wordsOfNode(node)]))
})

/** Every text on the drawing once. */
const drawnWords = oncePerCheck((context): readonly string[] => [
  ...new Set([...nodeWords(context).values(), ...context.design.graph.edges.map(wordsOf)]),
])

const drawnPages = oncePerCheck((context) => pagesOf(drawnWords(context)))

/** From how many components on it is quicker to look at the whole drawing first. */
const many = 60

/** Most patterns match nothing on a drawing; of one that is asked of many components, the whole tells. */
function mayBeOn(context: CheckContext, words: RegExp): boolean {
  const asked = askedOften(context, words)
  asked.times += 1
  return asked.times <= many || mayBeDrawn(context, words)
}

const askedOften = oncePerThing((_context: CheckContext, _words: RegExp) => ({ times: 0 }))

const mayBeDrawn = oncePerThing((context: CheckContext, words: RegExp) =>
  mayMatch(drawnPages(context), words),
)
