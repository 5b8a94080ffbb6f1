import { describe, expect, it } from 'vitest'
import type { Graph } from '#shared/design/design.ts'
import { readMermaid } from '#shared/exchange/mermaid/read-mermaid.ts'
import { writeMermaid } from '#shared/exchange/mermaid/write-mermaid.ts'
import { readUpdate, updateWithKinds } from './read-update.ts'

const drawn = readMermaid('flowchart LR\n  web[Browser] --> api[API]').graph

const board: Graph = {
  ...drawn,
  nodes: drawn.nodes.map((node) => ({ ...node, id: `shape:${node.id}` })),
  edges: drawn.edges.map((edge) => ({
    ...edge,
    id: 'shape:arrow',
    from: `shape:${edge.from}`,
    to: `shape:${edge.to}`,
  })),
}

describe('readUpdate', () => {
  it('finds what a text from this board changes, also within a document', () => {
    const text = writeMermaid(board).replace('API', 'Orders API')
    for (const given of [text, `# Shop\n\n\`\`\`mermaid\n${text}\`\`\`\n`]) {
      expect(readUpdate(board, given)?.changes).toEqual([
        { change: 'renamed', what: 'node', id: 'shape:api', from: 'API', to: 'Orders API' },
      ])
    }
  })

  it('knows a drawing from elsewhere by its ids, and leaves it to be placed', () => {
    expect(readUpdate(board, 'flowchart LR\n  web[Browser] --> api[API]')).toBeUndefined()
    expect(readUpdate({ nodes: [], edges: [], groups: [] }, writeMermaid(board))).toBeUndefined()
    expect(readUpdate(board, `${writeMermaid(board)}\n  a[broken --> [`)).toBeUndefined()
  })

  it('takes the kinds that a person chose, of new ones and of old ones', () => {
    const text = writeMermaid(board).concat('  api --> jobs[Zorblax]\n')
    const update = readUpdate(board, text) ?? { graph: board, changes: [] }
    const chosen = new Map([
      ['jobs', 'worker'],
      ['shape:api', 'monolith'],
    ])
    const { changes } = updateWithKinds(update, chosen)
    expect(changes).toContainEqual(
      expect.objectContaining({
        change: 'added',
        thing: expect.objectContaining({ kind: 'worker' }),
      }),
    )
    expect(changes).toContainEqual(
      expect.objectContaining({ id: 'shape:api', field: 'kind', to: 'monolith' }),
    )
  })
})
