/** Hocuspocus as it comes, without an extension: it keeps and checks nothing. Prints its port. */
import { Server } from '@hocuspocus/server'

const server = new Server({ port: 0, address: '127.0.0.1', quiet: true })
await server.listen()
process.stdout.write(`${server.address.port}\n`)
