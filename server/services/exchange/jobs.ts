/** What is asked of the worker that reads, writes and judges files, and what it answers: plain data. */
import type { TLRecord } from '@tldraw/tlschema'
import type { RuleSummary } from '#shared/api.ts'
import type { JudgementJson } from '#shared/checker/judgement-json.ts'
import type { PackJudgement } from '#shared/checker/pack-judgement.ts'
import type { Graph } from '#shared/design/design.ts'
import type { ErrorCode } from '#shared/errors.ts'
import type { Problem } from '#shared/exchange/problem.ts'
import type { DesignFacts } from '../design-store.ts'
import type { HostPolicy } from '../policy/host-policy.ts'
import type { PackComplaint } from '../policy/load-pack.ts'

/** What has to be known of a board to add a file to it. */
export interface Ground {
  readonly boardId: string
  readonly facts: DesignFacts
  /** The design as it is, where the file takes its place. */
  readonly design: Uint8Array | undefined
  readonly threads: number
  /** Bytes of the pictures that it has. */
  readonly pictureBytes: number
}

/** Reads a board file. */
export interface ReadJob {
  readonly type: 'read'
  /** UTF-8. */
  readonly file: Uint8Array
  readonly ground: Ground
}

export interface ReadPicture {
  readonly id: string
  readonly mime: string
  readonly bytes: Uint8Array
}

/** A file as it comes onto the board: updates to apply one after another, and pictures to store. */
export interface ReadFile {
  readonly title: string
  readonly scenario: string | null
  readonly records: number
  readonly leftOut: number
  readonly recordIds: readonly string[]
  readonly replaces: boolean
  readonly design: readonly Uint8Array[]
  readonly room: readonly Uint8Array[]
  readonly pictures: readonly ReadPicture[]
}

/** A document as it lies in storage. */
export interface StoredDocument {
  readonly snapshot: Uint8Array | undefined
  readonly updates: readonly Uint8Array[]
}

/** Writes a board file. */
export interface PrintJob {
  readonly type: 'print'
  readonly boardId: string
  readonly title: string
  readonly scenario: string | null
  readonly design: StoredDocument
  readonly room: StoredDocument
  readonly pictures: readonly {
    readonly id: string
    readonly mime: string
    readonly file: string
  }[]
}

/** Reads the records of a design as it lies in storage. */
export interface RecallJob {
  readonly type: 'recall'
  readonly design: StoredDocument
}

/** Judges a design document. */
export interface JudgeJob {
  readonly type: 'judge'
  readonly host: HostPolicy
  readonly file: string
  readonly text: string
  /** A day such as 2026-11-20. */
  readonly today: string
}

/** Loads the packs of a policy and tells what they hold. */
export interface PacksJob {
  readonly type: 'packs'
  readonly host: HostPolicy
}

export interface LoadedPacks {
  /** As the interface lists rules. */
  readonly rules: readonly RuleSummary[]
  readonly broken: readonly PackComplaint[]
  readonly doubles: readonly string[]
}

/** Judges a drawing by the rules of packs. */
export interface DrawingJob {
  readonly type: 'drawing'
  readonly host: HostPolicy
  readonly graph: Graph
}

/** Reads a drawing. */
export interface UnderstandJob {
  readonly type: 'understand'
  readonly text: string
}

export interface Understood {
  readonly graph: Graph
  readonly problems: readonly Problem[]
}

export type Job = ReadJob | PrintJob | RecallJob | JudgeJob | PacksJob | DrawingJob | UnderstandJob

export type JobAnswer =
  | { readonly type: 'read'; readonly file: ReadFile }
  /** UTF-8. */
  | { readonly type: 'printed'; readonly text: Uint8Array }
  | { readonly type: 'recalled'; readonly records: readonly TLRecord[] }
  | { readonly type: 'judged'; readonly judgement: JudgementJson }
  | { readonly type: 'packs'; readonly packs: LoadedPacks }
  | { readonly type: 'drawing'; readonly judgement: PackJudgement }
  | { readonly type: 'understood'; readonly understood: Understood }
  | { readonly type: 'refused'; readonly code: ErrorCode; readonly detail: string | undefined }
