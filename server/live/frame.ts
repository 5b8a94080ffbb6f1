/**
 * WebSocket framing for what goes to many sockets: the header is written once and the same bytes go to
 * each. Only whole binary messages; control frames stay with the `ws` package.
 */
const finalBinary = 0x82

/** Bytes that the header of a message of this size takes. */
export function headerSize(length: number): number {
  return length < 126 ? 2 : length < 65_536 ? 4 : 10
}

/** Writes the header of a message at `offset`; answers the offset after it. */
export function writeHeader(target: Buffer, offset: number, length: number): number {
  target[offset] = finalBinary
  if (length < 126) {
    target[offset + 1] = length
  } else if (length < 65_536) {
    target[offset + 1] = 126
    target.writeUInt16BE(length, offset + 2)
  } else {
    target[offset + 1] = 127
    target.writeUInt32BE(0, offset + 2)
    target.writeUInt32BE(length, offset + 6)
  }
  return offset + headerSize(length)
}

/** A whole message, ready for the wire. */
export function frameMessage(payload: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(headerSize(payload.length) + payload.length)
  frame.set(payload, writeHeader(frame, 0, payload.length))
  return frame
}
