/** What the page and the worker of the checker say to each other. */
import type { Design } from '#shared/design/design.ts'
import type { Judged } from './judged.ts'

export interface CheckRequest {
  readonly id: number
  readonly design: Design
}

export interface CheckAnswer {
  readonly id: number
  readonly judged: Judged
}
