/** The changed answers in words, section by section. */
import { sectionIds, sectionTitles, type SectionId } from '#shared/design/answers.ts'
import { stableHash } from '#shared/checker/stable-hash.ts'
import { textOfItem, type AnswersDiff, type Item, type ListName } from './answer-changes.ts'
import type { DiffEntry, Nature } from './diff-entry.ts'
import { listNames } from './design-diff.ts'
import type { ListDiff } from './list-changes.ts'
import { arrow, shown, wordsOf } from './words.ts'

interface NodeNames {
  readonly before: (nodeId: string) => string
  readonly after: (nodeId: string) => string
}

/** Where a list stands; requirements and notes say it themselves. */
const sections: Readonly<Partial<Record<ListName, SectionId>>> = {
  requirements: 'functional-requirements',
  estimates: 'estimates',
  endpoints: 'api',
  entities: 'data-model',
  flows: 'flows',
  decisions: 'decisions',
  tradeOffs: 'trade-offs',
  failures: 'failures',
  security: 'security',
  operations: 'operations',
}

/** Follow from the drawing and from the other words, and say nothing of their own. */
const echoes = new Set(['nodeIds', 'isEmpty'])

export function describeAnswers(diff: AnswersDiff, names: NodeNames): readonly DiffEntry[] {
  return listNames.flatMap((name) => describeList(name, diff[name], names))
}

function describeList<K extends ListName>(
  name: K,
  { added, removed, changed }: ListDiff<Item<K>>,
  names: NodeNames,
): readonly DiffEntry[] {
  const entry = (nature: Nature, item: Item<K>, details: readonly string[]): DiffEntry => ({
    chapter: 'Answers',
    natures: [nature],
    title: `${headingOf(name, item)}: ${shown(textOfItem(name, item))}`,
    details,
  })
  return [
    ...removed.filter(isWorthSaying).map(({ item }) => entry('removed', item, [])),
    ...added.filter(isWorthSaying).map(({ item }) => entry('added', item, [])),
    ...changed.flatMap(({ from, to }) => {
      const details = detailsOf({ from, to }, names)
      return details.length === 0 ? [] : [entry('changed', to, details)]
    }),
  ]
}

/** A section that holds something shows by what it holds. */
function isWorthSaying({ item }: { readonly item: object }): boolean {
  return !('isEmpty' in item) || item.isEmpty === true
}

function headingOf(name: ListName, item: object): string {
  if ('section' in item) return titleOf(item.section)
  if ('kind' in item && item.kind !== 'functional') return titleOf('non-functional-requirements')
  return name === 'sections' ? 'Empty section' : titleOf(sections[name])
}

function titleOf(section: unknown): string {
  const id = sectionIds.find((one) => one === section)
  return id === undefined ? 'Answers' : sectionTitles[id]
}

function detailsOf(
  { from, to }: { readonly from: object; readonly to: object },
  names: NodeNames,
): readonly string[] {
  const [was, is] = [new Map(Object.entries(from)), new Map(Object.entries(to))]
  const fields = [...new Set([...was.keys(), ...is.keys()])].filter(
    (field) => !echoes.has(field) && !isSame(was.get(field), is.get(field)),
  )
  const details = fields.flatMap((field): readonly (readonly [string, string])[] => {
    const [old, now]: readonly unknown[] = [was.get(field), is.get(field)]
    if (field === 'id' && isOfPlace(old) && isOfPlace(now)) return []
    if (field !== 'storeIds') return [[field, `${wordsOf(field)}: ${arrow(old, now)}`]]
    const [left, right] = [namesIn(old, names.before), namesIn(now, names.after)]
    return left === right ? [] : [[field, `stored in: ${arrow(left, right)}`]]
  })
  // The line as it was written repeats what its parts say.
  const hasParts = details.some(([field]) => field !== 'text')
  return details.flatMap(([field, words]) => (hasParts && field === 'text' ? [] : [words]))
}

function isSame(a: unknown, b: unknown): boolean {
  return stableHash([a]) === stableHash([b])
}

/** Ids that nobody wrote: they follow from where a requirement stands. */
function isOfPlace(id: unknown): boolean {
  return typeof id === 'string' && /^(?:functional|quality|constraint)-\d+$/.test(id)
}

function namesIn(ids: unknown, nameOf: (id: string) => string): string {
  return Array.isArray(ids) ? ids.map((id) => nameOf(String(id))).join(', ') : ''
}
