import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { startTcpProxy } from './tcp-proxy.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** An echo server behind a proxy, and a connection through it that keeps what came back. */
async function wire() {
  const echo = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(echo, 'listening')
  ends.push(() => echo.close())
  const proxy = await startTcpProxy((echo.address() as AddressInfo).port)
  ends.push(() => proxy.stop())
  return { proxy, dial: () => dial(proxy.port) }
}

async function dial(port: number) {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => socket.destroy())
  ends.push(() => socket.destroy())
  await Promise.race([once(socket, 'connect'), once(socket, 'close')])
  let heard = ''
  socket.on('data', (bytes: Buffer) => (heard += bytes.toString()))
  return { socket, heard: () => heard }
}

async function hear(line: { socket: Socket; heard: () => string }, text: string) {
  while (!line.heard().includes(text)) await once(line.socket, 'data')
}

/** With or without an error. */
async function closed(socket: Socket): Promise<void> {
  if (socket.destroyed) return
  await new Promise((resolve) => socket.once('close', resolve))
}

test('passes bytes both ways', async () => {
  const { dial } = await wire()
  const line = await dial()
  line.socket.write('hello')
  await hear(line, 'hello')
  expect(line.heard()).toBe('hello')
})

test('cutting ends what is open and takes what is new', async () => {
  const { proxy, dial } = await wire()
  const line = await dial()
  line.socket.write('hello')
  await hear(line, 'hello')
  proxy.cut()
  await closed(line.socket)
  const next = await dial()
  next.socket.write('again')
  await hear(next, 'again')
  expect(next.heard()).toBe('again')
})

test('a partition lets nobody in until it is healed', async () => {
  const { proxy, dial } = await wire()
  proxy.partition()
  const line = await dial()
  await closed(line.socket)
  proxy.heal()
  const next = await dial()
  next.socket.write('back')
  await hear(next, 'back')
  expect(next.heard()).toBe('back')
})

test('freezing holds everything back and heals without loss, in order', async () => {
  const { proxy, dial } = await wire()
  const line = await dial()
  line.socket.write('one ')
  await hear(line, 'one ')
  proxy.freeze()
  line.socket.write('two ')
  line.socket.write('three')
  proxy.heal()
  await hear(line, 'three')
  expect(line.heard()).toBe('one two three')
})

test('what came first arrives first, also when the delay shrinks', async () => {
  const { proxy, dial } = await wire()
  const line = await dial()
  proxy.delay(40)
  line.socket.write('one ')
  await new Promise((resolve) => line.socket.write('two ', resolve))
  proxy.delay(0)
  line.socket.write('three')
  await hear(line, 'three')
  expect(line.heard()).toBe('one two three')
})

test('a half-open connection is ended when it is healed', async () => {
  const { proxy, dial } = await wire()
  const line = await dial()
  line.socket.write('one')
  await hear(line, 'one')
  proxy.deafen()
  line.socket.write('two')
  proxy.heal()
  await closed(line.socket)
  expect(line.heard()).toBe('one')
})

test('what comes after a hole never arrives, whatever fault follows', async () => {
  const { proxy, dial } = await wire()
  const line = await dial()
  line.socket.write('one ')
  await hear(line, 'one ')
  proxy.deafen()
  line.socket.write('two ')
  await vi.waitUntil(() => proxy.torn === 1)
  proxy.freeze()
  line.socket.write('three')
  proxy.heal()
  await closed(line.socket)
  expect(line.heard()).toBe('one ')
})
