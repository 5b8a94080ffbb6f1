/** `Answers` → the sections of a design document. An entry that its words would not give back carries a comment. */
import {
  sectionIds,
  sectionTitles,
  type Answers,
  type Estimate,
  type Requirement,
  type SectionId,
} from '#shared/design/answers.ts'
import type { Graph } from '#shared/design/design.ts'
import { stableHash } from '#shared/checker/stable-hash.ts'
import { outlineOf } from '../outline.ts'
import { writeExact, type Records } from './exact-records.ts'
import { foldTitles } from './fold-titles.ts'
import { gatherSections } from './gather-sections.ts'
import { createNodeNames, type NodeNames } from './node-names.ts'
import { filledSections, functionalFirst, placeId } from './read-answers.ts'
import { readGroup } from './read-section.ts'
import {
  decisionLine,
  endpointLine,
  entityLines,
  estimateLine,
  failureLine,
  flowLine,
  requirementLine,
} from './write-lines.ts'

/** Records that are written as one entry, with the ways to put them in words, the best first. */
interface Entry {
  readonly lines: readonly string[]
  readonly records: Records
}

/** Sections in their canonical order, each ending with a line break; empty without any section. */
export function writeAnswers(answers: Answers, graph: Graph): string {
  const names = createNodeNames(graph)
  const present = new Set<SectionId>([
    ...answers.sections.map(({ id }) => id),
    ...filledSections(answers),
  ])
  const entries = entriesOf(answers, graph)
  const told = [...present].some((id) => id !== 'flows') ? noteEntries(answers, 'flows') : []
  const isOnlyTold = told.length > 0 && answers.flows.length === 0
  const chapters = sectionIds
    .filter((id) => present.has(id))
    .flatMap((id) => {
      const own = entries.get(id) ?? []
      if (id !== 'flows') return [chapter(sectionTitles[id], own, names)]
      const steps = chapter(sectionTitles.flows, own.slice(0, own.length - told.length), names)
      return [isOnlyTold ? '' : steps, told.length > 0 ? chapter(toldTitle, told, names) : '']
    })
  return chapters.join('')
}

/** What is told beside the steps stands under a heading that is no section's, and is read as it stands. */
const toldTitle = 'Design notes'

function chapter(title: string, entries: readonly Entry[], names: NodeNames): string {
  const lines = entries.map((entry) => `- ${lineOf(entry, title, names)}\n`)
  return `\n## ${title}\n\n${lines.join('')}`
}

function entriesOf(answers: Answers, graph: Graph): ReadonlyMap<SectionId, readonly Entry[]> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const requirements = withoutPlaceIds(answers.requirements)
  const entries: Readonly<Record<SectionId, readonly Entry[]>> = {
    'functional-requirements': requirements.filter(isFunctional).map(requirementEntry),
    'non-functional-requirements': requirements
      .filter((one) => !isFunctional(one))
      .map(requirementEntry),
    estimates: sameLine(answers.estimates).map((estimates) => ({
      lines: estimates.slice(0, 1).map(estimateLine),
      records: { estimates },
    })),
    api: answers.endpoints.map((one) => entry([endpointLine(one)], { endpoints: [one] })),
    'data-model': answers.entities.map((one) =>
      entry(entityLines(one, nodes), { entities: [one] }),
    ),
    flows: answers.flows.map((one) => entry([flowLine(one)], { flows: [one] })),
    decisions: answers.decisions.map((one) =>
      entry(said(one.text, decisionLine(one)), { decisions: [one] }),
    ),
    'trade-offs': answers.tradeOffs.map((one) => entry([one.text], { tradeOffs: [one] })),
    failures: answers.failures.map((one) =>
      entry(said(one.text, failureLine(one)), { failures: [one] }),
    ),
    security: answers.security.map((one) => entry([one.text], { security: [one] })),
    operations: answers.operations.map((one) => entry([one.text], { operations: [one] })),
  }
  return new Map(sectionIds.map((id) => [id, [...entries[id], ...noteEntries(answers, id)]]))
}

function entry(lines: readonly string[], records: Records): Entry {
  return { lines, records }
}

function noteEntries({ notes }: Answers, id: SectionId): readonly Entry[] {
  return notes
    .filter(({ section }) => section === id)
    .map((note) => entry([note.text], { notes: [note] }))
}

function isFunctional({ kind }: Requirement): boolean {
  return kind === 'functional'
}

function requirementEntry(one: Requirement): Entry {
  return entry([requirementLine(one)], { requirements: [one] })
}

function said(text: string, line: string): readonly string[] {
  return text.trim() === '' ? [line] : [text, line]
}

/** An id that only tells the place is not written: the place tells it again. */
function withoutPlaceIds(requirements: readonly Requirement[]): readonly Requirement[] {
  const counts: Record<Requirement['kind'], number> = { functional: 0, quality: 0, constraint: 0 }
  return functionalFirst(requirements).map((one) => {
    counts[one.kind] += 1
    return one.id === placeId(one.kind, counts[one.kind]) ? { ...one, id: '' } : one
  })
}

/** Numbers of one sentence stand in it together. */
function sameLine(estimates: readonly Estimate[]): readonly (readonly Estimate[])[] {
  const groups: Estimate[][] = []
  for (const estimate of estimates) {
    const last = groups.at(-1)
    const isSame = estimate.text !== '' && last?.[0]?.text === estimate.text
    if (isSame) last?.push(estimate)
    else groups.push([estimate])
  }
  return groups
}

function lineOf({ lines, records }: Entry, title: string, names: NodeNames): string {
  const shown = lines.map(oneLine)
  const wanted = stableHash(records)
  const exact = shown.find((line) => stableHash(readLine(line, title, names)) === wanted)
  if (exact !== undefined) return exact
  const [line = ''] = shown
  return `${line} ${writeExact(records, wordsOf(line))}`
}

/** What a reader makes of an entry, for comparing. */
function readLine(line: string, title: string, names: NodeNames): Records {
  const passages = outlineOf([`## ${sectionTitles.flows}`, `## ${title}`, `- ${line}`])
  const records = foldTitles(gatherSections(passages).groups).flatMap((group) =>
    readGroup(group, names),
  )
  const merged: Record<string, unknown[]> = {}
  for (const [key, list] of records.flatMap((one) => Object.entries(one))) {
    if (list.length > 0) merged[key] = [...(merged[key] ?? []), ...list]
  }
  return merged
}

/** The words of an entry that a comment stands behind. */
function wordsOf(line: string): string {
  return outlineOf([`- ${line} <!-- exactly -->`])[0]?.items[0]?.text ?? ''
}

/** Text of any shape on one line that opens and closes no comment. */
function oneLine(text: string): string {
  const line = text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll('<!--', '<! --')
    .trim()
  return line === '' ? '…' : line
}
