/** The differences of two lists whose items have no ids of their own, so that one gives the other back. */
import { stableHash } from '#shared/checker/stable-hash.ts'
import { likenessTable } from './matching/likeness.ts'

export interface PlacedItem<T> {
  /** Position in its own list, from 0. */
  readonly at: number
  readonly item: T
}

export interface ChangedItem<T> {
  /** Position in the earlier list. */
  readonly at: number
  /** Position in the later list. */
  readonly now: number
  readonly from: T
  readonly to: T
}

export interface ListDiff<T> {
  readonly added: readonly PlacedItem<T>[]
  readonly removed: readonly PlacedItem<T>[]
  readonly changed: readonly ChangedItem<T>[]
  /** Places among the earlier items that stay, in their later order; absent where that is the same. */
  readonly order?: readonly number[]
}

export interface ItemMarks<T> {
  /** What an item is called, the surest name first. */
  readonly keys: readonly ((item: T) => string)[]
  /** Its words, by which an item without a lasting name is found again. */
  readonly text: (item: T) => string
}

const leastLikeness = 0.5

/** `translated`: the earlier items as they read under later ids; an item is changed where that differs. */
export function diffLists<T>(
  [before, translated]: readonly [readonly T[], readonly T[]],
  after: readonly T[],
  marks: ItemMarks<T>,
): ListDiff<T> {
  const earlier = matchItems(translated, after, marks)
  const kept = [...earlier.values()].toSorted((a, b) => a - b)
  const order = [...earlier.keys()]
    .toSorted((a, b) => a - b)
    .map((now) => kept.indexOf(earlier.get(now) ?? -1))
  const staying = new Set(kept)
  return {
    added: placed(after).filter(({ at }) => !earlier.has(at)),
    removed: placed(before).filter(({ at }) => !staying.has(at)),
    changed: placed(after).flatMap(({ at: now, item: to }) => {
      const at = earlier.get(now) ?? -1
      const [from, old] = [before[at], translated[at]]
      if (from === undefined || stableHash(old) === stableHash(to)) return []
      return [{ at, now, from, to }]
    }),
    ...(order.every((place, i) => place === i) ? {} : { order }),
  }
}

/** The later list of an earlier one, which already has its later ids. */
export function applyList<T>(items: readonly T[], diff: ListDiff<T>): readonly T[] {
  const changed = new Map(diff.changed.map(({ at, to }) => [at, to]))
  const removed = new Set(diff.removed.map(({ at }) => at))
  const kept = placed(items).filter(({ at }) => !removed.has(at))
  const ordered = diff.order === undefined ? kept : sorted(kept, diff.order)
  const result = ordered.map(({ at, item }) => changed.get(at) ?? item)
  for (const { at, item } of diff.added) result.splice(at, 0, item)
  return result
}

function sorted<T>(items: readonly T[], order: readonly number[]): readonly T[] {
  return order.flatMap((place) => items.slice(place, place + 1))
}

/** The way back. */
export function invertList<T>({ added, removed, changed, order }: ListDiff<T>): ListDiff<T> {
  return {
    added: removed,
    removed: added,
    changed: changed.map(({ at, now, from, to }) => ({ at: now, now: at, from: to, to: from })),
    ...(order === undefined ? {} : { order: order.map((_, place) => order.indexOf(place)) }),
  }
}

export function hasSameItems<T>({ added, removed, changed }: ListDiff<T>): boolean {
  return added.length + removed.length + changed.length === 0
}

function placed<T>(items: readonly T[]): readonly PlacedItem<T>[] {
  return items.map((item, at) => ({ at, item }))
}

/** Positions in the later list → positions in the earlier one. */
function matchItems<T>(
  before: readonly T[],
  after: readonly T[],
  { keys, text }: ItemMarks<T>,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const taken = new Set<number>()
  const pair = (now: number, old: number) => {
    if (found.has(now) || taken.has(old)) return
    found.set(now, old)
    taken.add(old)
  }
  for (const key of [stableHash, text, ...keys]) {
    const open = placesByKey(before, key, taken)
    for (const [now, item] of after.entries()) {
      const old = key(item) === '' || found.has(now) ? undefined : open.get(key(item))?.shift()
      if (old !== undefined) pair(now, old)
    }
  }
  for (const [now, old] of alikePairs(before.map(text), after.map(text))) pair(now, old)
  return found
}

function placesByKey<T>(
  items: readonly T[],
  key: (item: T) => string,
  taken: ReadonlySet<number>,
): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, item] of items.entries()) {
    if (!taken.has(at)) places.set(key(item), [...(places.get(key(item)) ?? []), at])
  }
  return places
}

function alikePairs(
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const pairs = likenessTable(before, after).flatMap((row, now) =>
    [...row].map((likeness, old) => ({ likeness, now, old })),
  )
  return pairs
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ now, old }) => [now, old] as const)
}
