/** Sorts the passages of a document into its sections, by their headings and by those that they stand under. */
import { sectionTitles, type SectionId } from '#shared/design/answers.ts'
import type { Item, Passage } from '../outline.ts'
import { guessSection, isCallRow } from './guess-section.ts'
import type { HeadingMeaning } from './heading-meaning.ts'
import { reshapePassages } from './reshape-passages.ts'
import { isPlainHeading, meaningOfHeading, telling, tellsOfDesign } from './section-of-heading.ts'

/** Items of one section under the headings that are the section's own ("### ADR-1: Storage"). */
export interface Group {
  readonly meaning: HeadingMeaning
  /** Headings between that of the section and the items, outermost first; mostly none. */
  readonly titles: readonly string[]
  readonly line: number
  readonly items: readonly Item[]
  /** The heading that opened the section, as it was written. */
  readonly heading?: string
}

export interface Gathered {
  readonly groups: readonly Group[]
  /** What stands under no heading of a section. */
  readonly others: readonly Item[]
}

interface Frame {
  readonly level: number
  readonly title: string
  readonly meaning?: HeadingMeaning
  /** Whether it opened the section, and did not take it over from above. */
  readonly opens: boolean
}

/**
 * Groups in the order of the text. What stands under a heading of no section ("Detailed design", "Caching")
 * tells how the design works, in a document that has sections; introductions and backgrounds are left out.
 */
export function gatherSections(passages: readonly Passage[]): Gathered {
  const hasHeadings = passages.some(({ level }) => level >= 2)
  const flat = reshapePassages(passages).flatMap((passage) => splitAtLabels(passage, hasHeadings))
  const groups: Group[] = []
  const others: Item[] = []
  const hasSections = flat.some(({ title }) => meaningOfHeading(title) !== undefined)
  let frames: Frame[] = []
  const firstTitle = flat.find(({ level }) => level === 1)
  const titles = flat.filter(({ level }) => level === 1).length
  for (const passage of flat) {
    if (passage.level > 0) {
      frames = frames.filter(({ level }) => level < passage.level)
      const isName = passage === firstTitle && (titles === 1 || !isPlainHeading(passage.title))
      frames.push(isName ? nameless(passage) : frameOf(passage, frames.at(-1)))
    }
    const meaning = frames.at(-1)?.meaning
    if (meaning === undefined) {
      const { known, unknown } = guessed(passage)
      groups.push(...known)
      others.push(...unknown)
      if (
        hasSections &&
        tellsOfDesign(
          // "Market" as the name of the document is no chapter about one.
          frames.filter(({ level }) => level > 1 || titles > 1).map(({ title }) => title),
          passage.level,
        )
      )
        groups.push(toldIn({ ...passage, items: unknown }))
      continue
    }
    const opened = frames.findLastIndex(({ opens }) => opens)
    const titlesBelow = frames.slice(opened + 1).flatMap(({ title }) => title || [])
    const heading = frames[opened]?.title ?? ''
    groups.push(
      ...withoutCalls({
        meaning,
        titles: titlesBelow,
        line: passage.line,
        items: passage.items,
        heading,
      }),
    )
  }
  return { groups, others }
}

/** A table of calls may stand where its heading was not marked as one. */
function withoutCalls(group: Group): readonly Group[] {
  const calls = group.meaning.section === 'api' ? [] : group.items.filter(isCallRow)
  if (calls.length < 2) return [group]
  const api = { meaning: { section: 'api' as const }, titles: [], line: calls[0]?.line ?? 0 }
  return [
    { ...group, items: group.items.filter((item) => !isCallRow(item)) },
    { ...api, items: calls },
  ]
}

/** Tables, calls and blocks of code that say by themselves which section they belong to. */
function guessed({ items, line }: Passage): {
  readonly known: readonly Group[]
  readonly unknown: readonly Item[]
} {
  const known = new Map<SectionId, Item[]>()
  const unknown: Item[] = []
  for (const item of items) {
    const section = guessSection(item, items)
    if (section === undefined) unknown.push(item)
    else known.set(section, [...(known.get(section) ?? []), item])
  }
  const groups = [...known].map(([section, found]) => ({
    meaning: { section },
    titles: [],
    line: found[0]?.line ?? line,
    items: found,
  }))
  return { known: groups, unknown }
}

/** The heading says what its sentences are about. */
function toldIn({ title, line, items }: Passage): Group {
  return { meaning: { ...telling, prefix: title }, titles: [], line, items }
}

function nameless({ level, title }: Passage): Frame {
  return { level, title, opens: false }
}

