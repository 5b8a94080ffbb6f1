import { describe, expect, it } from 'vitest'
import type { DesignNode, Graph } from '#shared/design/design.ts'
import { mergeGraph } from '#shared/exchange/mermaid/merge-graph.ts'
import { readMermaid } from '#shared/exchange/mermaid/read-mermaid.ts'
import { writeMermaid } from '#shared/exchange/mermaid/write-mermaid.ts'
import { applyChanges } from './apply-changes.ts'
import { canvasOf } from './testing/canvas-of.ts'

const { graph: board } = readMermaid(`flowchart LR
  web[Browser] --> api[API x2]
  api -->|SQL| db[(PostgreSQL)]
  subgraph vpc[Private network]
    api
    db
  end`)

function edited(change: (text: string) => string, onto: Graph = board) {
  const { canvas, steps } = canvasOf(onto)
  applyChanges(canvas, mergeGraph(board, change(writeMermaid(board))))
  return { graph: canvas.graph(), steps: steps() }
}

describe('applyChanges', () => {
  it('does nothing, and makes no step, when the text was not changed', () => {
    expect(edited((text) => text)).toEqual({ graph: board, steps: 0 })
  })

  it('renames and adds what the text names and adds, as one step', () => {
    const { graph, steps } = edited((text) =>
      text.replace('PostgreSQL', 'Orders store').concat('  db --> copy[(Read replica)]\n'),
    )
    expect(steps).toBe(1)
    expect(graph.nodes.map(({ label }) => label)).toEqual([
      'Browser',
      'API',
      'Orders store',
      'Read replica',
    ])
    const replica = graph.nodes.find(({ label }) => label === 'Read replica')
    expect(graph.edges.some(({ from, to }) => from === 'db' && to === replica?.id)).toBe(true)
    expect(graph.nodes.find(({ id }) => id === 'api')?.replicas).toBe(2)
  })

  it('removes what left the text and keeps what a partner added meanwhile', () => {
    const queue: DesignNode = {
      id: 'shape:queue',
      kind: 'queue',
      label: 'Jobs',
      technology: '',
      properties: {},
    }
    const onto = { ...board, nodes: [...board.nodes, queue] }
    const { graph } = edited(
      (text) =>
        text
          .split('\n')
          .filter((line) => !line.includes('web'))
          .join('\n'),
      onto,
    )
    expect(graph.nodes.map(({ id }) => id)).toEqual(['api', 'db', 'shape:queue'])
  })

  it('draws a new boundary around its members', () => {
    const { graph } = edited((text) =>
      text.replace('flowchart LR\n', 'flowchart LR\n  subgraph eu[Region EU]\n    web\n  end\n'),
    )
    const region = graph.groups.find(({ label }) => label === 'Region EU')
    expect(graph.nodes.find(({ id }) => id === 'web')?.groupId).toBe(region?.id)
  })

  it('changes nothing for a text that cannot be read', () => {
    expect(edited((text) => `${text}\n  a[broken --> [`)).toEqual({ graph: board, steps: 0 })
  })
})
