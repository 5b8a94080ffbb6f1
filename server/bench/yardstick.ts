/**
 * A server that only passes frames on, to measure against: `broadcast` sends each frame to each member
 * as `ws` does, `coalescing` joins what came in one turn of the loop into one write for each member.
 * It keeps and checks nothing. Started as a process of its own; prints its port.
 */
import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { frameMessage } from '#server/live/frame.ts'

interface Relay {
  readonly members: Map<WebSocket, Duplex>
  waiting: Buffer[]
}

const coalesces = process.argv[2] === 'coalescing'
const relays = new Map<string, Relay>()
const wss = new WebSocketServer({ noServer: true, perMessageDeflate: false })
const http = createServer()

http.on('upgrade', (request, socket, head) => {
  wss.handleUpgrade(request, socket, head, (ws) => {
    const relay = relays.get(request.url ?? '') ?? { members: new Map(), waiting: [] }
    relays.set(request.url ?? '', relay)
    relay.members.set(ws, socket)
    ws.on('message', (data: Buffer) => (coalesces ? gather(relay, data) : broadcast(relay, data)))
    ws.on('close', () => relay.members.delete(ws))
    ws.on('error', () => ws.terminate())
  })
})
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})

function broadcast(relay: Relay, data: Buffer): void {
  for (const ws of relay.members.keys()) ws.send(data)
}

function gather(relay: Relay, data: Buffer): void {
  relay.waiting.push(Buffer.from(data))
  if (relay.waiting.length > 1) return
  setImmediate(() => {
    const frame = frameMessage(Buffer.concat(relay.waiting))
    relay.waiting = []
    for (const socket of relay.members.values()) socket.write(frame)
  })
}
