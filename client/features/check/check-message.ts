/** What the page and the worker of the checker say to each other. */
import type { Finding } from '#shared/checker/define-rule.ts'
import type { Design } from '#shared/design/design.ts'

export interface CheckRequest {
  readonly id: number
  readonly design: Design
}

export interface CheckAnswer {
  readonly id: number
  readonly findings: readonly Finding[]
}
