/** Runs a change as one transaction and tells what it wrote, as bytes and as a transaction. */
import type * as Y from 'yjs'

export interface Captured<T> {
  readonly result: T
  /** `undefined` when nothing was written. */
  readonly update: Uint8Array | undefined
  readonly transaction: Y.Transaction
}

export function captureUpdate<T>(
  doc: Y.Doc,
  origin: string,
  change: (transaction: Y.Transaction) => T,
): Captured<T> {
  let update: Uint8Array | undefined
  const listen = (bytes: Uint8Array): void => {
    update = bytes
  }
  doc.on('update', listen)
  try {
    return doc.transact((transaction) => {
      const result = change(transaction)
      return {
        result,
        transaction,
        get update() {
          return update
        },
      }
    }, origin)
  } finally {
    doc.off('update', listen)
  }
}
