/** Runs seeds against one server process that is killed now and then; the rest of the product is real. */
import { Visitor } from '#server/testing/visitor.ts'
import { expectStatus, makeLink } from '#server/testing/members.ts'
import type { Role } from '#shared/access.ts'
import { boardSummary } from '#shared/api.ts'
import { MortalServer } from './mortal-server.ts'
import { checkStored, runSeed, type Board, type Cast } from './run-seed.ts'
import { cookieOf } from './seat.ts'

export interface FuzzOptions {
  readonly seeds: number
  /** Spread evenly over the seeds; the moment within a seed is random. */
  readonly kills: number
  readonly from: number
  /** Seeds to run before the others. */
  readonly first?: readonly number[]
  /** Seeds that run at the same moment, each on a board of its own; 1 when absent. */
  readonly lanes?: number
  readonly print: (line: string) => void
}

export interface FuzzOutcome {
  readonly seeds: number
  readonly kills: number
  readonly failed: readonly number[]
}

/** A board that many seeds have drawn on is a good place to draw on, and a new one is cheap. */
const seedsPerBoard = 20

export async function fuzz(options: FuzzOptions): Promise<FuzzOutcome> {
  // Every provider watches for the end of the process, and many are open at once.
  process.setMaxListeners(1000)
  // Stores then tell their listeners at once; a frame would need a browser.
  process.env['NODE_ENV'] = 'test'
  const run = new Run(options)
  try {
    await Promise.all(Array.from({ length: options.lanes ?? 1 }, () => run.lane()))
    const { kills } = run.server
    await run.checkStored()
    return { seeds: run.total, kills, failed: run.failed }
  } finally {
    await run.server.end()
  }
}

class Run {
  readonly server = new MortalServer()
  readonly failed: number[] = []
  readonly total: number
  readonly #options: FuzzOptions
  readonly #first: readonly number[]
  /** How the boards were left, and by which seed. */
  readonly #left = new Map<Cast, { readonly seed: number; readonly board: Board }>()
  #begun = 0
  #done = 0

  constructor(options: FuzzOptions) {
    this.#options = options
    this.#first = options.first ?? []
    this.total = this.#first.length + options.seeds
  }

  /** Takes one seed after the other until there are none. */
  async lane(): Promise<void> {
    let cast: Cast | undefined
    for (let taken = 0; this.#begun < this.total; taken += 1) {
      if (taken % seedsPerBoard === 0) cast = undefined
      const seed = this.#seedAt(this.#begun)
      this.#begun += 1
      cast = await this.#try(seed, cast)
      this.#done += 1
      if (this.#done % 100 === 0) this.#report()
    }
  }

  #seedAt(turn: number): number {
    return this.#first[turn] ?? this.#options.from + turn - this.#first.length
  }

  /** Answers the cast for the next seed; a board that ended badly is left alone. */
  async #try(seed: number, known: Cast | undefined): Promise<Cast | undefined> {
    try {
      const cast = known ?? (await this.#assemble())
      const board = await runSeed(seed, cast, () => this.#isKillDue())
      this.#left.set(cast, { seed, board })
      return cast
    } catch (error) {
      if (known !== undefined) this.#left.delete(known)
      this.#note(seed, error)
      return undefined
    }
  }

  /** What all saw at the end must be what a server reads that starts anew. */
  async checkStored(): Promise<void> {
    await this.server.kill('SIGKILL')
    for (const [cast, { seed, board }] of this.#left) {
      await checkStored(cast, board).catch((error: unknown) => this.#note(seed, error))
    }
  }

  #note(seed: number, error: unknown): void {
    this.failed.push(seed)
    this.#options.print(error instanceof Error ? error.message : String(error))
  }

  /** Somebody else's kill can hit while a board is made. */
  async #assemble(): Promise<Cast> {
    const { kills } = this.server
    try {
      return await assemble(this.server)
    } catch (error) {
      if (kills === this.server.kills) throw error
      return this.#assemble()
    }
  }

  #isKillDue(): boolean {
    return this.server.kills < Math.floor((this.#begun * this.#options.kills) / this.total)
  }

  #report(): void {
    const { kills } = this.server
    this.#options.print(`${this.#done} seeds, ${kills} kills, ${this.failed.length} failed`)
  }
}

async function assemble(server: MortalServer): Promise<Cast> {
  await server.up()
  const owner = new Visitor(server.origin)
  const board = boardSummary.parse((await owner.post('/api/boards', {})).json)
  const path = `/api/boards/${board.id}`
  const join = async (role: Role) => {
    const visitor = new Visitor(server.origin)
    const { token } = await makeLink(owner, path, role)
    expectStatus(await visitor.post('/api/join', { token, name: `The ${role}` }), 200)
    return visitor
  }
  const writers = [owner, await join('candidate'), await join('interviewer')]
  const reader = await join('observer')
  return {
    place: { server, boardId: board.id },
    writers: writers.map(cookieOf),
    reader: cookieOf(reader),
  }
}
