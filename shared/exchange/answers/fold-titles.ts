/** Headings inside a section ("### ADR-2: Storage", "### POST /links") become entries with all below them. */
import type { Item } from '../outline.ts'
import { foldLeads, titled } from './fold-leads.ts'
import type { Group } from './gather-sections.ts'
import { isOptionRecord } from './read-decision-record.ts'

const folded: ReadonlySet<string> = new Set(['api', 'data-model', 'flows', 'decisions', 'failures'])

/** The same groups, with one entry for each heading of a section whose entries may stand under headings. */
export function foldTitles(groups: readonly Group[]): readonly Group[] {
  const result: Group[] = []
  for (let i = 0; i < groups.length; i += 1) {
    const group = groups[i]
    if (group === undefined) continue
    const [title] = group.titles
    if (title === undefined || !folded.has(group.meaning.section)) {
      result.push({ ...group, items: foldSteps(group, foldTerms(foldLeads(group))) })
      continue
    }
    const below = [group]
    for (
      let next = groups[i + 1];
      next !== undefined && isBelow(next, group);
      next = groups[i + 1]
    ) {
      below.push(next)
      i += 1
    }
    result.push({
      ...group,
      titles: [],
      items: [titled(title, group.line, below.flatMap(itemsBelow))],
    })
  }
  return joinOptions(result)
}

/** "Option A" and "Option B" under headings of their own are weighed in one decision. */
function joinOptions(groups: readonly Group[]): readonly Group[] {
  const result: Group[] = []
  for (const group of groups) {
    const last = result.at(-1)
    const isOption = ({ items }: Group) => items.length === 1 && items.every(isOptionRecord)
    const isNext =
      last?.meaning === group.meaning && isOption(group) && last.items.every(isOptionRecord)
    if (last !== undefined && isNext && last.items.length > 0) {
      result[result.length - 1] = { ...last, items: [...last.items, ...group.items] }
    } else result.push(group)
  }
  return result
}

/** Deeper headings under the same first one; a second heading of the same words opens an entry of its own. */
function isBelow(next: Group, first: Group): boolean {
  return (
    next.meaning === first.meaning && next.titles.length > 1 && next.titles[0] === first.titles[0]
  )
}

function itemsBelow({ titles, items, line }: Group): readonly Item[] {
  const last = titles.slice(1).join(': ')
  return last === '' ? items : [titled(`${last}:`, line, items)]
}

/** In a data model, a short line with a list right below it is a heading as well. */
function foldTerms({ meaning, items }: Group): readonly Item[] {
  if (meaning.section !== 'data-model' && meaning.section !== 'flows') return items
  const result: Item[] = []
  let open: { item: Item; children: Item[] } | undefined
  for (const item of items) {
    const isList = item.form === 'bullet' || item.form === 'numbered' || item.form === 'row'
    if (isList && open !== undefined) {
      open.children.push(item)
      continue
    }
    close(open, result)
    open = isTerm(item) ? { item, children: [] } : undefined
    if (open === undefined) result.push(item)
  }
  close(open, result)
  return result
}

/** Numbered lines right under "Flows" are the steps of one flow, unless each is a whole one. */
function foldSteps({ meaning, line }: Group, items: readonly Item[]): readonly Item[] {
  if (meaning.section !== 'flows') return items
  const steps = items.filter(({ form }) => form === 'numbered')
  const areFlows = steps.some(
    ({ text, children }) => children.length > 0 || /(?:→|->|=>).*(?:→|->|=>)/.test(text),
  )
  if (steps.length < 2 || areFlows) return items
  const first = items.findIndex(({ form }) => form === 'numbered')
  const others = (from: number, to?: number) =>
    items.slice(from, to).filter(({ form }) => form !== 'numbered')
  return [...others(0, first), titled('', steps[0]?.line ?? line, steps), ...others(first)]
}

function isTerm({ form, text }: Item): boolean {
  return form === 'paragraph' && text.split(' ').length <= 5 && !/[.!?]$|[(:].+/.test(text)
}

function close(open: { item: Item; children: Item[] } | undefined, into: Item[]): void {
  if (open === undefined) return
  const { item, children } = open
  into.push(children.length === 0 ? item : titled(item.text, item.line, children))
}
