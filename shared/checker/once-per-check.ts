import type { CheckContext } from './define-rule.ts'

/**
 * A look-up that several rules need, made once for each check. It is forgotten with the check's context,
 * so nothing is carried from one design to the next.
 */
export function oncePerCheck<T>(look: (context: CheckContext) => T): (context: CheckContext) => T {
  const known = new WeakMap<CheckContext, { readonly value: T }>()
  return (context) => {
    const seen = known.get(context)
    if (seen !== undefined) return seen.value
    const value = look(context)
    known.set(context, { value })
    return value
  }
}

/** What a look-up may find; no answer is an answer to be looked up again. */
type Found = object | string | number | boolean

/** The same for a question about one thing at a time: a component, an arrow, a pattern. */
export function oncePerThing<K, T extends Found>(
  look: (context: CheckContext, thing: K) => T,
): (context: CheckContext, thing: K) => T {
  const answers = oncePerCheck(() => new Map<K, T>())
  return (context, thing) => {
    const known = answers(context)
    const seen = known.get(thing)
    if (seen !== undefined) return seen
    const value = look(context, thing)
    known.set(thing, value)
    return value
  }
}
