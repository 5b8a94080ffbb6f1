/** Keys of what this person placed last, kept in this browser. */
const storageKey = 'loadbearing:recent-components'
const mostKept = 6

export function readRecent(): readonly string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : []
  } catch {
    return []
  }
}

export function keepRecent(key: string): void {
  const recent = [key, ...readRecent().filter((each) => each !== key)].slice(0, mostKept)
  try {
    localStorage.setItem(storageKey, JSON.stringify(recent))
  } catch {
    // A browser that keeps nothing still draws.
    return
  }
}
