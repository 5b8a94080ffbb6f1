/**
 * Boards of any size that look like what people draw: components in rows, some of them inside of
 * boundaries, and bound arrows between neighbours. The same for the same counts.
 */
import { getIndices } from '@tldraw/utils'
import type { EdgeType } from '#shared/design/vocabulary.ts'
import { kinds } from '#shared/kinds/index.ts'

export interface BoardCounts {
  readonly components: number
  readonly boundaries: number
  readonly arrows: number
}

/** What the budgets call a mixed board: three components to two arrows, and a boundary now and then. */
export function mixOf(shapes: number): BoardCounts {
  const arrows = Math.round(shapes * 0.4)
  const boundaries = Math.round(shapes * 0.02)
  return { components: shapes - arrows - boundaries, boundaries, arrows }
}

/** A record that the server validates when it imports it. */
export interface LooseRecord {
  readonly id: string
  readonly typeName: string
  readonly [key: string]: unknown
}

const card = { w: 168, h: 72 }
const pitch = { x: 260, y: 160 }
/** Components in one boundary, side by side. */
const held = 4
const margin = 40
const types: readonly EdgeType[] = ['sync', 'sync', 'async', 'stream', 'replication']

export function mixedBoard(counts: BoardCounts): readonly LooseRecord[] {
  const columns = Math.ceil(Math.sqrt(counts.components * 0.9))
  const indices = getIndices(counts.components + counts.boundaries + counts.arrows)
  const index = (at: number) => indices[at] ?? 'a1'
  const { boundaries, components } = counts
  return [
    { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} },
    { id: 'page:page', typeName: 'page', name: 'Page 1', index: 'a1', meta: {} },
    ...times(boundaries, (at) => boundary(at, placeOf(at * held, columns), index(at))),
    ...times(components, (at) =>
      component(at, placeOf(at, columns), index(boundaries + at), counts),
    ),
    ...times(counts.arrows, (at) =>
      arrow(
        at,
        [at % components, targetOf(at, components, columns)],
        index(boundaries + components + at),
      ),
    ).flat(),
  ]
}

interface Place {
  readonly x: number
  readonly y: number
}

function placeOf(at: number, columns: number): Place {
  return { x: (at % columns) * pitch.x, y: Math.floor(at / columns) * pitch.y }
}

/** The next one in the row, and every fourth time the one below. */
function targetOf(at: number, components: number, columns: number): number {
  return (at + (at % 4 === 3 ? columns : 1)) % components
}

function component(at: number, place: Place, index: string, counts: BoardCounts): LooseRecord {
  const kind = kinds[at % kinds.length]
  const isHeld = at < counts.boundaries * held
  const first = isHeld ? Math.floor(at / held) : undefined
  const props = {
    ...card,
    kind: kind?.id ?? 'service',
    label: `${kind?.title ?? 'Service'} ${at}`,
    technology: kind?.technologies[0] ?? '',
    replicas: at % 5 === 0 ? 3 : 1,
  }
  const inside = { x: margin + (at % held) * pitch.x, y: margin }
  return {
    ...shape(`c${at}`, 'component', index),
    ...(first === undefined ? place : inside),
    parentId: first === undefined ? 'page:page' : `shape:b${first}`,
    props,
  }
}

function boundary(at: number, place: Place, index: string): LooseRecord {
  const w = (held - 1) * pitch.x + card.w + 2 * margin
  const props = { w, h: card.h + 2 * margin, boundaryType: 'zone', label: `Zone ${at}` }
  return {
    ...shape(`b${at}`, 'boundary', index),
    x: place.x - margin,
    y: place.y - margin,
    props,
  }
}

function arrow(at: number, [from, to]: readonly [number, number], index: string): LooseRecord[] {
  const says = at % 3 === 0
  return [
    {
      ...shape(`a${at}`, 'arrow', index),
      meta: {
        edgeType: types[at % types.length] ?? 'sync',
        ...(says ? { protocol: 'HTTPS' } : {}),
      },
      props: { ...arrowProps, text: says ? 'reads' : '' },
    },
    binding(at, 'start', from),
    binding(at, 'end', to),
  ]
}

function binding(at: number, terminal: 'start' | 'end', to: number): LooseRecord {
  const anchor = { normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false }
  return {
    id: `binding:a${at}-${terminal}`,
    typeName: 'binding',
    type: 'arrow',
    fromId: `shape:a${at}`,
    toId: `shape:c${to}`,
    meta: {},
    props: { ...anchor, terminal, snap: 'none' },
  }
}

function shape(name: string, type: string, index: string): LooseRecord {
  const flags = { rotation: 0, isLocked: false, opacity: 1, meta: {} }
  return {
    id: `shape:${name}`,
    typeName: 'shape',
    type,
    x: 0,
    y: 0,
    parentId: 'page:page',
    index,
    ...flags,
  }
}

const arrowProps = {
  kind: 'arc',
  labelColor: 'black',
  color: 'black',
  fill: 'none',
  dash: 'solid',
  size: 's',
  arrowheadStart: 'none',
  arrowheadEnd: 'arrow',
  font: 'sans',
  start: { x: 0, y: 0 },
  end: { x: 100, y: 0 },
  bend: 0,
  labelPosition: 0.5,
  scale: 1,
  elbowMidPoint: 0.5,
}

function times<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at))
}
