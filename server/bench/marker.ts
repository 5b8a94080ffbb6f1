/**
 * A time stamp that survives every encoding: 24 ASCII characters inside a record or a presence. Receivers
 * find it in raw bytes, so that measuring costs less than what is measured.
 */
export type MarkerKind = 'T' | 'A'
export const markerLength = 24

export interface Marker {
  readonly isPresence: boolean
  readonly sentAt: number
  readonly writer: number
}

export function nowMicros(): number {
  return Math.floor(performance.now() * 1000)
}

export function printMarker(kind: MarkerKind, writer: number, sequence: number): string {
  const at = String(nowMicros()).padStart(10, '0')
  return `~@${kind}${at}${String(writer).padStart(4, '0')}${String(sequence).padStart(7, '0')}`
}

const tilde = 126
const at = 64
const presence = 65

/** Calls `found` for every marker in the bytes. */
export function scanMarkers(
  bytes: Buffer,
  from: number,
  to: number,
  found: (isPresence: boolean, sentAt: number, writer: number) => void,
): void {
  let position = from
  for (;;) {
    position = bytes.indexOf(tilde, position)
    if (position < 0 || position + markerLength > to) return
    if (bytes[position + 1] !== at) {
      position++
      continue
    }
    const sentAt = digits(bytes, position + 3, 10)
    found(bytes[position + 2] === presence, sentAt, digits(bytes, position + 13, 4))
    position += markerLength
  }
}

function digits(bytes: Buffer, from: number, length: number): number {
  let value = 0
  for (let index = from; index < from + length; index++) {
    value = value * 10 + (bytes[index] ?? 48) - 48
  }
  return value
}
