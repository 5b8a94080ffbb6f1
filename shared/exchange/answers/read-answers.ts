/** Sections of a design document → `Answers`. Nothing in a known section is dropped: what is no item is a note. */
import {
  noAnswers,
  sectionIds,
  type Answers,
  type Endpoint,
  type Note,
  type Requirement,
  type SectionId,
} from '#shared/design/answers.ts'
import type { Graph } from '#shared/design/design.ts'
import type { Group } from './gather-sections.ts'
import { createNodeNames } from './node-names.ts'
import { flagsInWords } from './endpoint-parts.ts'
import type { Records } from './exact-records.ts'
import { readGroup, sectionOf, speaksOfAll } from './read-section.ts'

export function readAnswers(groups: readonly Group[], graph: Graph): Answers {
  if (groups.length === 0) return noAnswers
  const names = createNodeNames(graph)
  const draft = new Draft()
  for (const group of groups) {
    draft.open(group)
    for (const records of readGroup(group, names)) draft.add(records)
  }
  return draft.finish()
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

  open(group: Group): void {
    this.opened.add(sectionOf(group))
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
    const requirements = functionalFirst(numbered(this.lists.requirements))
    const endpoints = withCommonFlags(this.lists.endpoints, this.lists.notes)
    const filled = filledSections({ ...this.lists, requirements })
    const present = new Set([...this.opened, ...filled])
    const sections = sectionIds
      .filter((id) => present.has(id))
      .map((id) => ({ id, isEmpty: !filled.has(id) }))
    return { ...this.lists, requirements, endpoints, sections }
  }
}

/** "All endpoints need a token" speaks of each of them that says nothing else. */
function withCommonFlags(
  endpoints: readonly Endpoint[],
  notes: readonly Note[],
): readonly Endpoint[] {
  const common = notes.filter(({ section, text }) => section === 'api' && speaksOfAll(text))
  const flags = Object.assign({}, ...common.map(({ text }) => flagsInWords(text)))
  return endpoints.map((endpoint) => ({ ...flags, ...endpoint }))
}

/** In the order of their two sections, however a document mixes them. */
export function functionalFirst(requirements: readonly Requirement[]): readonly Requirement[] {
  const isOther = ({ kind }: Requirement) => Number(kind !== 'functional')
  return requirements.toSorted((a, b) => isOther(a) - isOther(b))
}

/** Ids made of the place, for what was not numbered: "functional-1". */
export function numbered(requirements: readonly Requirement[]): readonly Requirement[] {
  const counts: Record<Requirement['kind'], number> = { functional: 0, quality: 0, constraint: 0 }
  return requirements.map((requirement) => {
    counts[requirement.kind] += 1
    const { id, kind } = requirement
    return id === '' ? { ...requirement, id: placeId(kind, counts[kind]) } : requirement
  })
}

/** The id of a requirement that nobody numbered: the how manieth of its kind it is. */
export function placeId(kind: Requirement['kind'], place: number): string {
  return `${kind}-${place}`
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
