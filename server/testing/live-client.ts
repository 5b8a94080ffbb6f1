/**
 * A member at a live document in tests: real Yjs and y-protocols over a real socket. It waits for
 * conditions, never for time.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'

export interface LiveClientOptions {
  /** `ws://127.0.0.1:<port>` */
  readonly server: string
  readonly board: string
  readonly document?: string
  readonly cookie?: string | undefined
  readonly origin?: string
  /** A document to bring along, as after a reconnect. */
  readonly doc?: Y.Doc
  /** Speaks only when a test says so. */
  readonly isSilent?: boolean
}

const patience = 8000

export class LiveClient {
  readonly doc: Y.Doc
  readonly awareness: awarenessProtocol.Awareness
  readonly ws: WebSocket
  isSynced = false
  isOpen = false
  closed: { readonly code: number; readonly reason: string } | undefined
  /** Messages received. */
  received = 0
  private readonly waiting = new Set<() => void>()
  private readonly isSilent: boolean

  constructor(options: LiveClientOptions) {
    this.doc = options.doc ?? new Y.Doc()
    this.isSilent = options.isSilent ?? false
    this.awareness = new awarenessProtocol.Awareness(this.doc)
    this.awareness.setLocalState(null)
    const { server, board, document = 'design', cookie, origin } = options
    this.ws = new WebSocket(`${server}/live/${board}/${document}`, {
      headers: cookie === undefined ? {} : { cookie },
      ...(origin === undefined ? {} : { origin }),
    })
    this.listen()
  }

  /** Connected and synced. */
  static async open(options: LiveClientOptions): Promise<LiveClient> {
    const client = new LiveClient(options)
    await client.until(() => client.isSynced)
    return client
  }

  get records(): Y.Map<Y.Map<unknown>> {
    return this.doc.getMap('records')
  }

  /** Resolves when the condition holds after something happened here; rejects when it never does. */
  until(condition: () => boolean): Promise<void> {
    if (condition()) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(check)
        reject(new Error(`Never came true: ${String(condition)} (closed: ${this.closed?.code})`))
      }, patience)
      const check = (): void => {
        if (!condition()) return
        clearTimeout(timer)
        this.waiting.delete(check)
        resolve()
      }
      this.waiting.add(check)
    })
  }

  /** Resolves with the code when the server has closed the socket. */
  async untilClosed(): Promise<number> {
    await this.until(() => this.closed !== undefined)
    return this.closed?.code ?? 0
  }

  sendUpdate(update: Uint8Array): void {
    this.sendSync((encoder) => syncProtocol.writeUpdate(encoder, update))
  }

  sendAnswer(update: Uint8Array): void {
    this.sendSync((encoder) => {
      encoding.writeVarUint(encoder, syncProtocol.messageYjsSyncStep2)
      encoding.writeVarUint8Array(encoder, update)
    })
  }

  sendStep1(): void {
    this.sendSync((encoder) => syncProtocol.writeSyncStep1(encoder, this.doc))
  }

  sendAwareness(message: Uint8Array): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, message)
    this.send(encoding.toUint8Array(encoder))
  }

  send(bytes: Uint8Array | string): void {
    if (this.ws.readyState === WebSocket.OPEN) this.ws.send(bytes)
  }

  /** A round trip: what was sent before it has been dealt with. */
  async settled(): Promise<void> {
    const before = this.answers
    this.sendStep1()
    await this.until(() => this.answers > before || this.closed !== undefined)
  }

  close(): void {
    this.ws.close()
  }

  /** As when the cable is cut. */
  terminate(): void {
    this.ws.terminate()
  }

  private answers = 0

  private listen(): void {
    this.ws.on('open', () => {
      this.isOpen = true
      if (!this.isSilent) this.sendStep1()
      this.notify()
    })
    this.ws.on('message', (data) => {
      if (data instanceof Uint8Array) this.read(data)
      this.notify()
    })
    this.ws.on('error', () => undefined)
    this.ws.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() }
      this.notify()
    })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && !this.isSilent) this.sendUpdate(update)
    })
    this.awareness.on('update', (changed: Record<'added' | 'updated' | 'removed', number[]>) => {
      const clients = [...changed.added, ...changed.updated, ...changed.removed]
      if (!this.isSilent) {
        this.sendAwareness(awarenessProtocol.encodeAwarenessUpdate(this.awareness, clients))
      }
    })
  }

  private read(data: Uint8Array): void {
    this.received++
    const decoder = decoding.createDecoder(data)
    const type = decoding.readVarUint(decoder)
    if (type === 1) {
      const update = decoding.readVarUint8Array(decoder)
      awarenessProtocol.applyAwarenessUpdate(this.awareness, update, this)
      return
    }
    if (type !== 0) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    const kind = syncProtocol.readSyncMessage(decoder, encoder, this.doc, this)
    if (kind === syncProtocol.messageYjsSyncStep2) {
      this.isSynced = true
      this.answers++
    }
    if (encoding.length(encoder) > 1 && !this.isSilent) this.send(encoding.toUint8Array(encoder))
  }

  private sendSync(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    write(encoder)
    this.send(encoding.toUint8Array(encoder))
  }

  private notify(): void {
    for (const check of this.waiting) check()
  }
}
