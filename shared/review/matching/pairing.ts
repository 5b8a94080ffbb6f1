/** Pairs things of two designs, surest evidence first; what is paired once stays so. */

interface Named {
  readonly id: string
}

/** What a thing is recognised by; nothing where it has no such mark. */
export type KeyOf<T> = (thing: T) => string | undefined

export class Pairing<T extends Named> {
  /** Ids of the later design → ids of the earlier one. */
  readonly found = new Map<string, string>()
  private readonly taken = new Set<string>()

  constructor(
    readonly before: readonly T[],
    readonly after: readonly T[],
  ) {}

  get openBefore(): readonly T[] {
    return this.before.filter(({ id }) => !this.taken.has(id))
  }

  get openAfter(): readonly T[] {
    return this.after.filter(({ id }) => !this.found.has(id))
  }

  /** Does nothing where one of both is paired already. */
  pair(afterId: string, beforeId: string): void {
    if (this.found.has(afterId) || this.taken.has(beforeId)) return
    this.found.set(afterId, beforeId)
    this.taken.add(beforeId)
  }

  byId(isTrusted: (before: T, after: T) => boolean = () => true): void {
    const known = new Map(this.openBefore.map((thing) => [thing.id, thing]))
    for (const thing of this.openAfter) {
      const same = known.get(thing.id)
      if (same !== undefined && isTrusted(same, thing)) this.pair(thing.id, same.id)
    }
  }

  /** `names`: id of the earlier thing → what the later one may be called instead. */
  byName(names: ReadonlyMap<string, string>): void {
    const named = new Map([...names].map(([id, name]) => [name, id]))
    for (const { id } of this.openAfter) {
      const found = named.get(id)
      if (found !== undefined) this.pair(id, found)
    }
  }

  /** Of several with one key, the first is the first only while there are as many as before, up to `most`. */
  byKey(keyOf: KeyOf<T>, most = Number.POSITIVE_INFINITY): void {
    const before = grouped(this.openBefore, keyOf)
    for (const [key, things] of grouped(this.openAfter, keyOf)) {
      const others = before.get(key) ?? []
      if (things.length !== others.length || things.length > most) continue
      for (const [i, { id }] of things.entries()) this.pair(id, others[i]?.id ?? id)
    }
  }
}

/** Labels that differ in case or spacing alone are one. */
export function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim()
}

function grouped<T>(things: readonly T[], keyOf: KeyOf<T>): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    if (key === undefined) continue
    const list = found.get(key)
    if (list === undefined) found.set(key, [thing])
    else list.push(thing)
  }
  return found
}
