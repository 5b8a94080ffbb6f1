/** A kind that passes its contract as it stands; every text in it wants to be replaced. */
export function kindTemplate(id: string, title: string): string {
  const words = title.toLowerCase()
  return `import { defineKind } from './define-kind.ts'

export default defineKind({
  id: '${id}',
  title: '${title}',
  group: 'compute',
  order: 900,
  traits: ['compute'],
  // A placeholder until it is drawn: 24 × 24, strokes only, readable at 16 pixels.
  icon: '${placeholderIcon(id)}',
  isFor: 'Does what no other kind of component is there to do.',
  notFor: 'Anything that another kind of component already does.',
  properties: [{ id: 'capacityQps', default: 1000, source: 'assumed' }, { id: 'zones' }],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'sql-db', direction: 'out', edge: 'sync' },
  ],
  words: ['${words}'],
  technologies: [],
})
`
}

/** A frame with a bar whose length and height follow from the id, so that two new kinds differ. */
function placeholderIcon(id: string): string {
  const codes = Array.from(id, (letter) => letter.charCodeAt(0))
  const sum = codes.reduce((total, code) => (total * 31 + code) % 8_191, 7)
  const [x, y] = [8 + (sum % 13), 6 + (Math.floor(sum / 13) % 13)]
  return `<rect x="2.5" y="2.5" width="19" height="19" rx="3"/><path d="M6 ${y}H${x}"/>`
}
