/**
 * The messages of the y-websocket protocol, read from bytes and written into WebSocket frames. It knows
 * neither rooms nor rights.
 */
import * as decoding from 'lib0/decoding'
import { headerSize, writeHeader } from './frame.ts'

const messageSync = 0
const messageAwareness = 1
const messageAuth = 2
const messageQueryAwareness = 3
const syncStep1 = 0
const syncStep2 = 1
const syncUpdate = 2

export type ClientMessage =
  | { readonly type: 'step1' | 'step2' | 'update' | 'awareness'; readonly bytes: Uint8Array }
  | { readonly type: 'query-awareness' | 'auth' }

/** What a client sent; `undefined` when it is not a message of the protocol. */
export function readMessage(bytes: Uint8Array): ClientMessage | undefined {
  try {
    return parseMessage(decoding.createDecoder(bytes))
  } catch {
    return undefined
  }
}

function parseMessage(decoder: decoding.Decoder): ClientMessage | undefined {
  switch (decoding.readVarUint(decoder)) {
    case messageSync:
      return parseSync(decoder)
    case messageAwareness:
      return { type: 'awareness', bytes: decoding.readVarUint8Array(decoder) }
    case messageQueryAwareness:
      return { type: 'query-awareness' }
    case messageAuth:
      return { type: 'auth' }
    default:
      return undefined
  }
}

function parseSync(decoder: decoding.Decoder): ClientMessage | undefined {
  const kind = decoding.readVarUint(decoder)
  if (kind > syncUpdate) return undefined
  const bytes = decoding.readVarUint8Array(decoder)
  const type = kind === syncStep1 ? 'step1' : kind === syncStep2 ? 'step2' : 'update'
  return { type, bytes }
}

/** The server's state vector: asks for what the client has beyond it. */
export function writeStep1(stateVector: Uint8Array): Buffer {
  return writeFrame([messageSync, syncStep1], stateVector)
}

export function writeStep2(update: Uint8Array): Buffer {
  return writeFrame([messageSync, syncStep2], update)
}

export function writeUpdate(update: Uint8Array): Buffer {
  return writeFrame([messageSync, syncUpdate], update)
}

/** Raw entries (client id, clock, state) in one awareness message. */
export function writeAwareness(entries: readonly Uint8Array[]): Buffer {
  let length = varUintSize(entries.length)
  for (const entry of entries) length += entry.length
  const body = Buffer.allocUnsafe(length)
  let offset = writeVarUint(body, 0, entries.length)
  for (const entry of entries) {
    body.set(entry, offset)
    offset += entry.length
  }
  return writeFrame([messageAwareness], body)
}

function writeFrame(kind: readonly number[], body: Uint8Array): Buffer {
  const length = kind.length + varUintSize(body.length) + body.length
  const frame = Buffer.allocUnsafe(headerSize(length) + length)
  let offset = writeHeader(frame, 0, length)
  for (const byte of kind) frame[offset++] = byte
  offset = writeVarUint(frame, offset, body.length)
  frame.set(body, offset)
  return frame
}

/** Bytes that a number takes as a variable-length integer. */
export function varUintSize(value: number): number {
  let size = 1
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) size++
  return size
}

/** Writes a variable-length integer; answers the offset after it. */
export function writeVarUint(target: Uint8Array, offset: number, value: number): number {
  let rest = value
  let at = offset
  while (rest > 127) {
    target[at++] = (rest & 127) | 128
    rest = Math.floor(rest / 128)
  }
  target[at++] = rest
  return at
}
