import { describe, expect, it } from 'vitest'
import { readMermaid } from '../mermaid/read-mermaid.ts'
import { drawingsOfProducts } from './drawings-of-products.ts'
import { drawingsOfTeams } from './drawings-of-teams.ts'

const acceptable = 0.92

describe.each([
  ['products', drawingsOfProducts],
  ['teams', drawingsOfTeams],
])('drawings of %s', (_, drawings) => {
  it('are understood as a careful reader would', () => {
    const boxes = drawings.flatMap(({ text, kinds }) => {
      const found = new Map(readMermaid(text).graph.nodes.map(({ id, kind }) => [id, kind]))
      return Object.entries(kinds).map(([id, kind]) => ({ id, kind, found: found.get(id) ?? '-' }))
    })
    const missed = boxes.filter(({ kind, found }) => !kind.split('|').includes(found))
    expect(missed.slice(0, Math.ceil(boxes.length * (1 - acceptable)))).toEqual(missed)
  })

  it('leave out nothing but words about the drawing', () => {
    for (const { text, kinds } of drawings) {
      const found = readMermaid(text).graph.nodes.map(({ id }) => id)
      const components = Object.keys(kinds).filter((id) => kinds[id] !== '-')
      expect(found.toSorted()).toEqual(components.toSorted())
    }
  })
})
