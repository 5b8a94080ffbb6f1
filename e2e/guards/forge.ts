/** Updates that no honest client would make: built on a copy of what somebody sees. */
import * as Y from 'yjs'

/** What `change` writes on a copy of `from`, in the name of `client`; nothing of the copy comes along. */
export function forge(from: Y.Doc, change: (doc: Y.Doc) => void, client?: number): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  if (client !== undefined) doc.clientID = client
  const before = Y.encodeStateVector(doc)
  doc.transact(() => change(doc))
  return Y.encodeStateAsUpdate(doc, before)
}

/** An update that builds on another one, which is kept back. */
export function withoutItsGround(client: number, from: Y.Doc): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(from))
  doc.clientID = client
  doc.getMap('records').set('shape:ground', new Y.Map())
  const before = Y.encodeStateVector(doc)
  doc.getMap('records').set('shape:above', new Y.Map())
  return Y.encodeStateAsUpdate(doc, before)
}

/** Changes a record that is there. */
export function change(id: string, key: string, value: unknown): (doc: Y.Doc) => void {
  return (doc) => {
    const map = doc.getMap('records').get(id)
    if (!(map instanceof Y.Map)) throw new Error(`No record ${id}`)
    map.set(key, value)
  }
}
