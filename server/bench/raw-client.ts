/**
 * A WebSocket client that costs little: it reads frames from one shared buffer and hands over their
 * bytes without copying or building a document.
 */
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

export interface RawClientEvents {
  open(client: RawClient): void
  /** Bytes `from` to `to` hold whole messages and their headers; only valid during the call. */
  region(client: RawClient, bytes: Buffer, from: number, to: number): void
  closed(client: RawClient): void
}

const shared = Buffer.allocUnsafeSlow(256 * 1024)

export class RawClient {
  readonly index: number
  isClosed = false
  private readonly socket: Socket
  private readonly events: RawClientEvents
  private head: string | undefined = ''
  /** The beginning of a message whose end has not come. */
  private rest: Buffer[] = []
  private restLength = 0
  private needed = 0

  constructor(url: URL, index: number, headers: readonly string[], events: RawClientEvents) {
    this.index = index
    this.events = events
    this.socket = connect({
      host: url.hostname,
      port: Number(url.port),
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (length) => {
          this.receive(shared, length)
          return true
        },
      },
    })
    this.socket.on('connect', () => this.socket.write(request(url, headers)))
    this.socket.on('error', () => this.socket.destroy())
    this.socket.on('close', () => {
      this.isClosed = true
      events.closed(this)
    })
  }

  send(payload: Uint8Array): void {
    if (!this.isClosed) this.socket.write(maskedFrame(payload))
  }

  close(): void {
    this.socket.destroy()
  }

  private receive(buffer: Buffer, length: number): void {
    if (this.head !== undefined) {
      this.shake(buffer.subarray(0, length))
      return
    }
    if (this.restLength === 0) {
      this.parse(buffer, length)
      return
    }
    this.rest.push(Buffer.from(buffer.subarray(0, length)))
    this.restLength += length
    if (this.restLength < this.needed) return
    const whole = Buffer.concat(this.rest, this.restLength)
    this.rest = []
    this.restLength = 0
    this.parse(whole, whole.length)
  }

  private shake(bytes: Buffer): void {
    this.head += bytes.toString('latin1')
    const end = this.head?.indexOf('\r\n\r\n') ?? -1
    if (end < 0 || this.head === undefined) return
    const rest = Buffer.from(this.head.slice(end + 4), 'latin1')
    if (!this.head.startsWith('HTTP/1.1 101')) {
      this.socket.destroy()
      return
    }
    this.head = undefined
    this.events.open(this)
    if (rest.length > 0) this.receive(rest, rest.length)
  }

  private parse(bytes: Buffer, length: number): void {
    let at = 0
    while (at < length) {
      const size = messageSize(bytes, at, length)
      if (at + size > length) {
        this.rest = [Buffer.from(bytes.subarray(at, length))]
        this.restLength = length - at
        this.needed = size
        break
      }
      const opcode = (bytes[at] ?? 0) & 15
      if (opcode === 9) this.socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0]))
      if (opcode === 8) this.socket.end()
      at += size
    }
    if (at > 0) this.events.region(this, bytes, 0, at)
  }
}

/** Bytes of header and message; more than there are when that cannot be told yet. */
function messageSize(bytes: Buffer, at: number, length: number): number {
  if (length - at < 2) return 2
  const short = (bytes[at + 1] ?? 0) & 127
  if (short < 126) return 2 + short
  if (short === 126) return length - at < 4 ? 4 : 4 + bytes.readUInt16BE(at + 2)
  return length - at < 10 ? 10 : 10 + bytes.readUInt32BE(at + 6)
}

function maskedFrame(payload: Uint8Array): Buffer {
  const header = payload.length < 126 ? 6 : payload.length < 65_536 ? 8 : 14
  const frame = Buffer.alloc(header + payload.length)
  frame[0] = 0x82
  if (header === 6) frame[1] = 0x80 | payload.length
  else if (header === 8) {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(payload.length, 2)
  } else {
    frame[1] = 0x80 | 127
    frame.writeUInt32BE(payload.length, 6)
  }
  frame.set(payload, header)
  return frame
}

function request(url: URL, headers: readonly string[]): string {
  return [
    `GET ${url.pathname} HTTP/1.1`,
    `Host: ${url.host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    ...headers,
    '\r\n',
  ].join('\r\n')
}
