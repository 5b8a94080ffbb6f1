/**
 * Reads what a connection says about presence and keeps only what it may say: its own client id, a state
 * of bounded size that is JSON and names no other person. Everything else is left out silently, since
 * every y-websocket client repeats what it hears about others.
 */
import { maxPresenceBytes } from '#shared/live.ts'
import { ByteReader, UnreadableBytes } from '../byte-reader.ts'

/** One client's state, as it travels: id, clock and JSON are in `bytes`. */
export interface PresenceEntry {
  readonly client: number
  readonly clock: number
  readonly isGone: boolean
  /** Copied: the frame that it came in is not kept. */
  readonly bytes: Uint8Array
}

const mostEntries = 10_000

/**
 * The entries that `isOwn` allows and that are fit to pass on; `undefined` when the message cannot be
 * read.
 */
export function guardAwareness(
  message: Uint8Array,
  personId: string,
  isOwn: (client: number, isGone: boolean) => boolean,
): readonly PresenceEntry[] | undefined {
  const reader = new ByteReader(message)
  const entries: PresenceEntry[] = []
  try {
    const count = reader.varUint()
    if (count > mostEntries) return undefined
    for (let left = count; left > 0; left--) {
      const entry = readEntry(reader, personId, isOwn)
      if (entry !== undefined) entries.push(entry)
    }
  } catch (error) {
    if (error instanceof UnreadableBytes) return undefined
    throw error
  }
  return entries
}

function readEntry(
  reader: ByteReader,
  personId: string,
  isOwn: (client: number, isGone: boolean) => boolean,
): PresenceEntry | undefined {
  const from = reader.position
  const client = reader.varUint()
  const clock = reader.varUint()
  const length = reader.varUint()
  const stateFrom = reader.position
  reader.skip(length)
  if (length > maxPresenceBytes) return undefined
  const isGone = length === 4 && textOf(reader.bytes, stateFrom, 4) === 'null'
  if (!isOwn(client, isGone)) return undefined
  if (!isGone && !isFitState(textOf(reader.bytes, stateFrom, length), personId)) return undefined
  return {
    client,
    clock,
    isGone,
    bytes: Uint8Array.from(reader.bytes.subarray(from, reader.position)),
  }
}

function isFitState(text: string, personId: string): boolean {
  const state = parseJson(text)
  if (typeof state !== 'object' || state === null || Array.isArray(state)) return false
  return !('person' in state) || state.person === personId
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function textOf(bytes: Uint8Array, from: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, length).toString('utf8')
}
