/**
 * What is wrong with a board as a whole although each of its records is valid: two people's edits that
 * are each fine can put two boundaries into each other, or leave an arrow tied to what is gone.
 * It judges and proposes; it may not write, so that client, server and files act on the same verdict.
 */
import type {
  TLArrowBinding,
  TLPageId,
  TLParentId,
  TLRecord,
  TLShape,
  TLShapeId,
} from '@tldraw/tlschema'
import type { BoundaryShape, ComponentShape } from './board-schema.ts'

type Records = ReadonlyMap<string, TLRecord>
type BoardShape = TLShape | ComponentShape | BoundaryShape

/**
 * `missing_parent` its parent is a shape that is not there · `parent_cycle` it is its own ancestor ·
 * `dangling_binding` one of its ends is not there · `doubled_binding` another binding holds the same
 * end of the same arrow.
 */
export interface BoardFault {
  readonly type: 'missing_parent' | 'parent_cycle' | 'dangling_binding' | 'doubled_binding'
  readonly id: string
}

/**
 * Every fault, in an order that depends on the records alone. A shape on a deleted *page* is none:
 * tldraw leaves such shapes behind so that undo brings the page back whole. Of a cycle the member with
 * the smallest id is named, of doubled bindings all but the one with the smallest id.
 */
export function judgeBoard(records: Records): readonly BoardFault[] {
  const faults = [...parentFaults(records), ...bindingFaults(records)]
  return faults.sort((a, b) => compareText(a.id, b.id))
}

/**
 * What to read instead of the records at fault so that the board opens: a shape without a parent, or the
 * named member of a cycle, stands on the first page; a binding at fault is absent (`undefined`). The
 * same records give the same answer everywhere. Empty when there is no fault.
 */
export function settleBoard(records: Records): ReadonlyMap<string, TLRecord | undefined> {
  const settled = new Map<string, TLRecord | undefined>()
  const page = firstPage(records)
  for (const { id } of judgeBoard(records)) {
    const record = records.get(id)
    const stays = record?.typeName === 'shape' && page !== undefined
    settled.set(id, stays ? onPage(record, page) : undefined)
  }
  return settled
}

function onPage(shape: BoardShape, parentId: TLPageId): BoardShape {
  return { ...shape, parentId }
}

function firstPage(records: Records): TLPageId | undefined {
  let first: { readonly id: TLPageId; readonly index: string } | undefined
  for (const record of records.values()) {
    if (record.typeName !== 'page') continue
    if (first === undefined || isBefore(record, first)) first = record
  }
  return first?.id
}

interface Placed {
  readonly id: string
  readonly index: string
}

function isBefore(a: Placed, b: Placed): boolean {
  return a.index === b.index ? a.id < b.id : a.index < b.index
}

function parentFaults(records: Records): BoardFault[] {
  const faults: BoardFault[] = []
  /** Shapes whose chain of parents is known to end. */
  const settled = new Set<string>()
  for (const record of records.values()) {
    if (record.typeName !== 'shape') continue
    const fault = faultAbove(record, records, settled)
    if (fault !== undefined) faults.push(fault)
  }
  return faults
}

/** Walks up from a shape; every shape is walked over once for the whole board. */
function faultAbove(
  shape: BoardShape,
  records: Records,
  settled: Set<string>,
): BoardFault | undefined {
  const chain: BoardShape[] = []
  const walked = new Set<string>()
  let fault: BoardFault | undefined
  let current: BoardShape | undefined = shape
  while (current !== undefined && !settled.has(current.id)) {
    if (walked.has(current.id)) {
      fault = { type: 'parent_cycle', id: smallestOfCycle(chain, current.id) }
      break
    }
    walked.add(current.id)
    chain.push(current)
    if (!isShapeId(current.parentId)) break
    const parent = records.get(current.parentId)
    if (parent?.typeName !== 'shape') {
      fault = { type: 'missing_parent', id: current.id }
      break
    }
    current = parent
  }
  for (const id of walked) settled.add(id)
  return fault
}

function smallestOfCycle(chain: readonly BoardShape[], entry: string): string {
  const ids = chain.map((shape) => shape.id)
  return ids.slice(ids.findIndex((id) => id === entry)).reduce((a, b) => (b < a ? b : a))
}

function bindingFaults(records: Records): BoardFault[] {
  const faults: BoardFault[] = []
  /** Arrow and end → the binding that holds it. */
  const holders = new Map<string, string>()
  for (const record of records.values()) {
    if (record.typeName !== 'binding') continue
    if (!isThere(record.fromId, records) || !isThere(record.toId, records)) {
      faults.push({ type: 'dangling_binding', id: record.id })
      continue
    }
    if (!isArrowBinding(record)) continue
    const end = `${record.fromId} ${record.props.terminal}`
    const holder = holders.get(end)
    if (holder === undefined) {
      holders.set(end, record.id)
      continue
    }
    const [kept, doubled] = record.id < holder ? [record.id, holder] : [holder, record.id]
    holders.set(end, kept)
    faults.push({ type: 'doubled_binding', id: doubled })
  }
  return faults
}

function isArrowBinding(record: TLRecord): record is TLArrowBinding {
  return record.typeName === 'binding' && record.type === 'arrow'
}

function isThere(id: TLShapeId, records: Records): boolean {
  return records.get(id)?.typeName === 'shape'
}

function isShapeId(id: TLParentId): id is TLShapeId {
  return id.startsWith('shape:')
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
