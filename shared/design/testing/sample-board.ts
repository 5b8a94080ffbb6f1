/** A small valid board for tests: two components, one in a boundary, tied by an arrow. */
import type { TLRecord } from '@tldraw/tlschema'
import { createBoardSchema } from '../board-schema.ts'

const common = {
  typeName: 'shape',
  x: 10,
  y: 20,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  meta: {},
}
const arrowProps = {
  dash: 'draw',
  size: 'm',
  fill: 'none',
  color: 'black',
  labelColor: 'black',
  bend: 0,
  start: { x: 0, y: 0 },
  end: { x: 100, y: 0 },
  arrowheadStart: 'none',
  arrowheadEnd: 'arrow',
  text: 'SQL',
  labelPosition: 0.5,
  font: 'draw',
  scale: 1,
  kind: 'arc',
  elbowMidPoint: 0.5,
}

/** Validated by the board schema; made anew at every call. */
export function sampleRecords(): readonly TLRecord[] {
  const types: Readonly<Record<string, { validate(record: unknown): TLRecord }>> =
    createBoardSchema().types
  return looseRecords().flatMap((record) => types[record.typeName]?.validate(record) ?? [])
}

function looseRecords() {
  return [
    { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} },
    { id: 'page:page', typeName: 'page', name: 'Page 1', index: 'a1', meta: {} },
    {
      ...common,
      id: 'shape:zone',
      type: 'boundary',
      parentId: 'page:page',
      index: 'a1',
      props: { w: 400, h: 300, boundaryType: 'zone', label: 'Zone A' },
    },
    component('api', 'service', 'shape:zone'),
    component('db', 'sql-db', 'page:page'),
    {
      ...common,
      id: 'shape:arrow',
      type: 'arrow',
      parentId: 'page:page',
      index: 'a3',
      meta: { edgeType: 'sync', protocol: 'SQL' },
      props: { ...arrowProps },
    },
    binding('start', 'api'),
    binding('end', 'db'),
  ]
}

function component(id: string, kind: string, parentId: string) {
  const props = { w: 160, h: 80, kind, label: id, technology: '', replicas: 1 }
  return { ...common, id: `shape:${id}`, type: 'component', parentId, index: 'a2', props }
}

function binding(terminal: 'start' | 'end', to: string) {
  return {
    id: `binding:${terminal}`,
    typeName: 'binding',
    type: 'arrow',
    fromId: 'shape:arrow',
    toId: `shape:${to}`,
    meta: {},
    props: {
      terminal,
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isExact: false,
      isPrecise: false,
      snap: 'none',
    },
  }
}
