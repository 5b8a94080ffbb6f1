/**
 * Passages as if each had the heading that it deserves: questions ("What happens if Redis dies?"), records
 * ("ADR-3: Queue"), bold words that begin a paragraph, numbered lines in capitals, and tables or code that say
 * by themselves what they are.
 */
import type { Item, Passage } from '../outline.ts'
import { isPlainHeading, meaningOfHeading } from './section-of-heading.ts'
import { sectionTitles } from '#shared/design/answers.ts'

export function reshapePassages(passages: readonly Passage[]): readonly Passage[] {
  const hasHeadings = passages.some(({ level }) => level >= 2)
  return passages.flatMap((passage) => reshape(passage, hasHeadings))
}

/** The level of what acts as a heading inside a passage. */
export const innerLevel = 7

function reshape(passage: Passage, hasHeadings: boolean): readonly Passage[] {
  const asked = passage.level === 0 ? undefined : subjectOf(passage.title)
  const parts = splitAtLeads({ ...passage }, hasHeadings)
  if (asked === undefined) return parts
  const { level, line } = passage
  const [own, ...rest] = parts
  if (own === undefined) return parts
  return [
    { level, line, title: asked.heading, items: [] },
    { ...own, level: level + 0.5, title: asked.subject },
    ...rest,
  ]
}

interface Asked {
  /** A heading that opens the section. */
  readonly heading: string
  /** What it is about, as the entry's own title. */
  readonly subject: string
}

const general =
  /^(?:it|so|this|that|these|things?|something|everything|we|all|such|they)\b(?!.*\b(?:rather|over|instead)\b)/i

/** What a question or the title of a record is about; `undefined` for a plain heading. */
export function subjectOf(title: string): Asked | undefined {
  const plain = title
    .replace(/^\s*(?:\d+(?:\.\d+)*[.)]?|q\d*[.:)])\s+/i, '')
    .replace(/^[\s.…]+/, '')
  const isQuestion = plain.endsWith('?')
  const [, failing] =
    /^(?:and )?(?:what (?:if|happens (?:if|when|to .{2,40} (?:if|when)))|what does .{2,40} do (?:if|when))\s+(.{4,90}?)[?:…. ]*$/i.exec(
      plain,
    ) ?? []
  if (failing !== undefined && !general.test(failing) && breaks.test(failing)) {
    return { heading: sectionTitles.failures, subject: failing }
  }
  const [, chosen] =
    /^why (?:(?:is|are|do|did|does|not|use|do we use|did we (?:choose|pick|use))\s+)?(.{2,80}?)[?:. ]*$/i.exec(
      plain,
    ) ?? []
  if (chosen !== undefined && isQuestion && !general.test(chosen)) {
    return { heading: sectionTitles.decisions, subject: chosen }
  }
  const [, record] =
    /^(?:adr|decision(?: record)?|dr)[-\s#]*\d+\s*[.:)–—-]+\s*(.{3,120})$/i.exec(plain) ?? []
  return record === undefined ? undefined : { heading: sectionTitles.decisions, subject: record }
}

const breaks =
  /\b(?:fail\w*|down|die[sd]?|dead|away|gone|lost|los(?:e|es|ing)|crash\w*|break\w*|broken|outage|unreachable|unavailable|slow\w*|full|not answer\w*|stops?|out of|overload\w*|lag\w*|timeout|times out|leak\w*|twice|repeat\w*|corrupt\w*|restart\w*|partition\w*|wrong|burn\w*|disappears?|hangs?|deploys?|spikes?)\b/i

interface Part {
  level: number
  title: string
  line: number
  items: Item[]
}

/** Bold leads and lines in capitals open parts of their own; what follows belongs to them. */
function splitAtLeads(passage: Passage, hasHeadings: boolean): readonly Passage[] {
  const parts: Part[] = [{ ...passage, items: [] }]
  let isInside = false
  for (const [n, item] of passage.items.entries()) {
    const opened = openedBy(item, passage.items[n + 1], passage, hasHeadings)
    if (opened !== undefined) {
      parts.push(...opened)
      // Bold words alone head all that follows, as a heading does.
      isInside = item.lead?.rest !== ''
      continue
    }
    if (isInside && hasHeadings && item.form === 'paragraph') {
      parts.push({ level: innerLevel, title: '', line: item.line, items: [] })
      isInside = false
    }
    parts.at(-1)?.items.push(item)
  }
  return parts
}

function openedBy(
  item: Item,
  next: Item | undefined,
  { title }: Passage,
  hasHeadings: boolean,
): readonly Part[] | undefined {
  if (item.form === 'numbered') {
    const isTitle = !hasHeadings && isNumberedTitle(item, next)
    return isTitle
      ? [{ level: innerLevel, title: item.text, line: item.line, items: [] }]
      : undefined
  }
  return item.form === 'paragraph' ? openedByLead(item, title) : undefined
}

/** "3. STRUCTURE" above paragraphs. */
function isNumberedTitle({ text, children }: Item, next: Item | undefined): boolean {
  if (children.length > 0) return false
  const isCapital = text === text.toUpperCase() && /\p{L}{3}/u.test(text)
  return isCapital || (isPlainHeading(text) && next?.form === 'paragraph')
}

function openedByLead(item: Item, title: string): readonly Part[] | undefined {
  const { lead, line } = item
  if (lead === undefined || /^decision \d+\b/i.test(lead.title)) return undefined
  const rest = lead.rest === '' ? [] : [withoutLead(item, lead.rest)]
  const asked = subjectOf(lead.title)
  if (asked !== undefined) {
    return [
      { level: innerLevel, title: asked.heading, line, items: [] },
      { level: innerLevel + 0.5, title: asked.subject, line, items: rest },
    ]
  }
  const meaning = meaningOfHeading(lead.title)
  const isPart = meaning?.isWeak === true && meaningOfHeading(title) !== undefined
  if (meaning === undefined || isPart) return undefined
  return [{ level: innerLevel, title: lead.title, line, items: rest }]
}

function withoutLead(item: Item, text: string): Item {
  const { lead: _, ...others } = item
  return { ...others, text }
}
