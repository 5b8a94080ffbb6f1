/**
 * Reads, writes and judges files in a thread of its own, one at a time: a file of some megabytes takes a
 * second or two, in which everybody else goes on drawing. Who comes when too many wait is refused.
 */
import type { Worker } from 'node:worker_threads'
import { AppError } from '#shared/errors.ts'
import type { Job, JobAnswer } from './jobs.ts'
import { startThread } from './start-thread.ts'

export interface ExchangeLimits {
  /** Jobs that may wait behind the one that runs. */
  readonly waiting: number
  /** Jobs of one person, running or waiting. */
  readonly perPerson: number
  /** Milliseconds after which a job is given up. */
  readonly longest: number
  /** Megabytes of objects that a job may make. */
  readonly memory: number
  /** Milliseconds without a job after which the thread ends. */
  readonly idle: number
  /** What is said to whom there is no room for. */
  readonly busy: string
  /** What is said of a job that was given up. */
  readonly gaveUp: string
}

export const defaultExchangeLimits: ExchangeLimits = {
  waiting: 8,
  perPerson: 2,
  longest: 60_000,
  memory: 1536,
  idle: 30_000,
  busy: 'Other board files are being read or written.',
  gaveUp: 'Reading or writing that board took too long.',
}

interface Waiting {
  readonly personId: string
  readonly job: Job
  readonly resolve: (answer: JobAnswer) => void
  readonly reject: (error: unknown) => void
}

export class Exchange {
  private readonly waiting: Waiting[] = []
  private running: Waiting | undefined
  private worker: Worker | undefined
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly limits: ExchangeLimits = defaultExchangeLimits) {}

  /** Refusals of the job reject as `AppError`. The buffers of a job are copied. */
  async run(personId: string, job: Job): Promise<Exclude<JobAnswer, { type: 'refused' }>> {
    this.checkQueue(personId)
    const answer = await new Promise<JobAnswer>((resolve, reject) => {
      this.waiting.push({ personId, job, resolve, reject })
      this.next()
    })
    if (answer.type === 'refused') throw new AppError(answer.code, answer.detail)
    return answer
  }

  /** Ends the thread; what runs or waits is refused. */
  async close(): Promise<void> {
    for (const job of this.waiting.splice(0)) job.reject(new AppError('stopping'))
    this.finish((job) => job.reject(new AppError('stopping')))
    await this.endWorker()
  }

  private checkQueue(personId: string): void {
    const present = [...(this.running === undefined ? [] : [this.running]), ...this.waiting]
    const own = present.filter((job) => job.personId === personId).length
    if (own < this.limits.perPerson && this.waiting.length < this.limits.waiting) return
    throw new AppError('too_many_requests', this.limits.busy)
  }

  private next(): void {
    if (this.running !== undefined) return
    clearTimeout(this.timer)
    const job = this.waiting.shift()
    if (job === undefined) {
      this.timer = setTimeout(() => void this.endWorker(), this.limits.idle).unref()
      return
    }
    this.running = job
    const worker = (this.worker ??= this.startWorker())
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(job.job)
    const { longest, gaveUp } = this.limits
    this.timer = setTimeout(() => this.giveUp(new AppError('too_large', gaveUp)), longest)
  }

  private startWorker(): Worker {
    const worker = startThread({ maxOldGenerationSizeMb: this.limits.memory })
    worker.on('message', (answer: JobAnswer) => {
      if (this.worker !== worker) return
      this.finish((job) => job.resolve(answer))
      this.next()
    })
    worker.on('error', (error) => {
      if (this.worker === worker) this.giveUp(isOutOfMemory(error) ? tooLarge(error) : error)
    })
    // Code of a pack can end the thread that it runs in.
    worker.on('exit', () => {
      if (this.worker === worker)
        this.giveUp(new Error('The thread of the exchange ended by itself'))
    })
    worker.unref()
    return worker
  }

  private giveUp(error: Error): void {
    this.finish((job) => job.reject(error))
    void this.endWorker()
    this.next()
  }

  private finish(settle: (job: Waiting) => void): void {
    clearTimeout(this.timer)
    const job = this.running
    this.running = undefined
    if (job !== undefined) settle(job)
  }

  private async endWorker(): Promise<void> {
    clearTimeout(this.timer)
    const { worker } = this
    this.worker = undefined
    await worker?.terminate()
  }
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function tooLarge(cause: Error): AppError {
  const refusal = new AppError('too_large')
  refusal.cause = cause
  return refusal
}
