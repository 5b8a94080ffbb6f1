import { describe, expect, it } from 'vitest'
import type { DesignEdge, DesignNode, Graph } from '#shared/design/design.ts'
import { mergeGraph } from '#shared/exchange/mermaid/merge-graph.ts'
import { readMermaid } from '#shared/exchange/mermaid/read-mermaid.ts'
import { writeMermaid } from '#shared/exchange/mermaid/write-mermaid.ts'
import { applyChanges, type EditedCanvas } from './apply-changes.ts'

const { graph: board } = readMermaid(`flowchart LR
  web[Browser] --> api[API x2]
  api -->|SQL| db[(PostgreSQL)]
  subgraph vpc[Private network]
    api
    db
  end`)

/** A canvas of nothing but a graph: what it is after the edits is what a board would say. */
function canvasOf(start: Graph) {
  let { nodes, edges, groups } = start
  let made = 0
  let steps = 0
  const newId = () => `shape:${(made += 1)}`
  const node = (id: string, change: Partial<DesignNode>) => {
    nodes = nodes.map((one) => (one.id === id ? { ...one, ...change } : one))
  }
  const edge = (id: string, change: Partial<DesignEdge>) => {
    edges = edges.map((one) => (one.id === id ? { ...one, ...change } : one))
  }
  const canvas: EditedCanvas = {
    graph: () => ({ nodes, edges, groups }),
    select: () => undefined,
    asOneStep: (act) => {
      steps += 1
      act()
    },
    addComponent({ kind, label = '', technology = '', groupId }) {
      const id = newId()
      const holder = groupId === undefined ? {} : { groupId }
      nodes = [...nodes, { id, kind, label, technology, replicas: 1, properties: {}, ...holder }]
      return id
    },
    addBoundary(type, label, around = []) {
      const id = newId()
      groups = [...groups, { id, type, label }]
      for (const member of around) canvas.moveInto(member, id)
      return id
    },
    connect(from, to, type = 'sync') {
      if (![from, to].every((end) => nodes.some(({ id }) => id === end))) return undefined
      const id = newId()
      edges = [...edges, { id, from, to, type, label: '', protocol: '', properties: {} }]
      return id
    },
    changeComponent: node,
    changeConnection: edge,
    changeBoundary(id, change) {
      groups = groups.map((one) => (one.id === id ? { ...one, ...change } : one))
    },
    setProperty(id, name, value) {
      const set = ({ properties }: DesignNode | DesignEdge) => {
        const { [name]: _, ...rest } = properties
        return { properties: value === undefined ? rest : { ...rest, [name]: value } }
      }
      nodes = nodes.map((one) => (one.id === id ? { ...one, ...set(one) } : one))
      edges = edges.map((one) => (one.id === id ? { ...one, ...set(one) } : one))
    },
    moveInto(id, groupId) {
      nodes = nodes.map((one) => {
        if (one.id !== id) return one
        const { groupId: _, ...rest } = one
        return groupId === undefined ? rest : { ...rest, groupId }
      })
    },
    remove(ids) {
      nodes = nodes.filter(({ id }) => !ids.includes(id))
      groups = groups.filter(({ id }) => !ids.includes(id))
      edges = edges.filter(({ id }) => !ids.includes(id))
    },
  }
  return { canvas, steps: () => steps }
}

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
