/** The product as a child process that can be killed and comes back with the same data. */
import { rmSync } from 'node:fs'
import { spawnServer, type SpawnedServer } from '#server/testing/spawn-server.ts'
import { makeDataDir } from '#server/testing/start-server.ts'

export class MortalServer {
  readonly #dataDir = makeDataDir()
  readonly #listeners = new Set<(port: number) => void>()
  #server: SpawnedServer | undefined
  #starting: Promise<void> | undefined
  kills = 0

  get origin(): string {
    if (this.#server === undefined) throw new Error('The server is not up')
    return this.#server.origin
  }

  get port(): number {
    return Number(new URL(this.origin).port)
  }

  /** Resolves when it is up; starts it when it is not. */
  async up(): Promise<void> {
    this.#starting ??= this.#start()
    await this.#starting
  }

  /** Ends it and starts it anew; kills that come together happen one after the other. */
  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.kills += 1
    this.#starting = this.up().then(() => this.#restart(signal))
    await this.#starting
  }

  onMoved(listener: (port: number) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async end(): Promise<void> {
    await this.#server?.kill('SIGKILL')
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  async #restart(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    await this.#server?.kill(signal)
    await this.#start()
  }

  async #start(): Promise<void> {
    this.#server = await spawnServer({ DATA_DIR: this.#dataDir, LOG_LEVEL: 'error' })
    for (const listener of this.#listeners) listener(this.port)
  }
}
