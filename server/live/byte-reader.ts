/**
 * Walks over bytes in the encoding of lib0 without building values. Throws {@link UnreadableBytes} where
 * the bytes do not hold what is asked for.
 */
import { isUtf8 } from 'node:buffer'

export class UnreadableBytes extends Error {}

const deepestValue = 64
/** Values of a known size: null, undefined, true and false, numbers of 4 and 8 bytes. */
const fixedSizes = new Map([
  [126, 0],
  [127, 0],
  [120, 0],
  [121, 0],
  [124, 4],
  [123, 8],
  [122, 8],
])

export class ByteReader {
  readonly bytes: Uint8Array
  position = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  byte(): number {
    const byte = this.bytes[this.position++]
    if (byte === undefined) throw new UnreadableBytes('The bytes end too soon')
    return byte
  }

  varUint(): number {
    const first = this.byte()
    if (first < 128) return first
    let value = first & 127
    let factor = 128
    for (;;) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (value > Number.MAX_SAFE_INTEGER) throw new UnreadableBytes('The number is too large')
      if (byte < 128) return value
      factor *= 128
    }
  }

  skip(length: number): void {
    this.position += length
    if (this.position > this.bytes.length) throw new UnreadableBytes('The bytes end too soon')
  }

  /** Skips a text; answers its length in UTF-16 units, as Yjs counts. */
  text(): number {
    const length = this.varUint()
    const start = this.position
    this.skip(length)
    const end = this.position
    const { bytes } = this
    for (let at = start; at < end; at++) {
      if ((bytes[at] ?? 0) > 127) return unitsOf(bytes.subarray(start, end))
    }
    return length
  }

  string(): string {
    const start = this.position
    const length = this.varUint()
    const from = this.position
    this.position = start
    this.text()
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + from, length).toString('utf8')
  }

  /** Skips a value as `writeAny` of lib0 writes it. */
  any(depth = 0): void {
    if (depth > deepestValue) throw new UnreadableBytes('The value is nested too deep')
    const type = this.byte()
    const size = fixedSizes.get(type)
    if (size !== undefined) this.skip(size)
    else if (type === 125) this.varInt()
    else if (type === 119) this.text()
    else if (type === 116) this.skip(this.varUint())
    else if (type === 117 || type === 118) this.nested(type === 118, depth)
    else throw new UnreadableBytes('Not a value')
  }

  private nested(isObject: boolean, depth: number): void {
    for (let left = this.varUint(); left > 0; left--) {
      if (isObject) this.text()
      this.any(depth + 1)
    }
  }

  private varInt(): void {
    for (let read = 0; this.byte() > 127; read++) {
      if (read > 8) throw new UnreadableBytes('The number is too large')
    }
  }
}

function unitsOf(text: Uint8Array): number {
  if (!isUtf8(text)) throw new UnreadableBytes('The text is not UTF-8')
  let units = 0
  for (const byte of text) {
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
  }
  return units
}
