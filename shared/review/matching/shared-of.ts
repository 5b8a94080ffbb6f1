const none: ReadonlySet<string> = new Set()

/** What two sets have in common, as a share of all that is in them (P. Jaccard, 1912); 0 for empty sets. */
export function sharedOf(a = none, b = none): number {
  let common = 0
  for (const one of a) if (b.has(one)) common += 1
  const all = a.size + b.size - common
  return all === 0 ? 0 : common / all
}
