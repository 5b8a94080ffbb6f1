/** What a board file holds once it was read, and the form that it has on disk. */
import type { TLRecord } from '@tldraw/tlschema'
import { z } from 'zod'
import { anchor } from '#shared/api.ts'

export const boardFormat = 'loadbearing-board'
/** Grows when an older version could not read a file any more. */
export const boardVersion = 1

const id = z.string().min(1).max(200)
const moment = z.number()

const asset = z.object({
  /** Id of the asset's record. */
  id,
  name: z.string().max(500),
  mime: z.string().max(100),
  base64: z.string(),
})
export type BoardAsset = Readonly<z.infer<typeof asset>>

const comment = z.object({
  id,
  authorId: id,
  authorName: z.string().max(200),
  text: z.string().max(10_000),
  createdAt: moment,
  editedAt: moment.nullable(),
})
const thread = z.object({
  id,
  anchor,
  at: z.object({ x: z.number(), y: z.number() }),
  on: z.string().max(240),
  createdAt: moment,
  resolvedAt: moment.nullable(),
  resolvedBy: z.string().nullable(),
  comments: z.array(comment),
})
export type BoardThread = Readonly<z.infer<typeof thread>>

/** The outer form. Records are checked one by one afterwards, so that one bad record costs only itself. */
export const boardEnvelope = z.object({
  format: z.literal(boardFormat),
  version: z.number().int().positive(),
  title: z.string().max(200).default(''),
  scenario: z.string().max(64).nullable().default(null),
  schema: z.object({
    schemaVersion: z.literal(2),
    sequences: z.record(z.string(), z.number().int().nonnegative()),
  }),
  records: z.array(z.unknown()),
  assets: z.array(asset).default([]),
  threads: z.array(thread).default([]),
})

/** What is written into a file. */
export interface BoardContents {
  readonly title: string
  readonly scenario: string | null
  readonly records: readonly TLRecord[]
  readonly assets?: readonly BoardAsset[]
  readonly threads?: readonly BoardThread[]
}

/** A record that was left out, by its place in the file, and why. */
export interface RejectedRecord {
  /** Position in the file's list, from 0. */
  readonly position: number
  /** Its id, where one could be read. */
  readonly id: string
  readonly reason: string
}

export interface BoardFile extends Required<BoardContents> {
  /** Empty for a sound file. What is listed here is not among the records. */
  readonly rejected: readonly RejectedRecord[]
}

/** A file that was not read at all; `detail` says what was found, for a person. */
export interface BoardRefusal {
  readonly code: 'newer_format' | 'not_a_board_file'
  readonly detail: string
}
