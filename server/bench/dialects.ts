/** How a server wants to be spoken to. A message is y-websocket's: a type and its body. */
import * as encoding from 'lib0/encoding'

export interface Dialect {
  /** What a member says first; the answer to the last of it holds the document. Empty where none comes. */
  greetings(room: number): readonly Uint8Array[]
  wrap(room: number, message: Uint8Array): Uint8Array
  /** Whether the message at `at` holds the document. */
  isAnswer(bytes: Buffer, at: number): boolean
}

const sync = 0
const step2 = 1
const emptyStep1 = Uint8Array.of(sync, 0, 1, 0)

/** The protocol of y-websocket: one document a socket. */
export const plain: Dialect = {
  greetings: () => [emptyStep1],
  wrap: (_room, message) => message,
  isAnswer: (bytes, at) => bytes[at] === sync && bytes[at + 1] === step2,
}

/** A relay passes on and never answers. */
export const relay: Dialect = { ...plain, greetings: () => [] }

const auth = 2
const token = 0
const syncReply = 4

/** Hocuspocus: the document's name before each message, and a token before all of them. */
export const hocuspocus: Dialect = {
  greetings: (room) => {
    const pass = encoding.createEncoder()
    encoding.writeVarUint(pass, auth)
    encoding.writeVarUint(pass, token)
    encoding.writeVarString(pass, 'anybody')
    return [encoding.toUint8Array(pass), emptyStep1].map((message) => named(room, message))
  },
  wrap: named,
  isAnswer(bytes, at) {
    const type = at + 1 + (bytes[at] ?? 0)
    return [sync, syncReply].includes(bytes[type] ?? -1) && bytes[type + 1] === step2
  },
}

function named(room: number, message: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, `room-${room}`)
  encoding.writeUint8Array(encoder, message)
  return encoding.toUint8Array(encoder)
}
