/**
 * `npm run dev`: the server restarts when its code changes, the client is replaced while the page stays
 * open. The client is served on port 5173 and asks the server on port 3000 for everything else.
 */
import { spawn } from 'node:child_process'
import { createServer } from 'vite'

const server = spawn(
  process.execPath,
  ['--import', 'tsx', '--watch-path=server', '--watch-path=shared', 'server/main.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, PUBLIC_ORIGIN: process.env['PUBLIC_ORIGIN'] ?? 'http://localhost:5173' },
  },
)
const client = await createServer()
await client.listen()
client.printUrls()

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.kill(signal)
    void client.close().then(() => process.exit(0))
  })
}
