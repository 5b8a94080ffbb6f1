/**
 * `npm run dev`: the server restarts when its code changes, the client is replaced while the page stays
 * open. The client is served on VITE_PORT (5173) and asks the server on PORT (3000) for everything else.
 */
import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { createServer } from 'vite'

const serverPort = process.env['PORT'] || '3000'
const clientPort = process.env['VITE_PORT'] || '5173'
const publicOrigin = process.env['PUBLIC_ORIGIN'] || `http://localhost:${clientPort}`

const server = spawn(process.execPath, ['--import', 'tsx', '--watch', 'server/main.ts'], {
  stdio: 'inherit',
  env: { ...process.env, PORT: serverPort, PUBLIC_ORIGIN: publicOrigin },
})

const target = `http://localhost:${serverPort}`
const client = await createServer({
  // Its addresses of files are only understood where it lies.
  optimizeDeps: { exclude: ['@tldraw/assets'] },
  server: {
    port: Number(clientPort),
    // Another port would be another address than the one that the server hands out in links.
    strictPort: true,
    // Sockets alone: the modules of client/live have addresses that begin alike.
    proxy: { '/api/': target, '^/live/[^/]+/(design|room|notes)$': { target, ws: true } },
  },
}).catch(stopWith)
await untilServed()
await client.listen().catch(stopWith)
client.printUrls()

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.kill(signal)
    void client.close().then(() => process.exit(0))
  })
}

/** A page that is opened before the server answers shows errors that mean nothing. */
async function untilServed(): Promise<void> {
  const isServed = await fetch(`${target}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )
  if (isServed) return
  await setTimeout(100)
  await untilServed()
}

/** Leaves no server behind when the client cannot be served. */
function stopWith(error: unknown): never {
  server.kill()
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
