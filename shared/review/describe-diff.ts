/** A difference in words: what was drawn, what was said and the numbers. */
import type { Design, DesignEdge } from '#shared/design/design.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import type { DesignDiff, StructuralChange } from './design-diff.ts'
import { describeAnswers } from './describe-answers.ts'
import { describeScale } from './describe-scale.ts'
import { natures, type DiffEntry, type Nature } from './diff-entry.ts'
import type { FieldChange, Rename } from './graph-changes.ts'
import { propertyName, referenceOf, type Thing, type What } from './thing-fields.ts'
import { arrow, quoted, wordsOf } from './words.ts'

interface Naming {
  name(what: What, id: string): string
}

/** In chapters, each in the order of the difference. Moves are not among them. */
export function describeDiff(
  diff: DesignDiff,
  before: Design,
  after: Design,
): readonly DiffEntry[] {
  const names = { before: namingOf(before), after: namingOf(after) }
  const drawn = things(diff.graph).map((changes) => entryOf(changes, diff, names))
  const chapters = ['Components', 'Arrows', 'Boundaries'] as const
  return [
    ...chapters.flatMap((chapter) => drawn.filter((entry) => entry.chapter === chapter)),
    ...describeAnswers(diff.answers, {
      before: (id) => names.before.name('node', id),
      after: (id) => names.after.name('node', id),
    }),
    ...describeScale(diff.scale),
  ]
}

/** Changes of one thing together, in the order of its first one. */
function things(changes: readonly StructuralChange[]): readonly (readonly StructuralChange[])[] {
  const found = new Map<string, StructuralChange[]>()
  for (const change of changes) {
    const key = 'thing' in change ? `${change.change} ${change.thing.id}` : `kept ${change.id}`
    const name = `${change.what} ${key}`
    found.set(name, [...(found.get(name) ?? []), change])
  }
  return [...found.values()]
}

interface Names {
  readonly before: Naming
  readonly after: Naming
}

function entryOf(changes: readonly StructuralChange[], diff: DesignDiff, names: Names): DiffEntry {
  const [first] = changes
  if (first !== undefined && 'thing' in first) return wholeEntry(first, names)
  const kept = changes.flatMap((change) => ('thing' in change ? [] : [change]))
  const { what, id } = kept[0] ?? { what: 'node' as const, id: '' }
  const part = what === 'node' ? 'nodes' : what === 'edge' ? 'edges' : 'groups'
  const laterId = diff.renumbered[part].find(([old]) => old === id)?.[1] ?? id
  const found = new Set(kept.map(natureOf))
  return {
    chapter: chapterOf(what),
    natures: natures.filter((nature) => found.has(nature)),
    earlierId: id,
    laterId,
    title: names.after.name(what, laterId),
    details: kept.map((change) => detailOf(change, names)),
  }
}

function wholeEntry(change: StructuralChange & Thing, { before, after }: Names): DiffEntry {
  const { what, thing } = change
  const isAdded = change.change === 'added'
  const title = (isAdded ? after : before).name(what, thing.id)
  const kind = 'kind' in thing ? findKind(thing.kind).title : ''
  return {
    chapter: chapterOf(what),
    natures: [isAdded ? 'added' : 'removed'],
    ...(isAdded ? { laterId: thing.id } : { earlierId: thing.id }),
    title: kind === '' || kind === title ? title : `${title} (${kind})`,
    details: [],
  }
}

function chapterOf(what: What): 'Components' | 'Arrows' | 'Boundaries' {
  return what === 'node' ? 'Components' : what === 'edge' ? 'Arrows' : 'Boundaries'
}

function natureOf(change: FieldChange | Rename): Nature {
  if (change.change === 'renamed') return change.what === 'edge' ? 'changed' : 'renamed'
  switch (`${change.what} ${change.field}`) {
    case 'node kind':
    case 'group type':
    case 'edge type':
      return 'retyped'
    case 'edge from':
    case 'edge to':
      return 'rewired'
    case 'node groupId':
    case 'group parentId':
      return 'relocated'
    default:
      return 'changed'
  }
}

function detailOf(change: FieldChange | Rename, names: Names): string {
  const { what, from, to } = change
  if (change.change === 'renamed') {
    return what === 'edge' ? `label: ${arrow(from, to)}` : `renamed from ${quoted(change.from)}`
  }
  const { field } = change
  const things = referenceOf(what, field)
  if (things !== undefined)
    return referenceDetail(change, things === 'nodes' ? 'node' : 'group', names)
  if (what === 'node' && field === 'kind') {
    return `kind: ${arrow(findKind(String(from)).title, findKind(String(to)).title)}`
  }
  return `${wordsOf(propertyName(what, field) ?? field)}: ${arrow(from, to)}`
}

function referenceDetail(
  { field, from, to }: FieldChange,
  what: 'node' | 'group',
  { before, after }: Names,
): string {
  const was = from === undefined ? undefined : before.name(what, String(from))
  const is = to === undefined ? undefined : after.name(what, String(to))
  return `${what === 'group' ? 'boundary' : field}: ${arrow(was, is)}`
}

function namingOf({ graph }: Design): Naming {
  const nodes = new Map(graph.nodes.map((one) => [one.id, one.label || findKind(one.kind).title]))
  const groups = new Map(graph.groups.map((one) => [one.id, one.label || one.type]))
  const edges = new Map(graph.edges.map((one) => [one.id, one]))
  const ofNode = (id: string) => nodes.get(id) ?? id
  const ofEdge = ({ from, to, label, protocol }: DesignEdge) => {
    const said = label || protocol
    return `${ofNode(from)} → ${ofNode(to)}${said === '' ? '' : ` (${said})`}`
  }
  return {
    name(what, id) {
      if (what === 'node') return ofNode(id)
      if (what === 'group') return groups.get(id) ?? id
      const edge = edges.get(id)
      return edge === undefined ? id : ofEdge(edge)
    },
  }
}
