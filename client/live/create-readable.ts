/** A value that tells when it changed; setting what it already is tells nothing. */
import type { Readable } from './session.ts'

export interface Writable<T> extends Readable<T> {
  set(value: T): void
}

export function createReadable<T>(
  first: T,
  isSame: (a: T, b: T) => boolean = Object.is,
): Writable<T> {
  let current = first
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: (value) => {
      if (isSame(current, value)) return
      current = value
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
