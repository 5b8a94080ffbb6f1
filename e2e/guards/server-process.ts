/** The built server as people start it: on a folder of their choice, heard in what it prints. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../../scripts/free-port.ts'

type Variables = Readonly<Record<string, string>>

export interface Ended {
  readonly code: number | null
  readonly stderr: string
}

export class ServerProcess {
  readonly #child: ChildProcess
  readonly #ended: Promise<number | null>
  #printed = ''
  #complaints = ''

  private constructor(
    readonly port: number,
    variables: Variables,
  ) {
    this.#child = spawn(process.execPath, ['dist/server/main.js'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        LOG_LEVEL: 'silent',
        PORT: String(port),
        ...variables,
      },
    })
    this.#child.stdout?.on('data', (chunk: Buffer) => (this.#printed += chunk.toString()))
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.#complaints += chunk.toString()))
    this.#ended = once(this.#child, 'close').then(() => this.#child.exitCode)
  }

  /** Resolves when it says where it runs. */
  static async start(variables: Variables): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(), variables)
    const ended = server.#ended.then((code) => {
      throw new Error(`It ended with ${code}: ${server.#complaints}`)
    })
    const says = new Promise<void>((resolve) => {
      server.#child.stdout?.on('data', () => {
        if (server.#printed.includes('runs on')) resolve()
      })
    })
    await Promise.race([says, ended])
    ended.catch(() => undefined)
    return server
  }

  /** For one that must refuse to start. */
  static async refusal(variables: Variables): Promise<Ended> {
    const server = new ServerProcess(await freePort(), variables)
    return { code: await server.#ended, stderr: server.#complaints }
  }

  get origin(): string {
    return `http://localhost:${this.port}`
  }

  end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<number | null> {
    this.#child.kill(signal)
    return this.#ended
  }
}
