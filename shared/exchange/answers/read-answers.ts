/** Sections of a design document → `Answers`. Nothing in a known section is dropped: what is no item is a note. */
import {
  noAnswers,
  sectionIds,
  type Answers,
  type Note,
  type Requirement,
  type SectionId,
  type Statement,
} from '#shared/design/answers.ts'
import type { Graph } from '#shared/design/design.ts'
import type { Item, Passage } from '../outline.ts'
import { gatherSections, type Group } from './gather-sections.ts'
import { createNodeNames, type NodeNames } from './node-names.ts'
import { readDecision } from './read-decisions.ts'
import { readEndpoint, readEndpointCode } from './read-endpoints.ts'
import { readEntity } from './read-entities.ts'
import { readEstimates } from './read-estimates.ts'
import { readFailure } from './read-failures.ts'
import { readFlow } from './read-flows.ts'
import { isQuality, readRequirements } from './read-requirements.ts'

/** What one entry of a section holds. */
export type Records = { readonly [K in Exclude<keyof Answers, 'sections'>]?: Answers[K] }
export type Reader = (item: Item, group: Group, names: NodeNames) => Records

export function readAnswers(passages: readonly Passage[], graph: Graph): Answers {
  const groups = gatherSections(passages)
  if (groups.length === 0) return noAnswers
  const names = createNodeNames(graph)
  const draft = new Draft()
  for (const group of groups) {
    draft.open(group)
    for (const item of group.items) draft.add(readItem(item, group, names))
  }
  return draft.finish()
}

export function readItem(item: Item, group: Group, names: NodeNames): Records {
  const records = readers[group.meaning.section](item, group, names)
  return isNothing(records) ? noteOf(item, group, names) : records
}

function isNothing(records: Records): boolean {
  return Object.values(records).every((list) => list.length === 0)
}

function noteOf(item: Item, { meaning }: Group, names: NodeNames): Records {
  const section = meaning.section === 'requirements' ? 'functional-requirements' : meaning.section
  const text = textOf(item)
  return text === '' ? {} : { notes: [{ section, text, nodeIds: names.namedIn(text) }] }
}

/** An entry with what is nested in it, on one line. */
export function textOf(item: Item): string {
  const below = item.children.map(textOf).join('; ')
  if (below === '') return item.text
  return `${item.text.replace(/[:.;]$/, '')}: ${below}`
}

const requirements: Reader = (item, group) => ({
  requirements: readRequirements(item, group.meaning, group.titles).map((requirement) =>
    group.meaning.section === 'requirements' && !isQuality(requirement.text)
      ? { ...requirement, kind: 'functional' as const }
      : requirement,
  ),
})

function statements(key: 'tradeOffs' | 'security' | 'operations'): Reader {
  return (item, group, names) => {
    const { prefix } = group.meaning
    const text = textOf(item)
    const isSaid = prefix === undefined || text.toLowerCase().includes(prefix.toLowerCase())
    const texts = item.form === 'paragraph' ? sentencesOf(text) : [text]
    return { [key]: texts.map((line) => statementOf(isSaid ? line : `${prefix}: ${line}`, names)) }
  }
}

function statementOf(text: string, names: NodeNames): Statement {
  return { text, nodeIds: names.namedIn(text) }
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+(?=[A-Z])/).filter((sentence) => sentence.trim() !== '')
}

const readers: Readonly<Record<SectionId | 'requirements', Reader>> = {
  requirements,
  'functional-requirements': requirements,
  'non-functional-requirements': requirements,
  estimates: (item) => ({ estimates: readEstimates(item) }),
  api: (item) => {
    if (item.form === 'code') return { endpoints: readEndpointCode(item) }
    const endpoint = readEndpoint(item)
    return { endpoints: endpoint === undefined ? [] : [endpoint] }
  },
  'data-model': (item, _group, names) => {
    const entity = readEntity(item, names)
    return { entities: entity === undefined ? [] : [entity] }
  },
  flows: (item, _group, names) => ({ flows: [readFlow(textOf(item), names)] }),
  decisions: (item, _group, names) => ({ decisions: [readDecision(textOf(item), names)] }),
  'trade-offs': statements('tradeOffs'),
  failures: (item, _group, names) => ({ failures: [readFailure(textOf(item), names)] }),
  security: statements('security'),
  operations: statements('operations'),
}

/** Collects what was read, and which sections are there. */
class Draft {
  private readonly lists: { -readonly [K in keyof Answers]: Answers[K][number][] } = {
    sections: [],
    requirements: [],
    estimates: [],
    endpoints: [],
    entities: [],
    flows: [],
    decisions: [],
    tradeOffs: [],
    failures: [],
    security: [],
    operations: [],
    notes: [],
  }
  private readonly opened = new Set<SectionId>()

  open({ meaning }: Group): void {
    if (meaning.section === 'requirements') this.opened.add('functional-requirements')
    else this.opened.add(meaning.section)
  }

  add(records: Records): void {
    this.lists.requirements.push(...(records.requirements ?? []))
    this.lists.estimates.push(...(records.estimates ?? []))
    this.lists.endpoints.push(...(records.endpoints ?? []))
    this.lists.entities.push(...(records.entities ?? []))
    this.lists.flows.push(...(records.flows ?? []))
    this.lists.decisions.push(...(records.decisions ?? []))
    this.lists.tradeOffs.push(...(records.tradeOffs ?? []))
    this.lists.failures.push(...(records.failures ?? []))
    this.lists.security.push(...(records.security ?? []))
    this.lists.operations.push(...(records.operations ?? []))
    this.lists.notes.push(...(records.notes ?? []))
  }

  finish(): Answers {
    const requirements = numbered(this.lists.requirements)
    const filled = filledSections({ ...this.lists, requirements })
    const present = new Set([...this.opened, ...filled])
    const sections = sectionIds
      .filter((id) => present.has(id))
      .map((id) => ({ id, isEmpty: !filled.has(id) }))
    return { ...this.lists, requirements, sections }
  }
}

/** Ids made of the place, for what was not numbered: "functional-1". */
export function numbered(requirements: readonly Requirement[]): readonly Requirement[] {
  const counts: Record<Requirement['kind'], number> = { functional: 0, quality: 0, constraint: 0 }
  return requirements.map((requirement) => {
    counts[requirement.kind] += 1
    const { id, kind } = requirement
    return id === '' ? { ...requirement, id: `${kind}-${counts[kind]}` } : requirement
  })
}

/** Sections that something was read from. */
export function filledSections(answers: Omit<Answers, 'sections'>): ReadonlySet<SectionId> {
  const filled = new Set<SectionId>(answers.notes.map((note: Note) => note.section))
  for (const { kind } of answers.requirements) {
    filled.add(kind === 'functional' ? 'functional-requirements' : 'non-functional-requirements')
  }
  if (answers.estimates.length > 0) filled.add('estimates')
  if (answers.endpoints.length > 0) filled.add('api')
  if (answers.entities.length > 0) filled.add('data-model')
  if (answers.flows.length > 0) filled.add('flows')
  if (answers.decisions.length > 0) filled.add('decisions')
  if (answers.tradeOffs.length > 0) filled.add('trade-offs')
  if (answers.failures.length > 0) filled.add('failures')
  if (answers.security.length > 0) filled.add('security')
  if (answers.operations.length > 0) filled.add('operations')
  return filled
}
