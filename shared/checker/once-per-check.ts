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
