/** The same board for tldraw as it comes: rectangles with labels instead of components and boundaries. */
import type { LooseRecord } from './mixed-board.ts'

export function bareBoard(records: readonly LooseRecord[]): readonly LooseRecord[] {
  const places = new Map(records.map(({ id, x, y }) => [id, { x: Number(x), y: Number(y) }]))
  return records.map((record) => {
    if (record['type'] !== 'component' && record['type'] !== 'boundary') return record
    // A rectangle holds no others: what lies in a boundary lies on the page here.
    const parent = places.get(String(record['parentId'])) ?? { x: 0, y: 0 }
    const x = Number(record['x']) + (parent.x || 0)
    const y = Number(record['y']) + (parent.y || 0)
    return { ...rectangle(record), parentId: 'page:page', x, y }
  })
}

function rectangle(record: LooseRecord): LooseRecord {
  const { w, h, label } = record['props'] as { w: number; h: number; label: string }
  const fill = record['type'] === 'boundary' ? 'none' : 'solid'
  return { ...record, type: 'geo', props: { ...geoProps, w, h, fill, richText: textOf(label) } }
}

function textOf(text: string) {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}

const geoProps = {
  geo: 'rectangle',
  dash: 'solid',
  url: '',
  growY: 0,
  scale: 1,
  labelColor: 'black',
  color: 'black',
  size: 's',
  font: 'sans',
  align: 'middle',
  verticalAlign: 'middle',
}
