/**
 * Joins updates whose outlines are known into one, by copying their bytes: what one client wrote in one
 * tick follows on without a gap, so its sections only need a common header. Where that is not so, Yjs
 * merges. Nothing that was written is left out.
 */
import * as Y from 'yjs'
import { varUintSize, writeVarUint } from './protocol.ts'
import type { Deletes, Outline, Section } from './scan-update.ts'

interface Piece {
  readonly bytes: Uint8Array
  readonly from: number
  readonly to: number
}

interface Run {
  readonly client: number
  readonly clock: number
  end: number
  /** Structs of a section, ranges of a delete set. */
  count: number
  readonly pieces: Piece[]
}

/** One update that has the effect of all. */
export function mergeUpdates(outlines: readonly Outline[]): Uint8Array {
  const [first] = outlines
  if (first === undefined) return new Uint8Array(2)
  if (outlines.length === 1) return first.bytes
  const sections = joinSections(outlines)
  if (sections === undefined) return Y.mergeUpdates(outlines.map((outline) => outline.bytes))
  return writeRuns(sections, joinDeletes(outlines))
}

/** The sections by client; `undefined` when two of one client do not follow each other. */
function joinSections(outlines: readonly Outline[]): Run[] | undefined {
  const runs = new Map<number, Run>()
  for (const { bytes, sections } of outlines) {
    for (const section of sections) {
      const run = runs.get(section.client)
      if (run === undefined) runs.set(section.client, startRun(bytes, section))
      else if (run.end !== section.clock) return undefined
      else extendRun(run, bytes, section)
    }
  }
  return descending(runs)
}

function startRun(bytes: Uint8Array, section: Section): Run {
  const { client, clock, end, structs, from, to } = section
  return { client, clock, end, count: structs, pieces: [{ bytes, from, to }] }
}

function extendRun(run: Run, bytes: Uint8Array, section: Section): void {
  run.end = section.end
  run.count += section.structs
  run.pieces.push({ bytes, from: section.from, to: section.to })
}

function joinDeletes(outlines: readonly Outline[]): Run[] {
  const runs = new Map<number, Run>()
  for (const { bytes, deletes } of outlines) {
    for (const range of deletes) addDeletes(runs, bytes, range)
  }
  return descending(runs)
}

function addDeletes(runs: Map<number, Run>, bytes: Uint8Array, deletes: Deletes): void {
  const { client, ranges, from, to } = deletes
  const piece = { bytes, from, to }
  const run = runs.get(client)
  if (run === undefined) {
    runs.set(client, { client, clock: 0, end: 0, count: ranges, pieces: [piece] })
    return
  }
  run.count += ranges
  run.pieces.push(piece)
}

/** Yjs writes the highest client id first and expects so. */
function descending(runs: ReadonlyMap<number, Run>): Run[] {
  return [...runs.values()].sort((a, b) => b.client - a.client)
}

function writeRuns(sections: readonly Run[], deletes: readonly Run[]): Uint8Array {
  const target = Buffer.allocUnsafe(sizeOfRuns(sections, true) + sizeOfRuns(deletes, false))
  let at = writeVarUint(target, 0, sections.length)
  for (const run of sections) {
    at = writeVarUint(target, at, run.count)
    at = writeVarUint(target, at, run.client)
    at = writeVarUint(target, at, run.clock)
    at = writePieces(target, at, run.pieces)
  }
  at = writeVarUint(target, at, deletes.length)
  for (const run of deletes) {
    at = writeVarUint(target, at, run.client)
    at = writeVarUint(target, at, run.count)
    at = writePieces(target, at, run.pieces)
  }
  return target
}

function writePieces(target: Buffer, offset: number, pieces: readonly Piece[]): number {
  let at = offset
  for (const { bytes, from, to } of pieces) {
    target.set(bytes.subarray(from, to), at)
    at += to - from
  }
  return at
}

function sizeOfRuns(runs: readonly Run[], withClock: boolean): number {
  let size = varUintSize(runs.length)
  for (const run of runs) {
    size += varUintSize(run.count) + varUintSize(run.client)
    if (withClock) size += varUintSize(run.clock)
    for (const { from, to } of run.pieces) size += to - from
  }
  return size
}
