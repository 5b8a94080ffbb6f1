/**
 * The few questions about items that the public interface of Yjs does not answer. It changes nothing that
 * a document says.
 */
/* oxlint-disable no-underscore-dangle -- Yjs names its internals so */
import * as Y from 'yjs'

/** A shared type as a transaction names it. */
export type TouchedType = Parameters<Y.Transaction['changed']['has']>[0]

/** Which item holds a key's value now. */
export function idAt(map: Y.Map<unknown>, key: string): Y.ID | undefined {
  return map._map.get(key)?.id
}

/** Whether one of these items (client and clock by turns) holds a value of a map now. */
export function holdsValueOf(map: Y.Map<unknown>, items: readonly number[]): boolean {
  for (const { id } of map._map.values()) {
    for (let at = 0; at < items.length; at += 2) {
      if (items[at] === id.client && items[at + 1] === id.clock) return true
    }
  }
  return false
}

/**
 * Yjs reads a value into a list that has room for many, and nearly always it stays the only one. Gives
 * back the room of what a client wrote from a clock on: it is a tenth of what a board takes.
 */
export function trimValues(doc: Y.Doc, client: number, from: number): void {
  const structs = doc.store.clients.get(client) ?? []
  for (let at = structs.length - 1; at >= 0; at--) {
    const struct = structs[at]
    if (struct === undefined || struct.id.clock < from) return
    const content = struct instanceof Y.Item ? struct.content : undefined
    if (content instanceof Y.ContentAny) content.arr = [...content.arr]
  }
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
