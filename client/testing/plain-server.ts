/**
 * A server that speaks the y-websocket protocol and nothing more: every document in memory, everybody
 * may everything. It tells what it was sent, and can close a socket with any code.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'
import { WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { emptyBoard } from './board-records.ts'

export interface PlainServer {
  readonly origin: string
  readonly port: number
  document(name: string): Y.Doc
  /** Sockets of a document that are open now. */
  sockets(name: string): readonly WebSocket[]
  /** Updates that came in, steps 2 included, oldest first. */
  readonly received: readonly Uint8Array[]
  /** Closes every socket of a document with this code and hears nothing, until told `undefined`. */
  refuseWith(name: string, code: number | undefined): void
  /** Keeps the server's own question back, or asks it of everybody who waits for it. */
  holdQuestion(name: string, isHeld: boolean): void
  stop(): Promise<void>
}

export async function startPlainServer(): Promise<PlainServer> {
  const rooms = new Map<string, PlainRoom>()
  const received: Uint8Array[] = []
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const room = (name: string) => {
    const known = rooms.get(name) ?? new PlainRoom(name, received)
    rooms.set(name, known)
    return known
  }
  server.on('connection', (socket, request) => {
    socket.on('error', () => socket.terminate())
    room(request.url?.split('/').at(-1) ?? '').join(socket)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    received,
    origin: `http://127.0.0.1:${port}`,
    document: (name) => room(name).doc,
    sockets: (name) => [...room(name).sockets],
    refuseWith: (name, code) => room(name).refuseWith(code),
    holdQuestion: (name, isHeld) => room(name).holdQuestion(isHeld),
    stop: async () => {
      for (const client of server.clients) client.terminate()
      server.close()
      await once(server, 'close')
    },
  }
}

class PlainRoom {
  readonly doc = new Y.Doc()
  readonly sockets = new Set<WebSocket>()
  readonly #received: Uint8Array[]
  #code: number | undefined
  #isQuestionHeld = false

  constructor(name: string, received: Uint8Array[]) {
    this.#received = received
    if (name === 'design') seedDesign(this.doc)
    if (name === 'room') this.doc.getMap('board').set('title', 'A board')
    this.doc.on('update', (update: Uint8Array) => this.#send(frame(0, updatePayload(update))))
  }

  join(socket: WebSocket): void {
    if (this.#code !== undefined) return socket.close(this.#code)
    this.sockets.add(socket)
    socket.on('close', () => this.sockets.delete(socket))
    socket.on('message', (data: ArrayBuffer | Buffer) => this.#read(socket, new Uint8Array(data)))
    if (!this.#isQuestionHeld) this.#ask(socket)
  }

  holdQuestion(isHeld: boolean): void {
    this.#isQuestionHeld = isHeld
    if (!isHeld) for (const socket of this.sockets) this.#ask(socket)
  }

  #ask(socket: WebSocket): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    sync.writeSyncStep1(encoder, this.doc)
    socket.send(encoding.toUint8Array(encoder))
  }

  refuseWith(code: number | undefined): void {
    this.#code = code
    if (code !== undefined) for (const socket of this.sockets) socket.close(code)
  }

  #read(socket: WebSocket, data: Uint8Array): void {
    if (this.#code !== undefined) return
    const decoder = decoding.createDecoder(data)
    // Awareness goes to everybody, its sender included, as our own server does it.
    if (decoding.readVarUint(decoder) !== 0) return this.#send(data)
    const ahead = decoding.clone(decoder)
    if (decoding.readVarUint(ahead) !== 0) this.#received.push(decoding.readVarUint8Array(ahead))
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    sync.readSyncMessage(decoder, encoder, this.doc, socket)
    if (encoding.length(encoder) > 1) socket.send(encoding.toUint8Array(encoder))
  }

  #send(data: Uint8Array): void {
    for (const socket of this.sockets) if (socket.readyState === WebSocket.OPEN) socket.send(data)
  }
}

function seedDesign(doc: Y.Doc): void {
  doc.transact(() => {
    for (const record of emptyBoard()) {
      doc.getMap('records').set(record.id, new Y.Map([['$', JSON.stringify(record)]]))
    }
  })
}

function updatePayload(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  sync.writeUpdate(encoder, update)
  return encoding.toUint8Array(encoder)
}

function frame(type: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  encoding.writeUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}
