/** What can be put on the board, as the palette, quick insert and the menu of neighbours offer it. */
import { boundaryTypes, isBoundaryType, type BoundaryType } from '#shared/design/vocabulary.ts'
import type { EdgeType } from '#shared/design/vocabulary.ts'
import { kindGroups, type KindGroup, type PaletteKind } from '#shared/kinds/define-kind.ts'
import { palette } from '#shared/kinds/palette.ts'
import type { PaletteMatch } from '#client/lib/use-kind-search.ts'
import { likelyNeighbours } from '../insert/likely-neighbours.ts'

export interface ComponentChoice {
  readonly type: 'component'
  readonly key: string
  readonly title: string
  /** Beside the title: the kind when the title is a product. */
  readonly detail: string
  readonly kind: PaletteKind
  readonly technology: string
  readonly edge?: EdgeType
}

export interface BoundaryChoice {
  readonly type: 'boundary'
  readonly key: string
  readonly title: string
  readonly detail: string
  readonly boundaryType: BoundaryType
}

export type Choice = ComponentChoice | BoundaryChoice

export interface ChoiceSection {
  readonly title: string
  readonly choices: readonly Choice[]
}

export function choiceOf(kind: PaletteKind, edge?: EdgeType): ComponentChoice {
  const base = { type: 'component', key: kind.id, title: kind.title, detail: '' } as const
  return { ...base, kind, technology: '', ...(edge === undefined ? {} : { edge }) }
}

/** Everything, by family, with what was used last in front. */
export function paletteSections(recent: readonly string[]): readonly ChoiceSection[] {
  const byKey = new Map([...palette.map((kind) => choiceOf(kind)), ...boundaries].map(keyed))
  const used = recent.flatMap((key) => byKey.get(key) ?? [])
  const families = Object.keys(kindGroups).filter(isKindGroup)
  const sections = [
    {
      title: 'Recent',
      choices: used.map((choice) => ({ ...choice, key: `recent:${choice.key}` })),
    },
    ...families.map((group) => ({
      title: kindGroups[group],
      choices: palette.filter((kind) => kind.group === group).map((kind) => choiceOf(kind)),
    })),
    { title: 'Boundaries', choices: boundaries },
  ]
  return sections.filter((section) => section.choices.length > 0)
}

/** The kinds that a query found, best first, and the boundaries that are called so. */
export function foundChoices(
  matches: readonly PaletteMatch[],
  query: string,
  withBoundaries: boolean,
): readonly Choice[] {
  const found = matches.map(({ kind, label, technology = '' }): ComponentChoice => ({
    type: 'component',
    key: `${kind.id}:${technology}`,
    title: label,
    detail: label === kind.title ? '' : kind.title,
    kind,
    technology,
  }))
  if (!withBoundaries) return found
  const word = query.trim().toLowerCase()
  return [...found, ...boundaries.filter(({ title }) => title.toLowerCase().includes(word))]
}

export function neighbourSections(from: PaletteKind): readonly ChoiceSection[] {
  const likely = likelyNeighbours(from, palette)
  const choices = likely.map(({ kind, edge }) => choiceOf(kind, edge))
  return choices.length > 0
    ? [{ title: `Usual after ${from.title}`, choices }]
    : paletteSections([])
}

const boundaries: readonly BoundaryChoice[] = Object.keys(boundaryTypes)
  .filter(isBoundaryType)
  .map((boundaryType) => ({
    type: 'boundary',
    key: `boundary:${boundaryType}`,
    title: boundaryTypes[boundaryType].title,
    detail: '',
    boundaryType,
  }))

function keyed(choice: Choice): readonly [string, Choice] {
  return [choice.key, choice]
}

function isKindGroup(group: string): group is KindGroup {
  return Object.hasOwn(kindGroups, group)
}
