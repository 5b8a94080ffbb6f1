/**
 * Somebody with a plain y-websocket client and plain Yjs: none of our code speaks for them, so that what
 * they cannot do is the server's doing. They send what they like, in whatever form.
 */
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { until } from '#client/testing/until.ts'

export interface RawAddress {
  /** `http://host:port` */
  readonly origin: string
  /** Between host and document; `live/<board>` where it is right. */
  readonly folder: string
  readonly document: string
}

export interface RawOptions {
  readonly cookie?: string | undefined
  /** The `Origin` header; programs send none. */
  readonly from?: string
  /** A document to bring along, as after a reconnect. */
  readonly doc?: Y.Doc
}

export interface Close {
  readonly code: number
  readonly reason: string
}

const sync = 0
const awareness = 1

export class RawMember {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly closes: Close[] = []
  /** Every message as it came. */
  readonly heard: Uint8Array[] = []
  #answers = 0

  constructor({ origin, folder, document }: RawAddress, options: RawOptions = {}) {
    this.doc = options.doc ?? new Y.Doc()
    const url = `${origin.replace(/^http/, 'ws')}/${folder}`
    this.provider = new WebsocketProvider(url, document, this.doc, {
      WebSocketPolyfill: this.#socketType(options) as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    })
  }

  get records(): Y.Map<Y.Map<unknown>> {
    return this.doc.getMap('records')
  }

  get isGone(): boolean {
    return this.closes.length > 0
  }

  async synced(): Promise<this> {
    await until('a member is synced', () => this.provider.synced || this.isGone)
    if (this.isGone) throw new Error(`Closed with ${JSON.stringify(this.closes)}`)
    return this
  }

  /** Why the server closed the socket. */
  async closed(): Promise<Close | undefined> {
    await until('the server closes a socket', () => this.isGone)
    return this.closes[0]
  }

  /** Resolves when everything sent before has been dealt with, be it by closing the socket. */
  async settled(): Promise<void> {
    const before = this.#answers
    this.sendSync(0, Y.encodeStateVector(this.doc))
    await until('the server answers', () => this.#answers > before || this.isGone)
  }

  update(bytes: Uint8Array): void {
    this.sendSync(2, bytes)
  }

  /** As if the server had asked for it: sync step 2. */
  answer(bytes: Uint8Array): void {
    this.sendSync(1, bytes)
  }

  point(bytes: Uint8Array): void {
    this.send(framed([awareness], bytes))
  }

  sendSync(type: 0 | 1 | 2, bytes: Uint8Array): void {
    this.send(framed([sync, type], bytes))
  }

  send(frame: Uint8Array<ArrayBuffer> | string): void {
    const { ws } = this.provider
    if (ws?.readyState === WebSocket.OPEN) ws.send(frame)
  }

  leave(): void {
    const { awareness } = this.provider
    // It takes its leave under the id that it came with, whatever a test made of that since.
    this.doc.clientID = awareness.clientID
    this.provider.destroy()
    awareness.destroy()
  }

  #socketType({ cookie, from }: RawOptions) {
    const listen = (socket: WebSocket): void => {
      socket.on('message', (data) => this.#hear(data as ArrayBuffer))
      socket.on('close', (code, reason) => this.closes.push({ code, reason: reason.toString() }))
      socket.on('error', () => undefined)
    }
    return class CookieSocket extends WebSocket {
      constructor(url: string | URL) {
        super(url, {
          ...(cookie === undefined ? {} : { headers: { cookie } }),
          ...(from === undefined ? {} : { origin: from }),
        })
        listen(this)
      }
    }
  }

  /** The provider asks for buffers of the platform. */
  #hear(data: ArrayBuffer): void {
    const bytes = new Uint8Array(data)
    this.heard.push(bytes)
    if (bytes[0] === sync && bytes[1] === 1) this.#answers += 1
  }
}

function framed(start: readonly number[], bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  for (const number of start) encoding.writeVarUint(encoder, number)
  encoding.writeVarUint8Array(encoder, bytes)
  return Uint8Array.from(encoding.toUint8Array(encoder))
}
