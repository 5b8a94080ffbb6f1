/**
 * Judges what a tick may have broken between records that are each good, and settles it as
 * `shared/design/judge-board.ts` does for whole boards: the same verdicts, found by looking only at what
 * changed. Beyond that it keeps a thing where it was seen when its parent goes. It gathers what
 * the compensating transaction has to write.
 */
import type { TLRecord, TLShape } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { restore, type Judging } from './judge-records.ts'
import { isArrowBinding } from './known-board.ts'
import { placeOnPage } from './place-on-page.ts'

/** Settles every fault that the changed records (`judging.before`) can have caused. */
export function judgeBoard(judging: Judging): void {
  keepEssentials(judging)
  const { shapes, bindings } = suspects(judging)
  for (const id of shapes) settleParent(judging, id)
  for (const id of bindings) settleBinding(judging, id)
}

/** A board has its document record and at least one page, whatever is deleted. */
function keepEssentials(judging: Judging): void {
  const { known, before } = judging
  for (const [id, good] of before) {
    if (good === undefined || known.records.has(id)) continue
    const isLastPage = good.typeName === 'page' && known.firstPage() === undefined
    if (!isLastPage && good.typeName !== 'document') continue
    restore(judging, good)
    known.put(good)
  }
}

interface Suspects {
  readonly shapes: ReadonlySet<string>
  readonly bindings: ReadonlySet<string>
}

function suspects({ known, before }: Judging): Suspects {
  const shapes = new Set<string>()
  const bindings = new Set<string>()
  for (const [id, was] of before) {
    const now = known.records.get(id)
    if (now?.typeName === 'shape' && now.parentId !== parentOf(was)) shapes.add(id)
    if (now?.typeName === 'binding') bindings.add(id)
    if (now !== undefined || was?.typeName !== 'shape') continue
    for (const child of known.childrenOf(id)) shapes.add(child)
    for (const binding of known.bindingsAt(id)) bindings.add(binding)
  }
  return { shapes, bindings }
}

function parentOf(record: TLRecord | undefined): string | undefined {
  return record?.typeName === 'shape' ? record.parentId : undefined
}

function settleParent(judging: Judging, id: string): void {
  const { known } = judging
  const walked: TLShape[] = []
  const seen = new Set<string>()
  let shape = known.shape(id)
  while (shape !== undefined) {
    if (seen.has(shape.id)) {
      const cycle = walked.slice(walked.findIndex((member) => member.id === shape?.id))
      moveToPage(
        judging,
        cycle.reduce((a, b) => (b.id < a.id ? b : a)),
      )
      return
    }
    seen.add(shape.id)
    walked.push(shape)
    if (!shape.parentId.startsWith('shape:')) return
    const parent = known.shape(shape.parentId)
    if (parent === undefined) moveToPage(judging, shape)
    shape = parent
  }
}

/** On the page, at the place where it was last seen. */
function moveToPage(judging: Judging, shape: TLShape): void {
  const { known, before, records, repairs } = judging
  const place = placeOnPage(shape, before, known)
  const page = place.page ?? known.firstPage()?.id
  if (page === undefined) return
  const { x, y, rotation } = place
  known.put({ ...shape, parentId: page, x, y, rotation })
  repairs.push(() => {
    const map = records.get(shape.id)
    if (!(map instanceof Y.Map)) return
    map.set('parentId', page)
    map.set('xy', [x, y])
    if (rotation !== shape.rotation) map.set('rotation', rotation)
  })
}

function settleBinding(judging: Judging, id: string): void {
  const { known } = judging
  const binding = known.binding(id)
  if (binding === undefined) return
  if (known.shape(binding.fromId) === undefined || known.shape(binding.toId) === undefined) {
    removeBinding(judging, id)
    return
  }
  if (!isArrowBinding(binding)) return
  const { terminal } = binding.props
  const holders: string[] = []
  for (const other of known.bindingsAt(binding.fromId)) {
    const held = known.binding(other)
    if (held?.fromId !== binding.fromId || !isArrowBinding(held)) continue
    if (held.props.terminal === terminal && known.shape(held.toId) !== undefined)
      holders.push(other)
  }
  for (const doubled of holders.sort().slice(1)) removeBinding(judging, doubled)
}

function removeBinding({ known, records, repairs }: Judging, id: string): void {
  known.remove(id)
  repairs.push(() => records.delete(id))
}
