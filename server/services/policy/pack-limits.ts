/** How long the code of a pack may take, and how its files are called. */
import { basename } from 'node:path'
import { shown } from './read-policy.ts'

export interface PackLimits {
  /** Milliseconds that a module may await before it counts as broken. */
  readonly load: number
  /** Milliseconds of one rule with one design; our own rules together take some ten. */
  readonly rule: number
  /** Milliseconds of all rules of packs with one design. */
  readonly together: number
  /** A file as it is named beside what a rule did. */
  readonly shown: (file: string) => string
}

/** On the command line, where whoever waits wrote the pack. */
export const deskLimits: PackLimits = { load: 10_000, rule: 5_000, together: Infinity, shown }

/** On a server, where others wait behind: all of it stays well below what a job may take. */
export const hostLimits: PackLimits = {
  load: 4_000,
  rule: 1_000,
  together: 3_000,
  // Strangers read it: they need not know where the files of this server lie.
  shown: (file) => basename(file),
}