/** An entry whose children went under a label of their own ends that label with an empty one. */
function frameOf({ level, title }: Passage, parent: Frame | undefined): Frame {
  const own = meaningOfHeading(title)
  const above = parent?.meaning
  if (above === undefined) {
    return own === undefined
      ? { level, title, opens: false }
      : { level, title, meaning: own, opens: true }
  }
  // A record under its section ("Decisions" above "ADR-2") opens the section once more.
  const isAgain = own !== undefined && own.section === above.section && isTitleOf(own, title)
  if (own === undefined || !(isAgain || overrules(own, above))) {
    return { level, title, meaning: above, opens: false }
  }
  return { level, title, meaning: own, opens: true }
}

function isTitleOf({ section }: HeadingMeaning, title: string): boolean {
  return section !== 'requirements' && sectionTitles[section] === title
}

const mixed: readonly (SectionId | 'requirements')[] = [
  'estimates',
  'failures',
  'flows',
  'decisions',
]

/** "Reads" under "Flows" stays there; "Out of scope" under "Requirements" says more than its parent. */
function overrules(own: HeadingMeaning, above: HeadingMeaning): boolean {
  if (own.isWeak === true) return false
  if (own.section === above.section) return own.priority !== undefined || own.isConstraint === true
  if (above.section === 'requirements')
    return own.section.includes('requirements') || own.section === 'estimates'
  if (above.section === 'non-functional-requirements') {
    return own.section === 'functional-requirements' || own.section === 'estimates'
  }
  return !mixed.includes(above.section)
}

/** A line such as "Out of scope:" or "**Endpoints**" acts as a heading; "NFR: 99.9 %" where there is no other. */
function splitAtLabels(passage: Passage, hasHeadings: boolean): readonly Passage[] {
  const parts: { level: number; title: string; line: number; items: Item[] }[] = [
    { ...passage, items: [] },
  ]
  const level = Math.max(7, passage.level)
  for (const item of passage.items) {
    const label = labelOf(item, hasHeadings)
    if (label === undefined) parts.at(-1)?.items.push(item)
    else {
      parts.push({ level, title: label.title, line: item.line, items: [...label.items] })
      const isClosed = item.form !== 'paragraph' || (hasHeadings && label.items.length > 0)
      if (isClosed) parts.push({ level, title: '', line: item.line, items: [] })
    }
  }
  return parts
}

interface Label {
  readonly title: string
  readonly items: readonly Item[]
}

function labelOf(item: Item, hasHeadings: boolean): Label | undefined {
  const isEntry = item.form === 'bullet' || item.form === 'numbered'
  if (isEntry) return item.children.length > 0 ? labelOfEntry(item) : undefined
  if (item.form !== 'paragraph') return undefined
  return (hasHeadings ? undefined : questionOf(item)) ?? labelOfLine(item, hasHeadings)
}

function labelOfEntry({ text, children }: Item): Label | undefined {
  const title = text.replace(/\s*:$/, '')
  return !title.includes(':') && isPlainHeading(title) ? { title, items: children } : undefined
}

function labelOfLine(item: Item, hasHeadings: boolean): Label | undefined {
  const match = /^([^:]{2,50}?)\s*:\s*(.*)$/.exec(item.text)
  const title = match?.[1] ?? item.text
  const rest = match?.[2] ?? ''
  if (!isPlainHeading(title)) return undefined
  if (rest !== '') {
    // "Server failure: restore a copy" is an entry and opens nothing.
    if (/\S\s+(?:failures?|outages?|faults?|loss)$/i.test(title)) return undefined
    const isOwn = !hasHeadings || saysInline(title)
    return isOwn ? { title, items: [{ ...item, text: rest }] } : undefined
  }
  return match === null && /[.!?]$/.test(title) ? undefined : { title, items: [] }
}

/** "Quality: p99 under 250 ms" and "Out: chat" say what they are in any section of requirements. */
function saysInline(title: string): boolean {
  const meaning = meaningOfHeading(title)
  return meaning?.section === 'non-functional-requirements' || meaning?.priority === 'out'
}

/** In a scribble, "what if the cache dies: …" is a failure and "why Redis: …" a decision. */
function questionOf(item: Item): Label | undefined {
  if (item.form !== 'paragraph') return undefined
  const [, failure] = /^what (?:if|happens (?:if|when)) (.+)$/i.exec(item.text) ?? []
  if (failure !== undefined) return { title: 'Failures', items: [{ ...item, text: failure }] }
  const [, topic, why] = /^why (.{2,40}?)\s*[:?]\s*(.+)$/i.exec(item.text) ?? []
  if (topic === undefined || why === undefined) return undefined
  return { title: 'Decisions', items: [{ ...item, text: `${topic} because ${why}` }] }
}
