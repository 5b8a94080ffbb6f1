/**
 * A wire between a client and a server that a test can cut, freeze and delay. The browser's own offline
 * switch leaves open sockets alive, so faults of the network come from here.
 */
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface TcpProxy {
  readonly port: number
  /** Open connections on which something was lost. */
  readonly torn: number
  /** Where new connections go; open ones stay with where they went. */
  target(port: number): void
  /** Ends every open connection at once; new ones are taken. */
  cut(): void
  /** Takes no connections and lets none live, until `heal`. */
  partition(): void
  /** Passes nothing on in either direction and closes nothing, until `heal`. */
  freeze(): void
  /** As a half-open connection: what the server sends is lost, and so is that it closed. Until `heal`. */
  deafen(): void
  /** Everything arrives so much later, in milliseconds. */
  delay(ms: number): void
  heal(): void
  stop(): Promise<void>
}

type Fault = 'none' | 'partition' | 'freeze' | 'deafen'

interface Pair {
  readonly client: Socket
  readonly server: Socket
  /** Something was lost on it: nothing after the hole may arrive, since no real wire does that. */
  isTorn: boolean
}

export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const proxy = new Proxy(targetPort)
  await proxy.listen()
  return proxy
}

class Proxy implements TcpProxy {
  readonly #listener = createServer((client) => this.#accept(client))
  readonly #pairs = new Set<Pair>()
  readonly #ways = new Set<Way>()
  #fault: Fault = 'none'
  #delayMs = 0
  #targetPort: number

  constructor(targetPort: number) {
    this.#targetPort = targetPort
  }

  get port(): number {
    return (this.#listener.address() as AddressInfo).port
  }

  get torn(): number {
    return [...this.#pairs].filter(({ isTorn }) => isTorn).length
  }

  async listen(): Promise<void> {
    this.#listener.listen(0, '127.0.0.1')
    await once(this.#listener, 'listening')
  }

  target(port: number): void {
    this.#targetPort = port
  }

  cut(): void {
    for (const pair of this.#pairs) end(pair)
  }

  partition(): void {
    this.#fault = 'partition'
    this.cut()
  }

  freeze(): void {
    this.#fault = 'freeze'
  }

  deafen(): void {
    this.#fault = 'deafen'
  }

  delay(ms: number): void {
    this.#delayMs = ms
  }

  heal(): void {
    for (const pair of this.#pairs) if (pair.isTorn || this.#fault === 'deafen') end(pair)
    this.#fault = 'none'
    for (const way of this.#ways) way.pump()
  }

  async stop(): Promise<void> {
    this.cut()
    this.#listener.close()
    await once(this.#listener, 'close')
  }

  #accept(client: Socket): void {
    client.on('error', () => client.destroy())
    if (this.#fault === 'partition') return void client.destroy()
    const server = connect(this.#targetPort, '127.0.0.1')
    server.on('error', () => server.destroy())
    const pair = { client, server, isTorn: false }
    this.#pairs.add(pair)
    this.#forward(pair, client, server)
    this.#forward(pair, server, client)
    client.on('close', () => this.#pairs.delete(pair))
  }

  #forward(pair: Pair, from: Socket, to: Socket): void {
    const way = new Way(() => this.#fault === 'freeze')
    this.#ways.add(way)
    const take = (pass: () => void) => {
      if (from === pair.server) pair.isTorn ||= this.#fault === 'deafen'
      if (from === pair.client || !pair.isTorn) way.add(this.#delayMs, pass)
    }
    from.on('data', (bytes) => take(() => void (to.writable && to.write(bytes))))
    from.on('close', () => take(() => to.destroy()))
    to.on('close', () => this.#ways.delete(way))
  }
}

function end({ client, server }: Pair): void {
  client.destroy()
  server.destroy()
}

/** One direction of one connection: whatever the delay, what came first arrives first. */
class Way {
  readonly #isFrozen: () => boolean
  readonly #queue: { readonly at: number; readonly pass: () => void }[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(isFrozen: () => boolean) {
    this.#isFrozen = isFrozen
  }

  add(delayMs: number, pass: () => void): void {
    this.#queue.push({ at: performance.now() + delayMs, pass })
    this.pump()
  }

  pump(): void {
    clearTimeout(this.#timer)
    for (let first = this.#queue[0]; first !== undefined; first = this.#queue[0]) {
      if (this.#isFrozen()) return
      const wait = first.at - performance.now()
      if (wait > 0) {
        this.#timer = setTimeout(() => this.pump(), wait)
        return
      }
      this.#queue.shift()
      first.pass()
    }
  }
}
