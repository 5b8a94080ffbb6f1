/** The few questions about items that the public interface of Yjs does not answer. It writes nothing. */
/* oxlint-disable no-underscore-dangle -- Yjs names its internals so */
import type * as Y from 'yjs'

/** A shared type as a transaction names it. */
export type TouchedType = Parameters<Y.Transaction['changed']['has']>[0]

/** Which item holds a key's value now. */
export function idAt(map: Y.Map<unknown>, key: string): Y.ID | undefined {
  return map._map.get(key)?.id
}

/** The items that hold the values of a map now. */
export function idsIn(map: Y.Map<unknown>): Y.ID[] {
  return Array.from(map._map.values(), (item) => item.id)
}

/** The key of `root` under which a type lies, at whatever depth. */
export function keyAbove(root: Y.Map<unknown>, type: TouchedType): string | undefined {
  let item = type._item
  while (item !== null) {
    if (item.parent === root) return item.parentSub ?? undefined
    item = isType(item.parent) ? item.parent._item : null
  }
  return undefined
}

function isType(parent: Y.Item['parent']): parent is TouchedType {
  return parent !== null && typeof parent === 'object' && '_item' in parent
}
