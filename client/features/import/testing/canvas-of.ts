import type { DesignEdge, DesignNode, Graph } from '#shared/design/design.ts'
import type { EditedCanvas } from '../apply-changes.ts'

/** What lies on it, and ids for what is made. */
class Drawn {
  #made = 0

  constructor(public graph: Graph) {}

  newId(): string {
    this.#made += 1
    return `shape:${this.#made}`
  }

  set(change: Partial<Graph>): void {
    this.graph = { ...this.graph, ...change }
  }

  changeNode(id: string, change: (node: DesignNode) => DesignNode): void {
    this.set({ nodes: this.graph.nodes.map((one) => (one.id === id ? change(one) : one)) })
  }

  changeEdge(id: string, change: (edge: DesignEdge) => DesignEdge): void {
    this.set({ edges: this.graph.edges.map((one) => (one.id === id ? change(one) : one)) })
  }
}

/** A canvas of nothing but a graph: what it is after the edits is what a board would say. */
export function canvasOf(start: Graph) {
  const drawn = new Drawn(start)
  let steps = 0
  const canvas: EditedCanvas = {
    graph: () => drawn.graph,
    select: () => undefined,
    asOneStep: (act) => {
      steps += 1
      act()
    },
    ...additionsTo(drawn),
    ...changesOf(drawn),
  }
  return { canvas, steps: () => steps }
}

function additionsTo(
  drawn: Drawn,
): Pick<EditedCanvas, 'addComponent' | 'addBoundary' | 'connect' | 'remove'> {
  return {
    addComponent({ kind, label = '', technology = '', groupId }) {
      const id = drawn.newId()
      const holder = groupId === undefined ? {} : { groupId }
      const node = { id, kind, label, technology, replicas: 1, properties: {}, ...holder }
      drawn.set({ nodes: [...drawn.graph.nodes, node] })
      return id
    },
    addBoundary(type, label, around = []) {
      const id = drawn.newId()
      drawn.set({ groups: [...drawn.graph.groups, { id, type, label }] })
      for (const member of around) drawn.changeNode(member, (one) => ({ ...one, groupId: id }))
      return id
    },
    connect(from, to, type = 'sync') {
      const { nodes, edges } = drawn.graph
      if (![from, to].every((end) => nodes.some(({ id }) => id === end))) return undefined
      const id = drawn.newId()
      const edge = { id, from, to, type, label: '', protocol: '', properties: {} }
      drawn.set({ edges: [...edges, edge] })
      return id
    },
    remove(ids) {
      const { nodes, groups, edges } = drawn.graph
      const stays = ({ id }: { readonly id: string }) => !ids.includes(id)
      // An arrow goes with its ends, as on a board.
      const isHeld = ({ from, to }: DesignEdge) => !ids.includes(from) && !ids.includes(to)
      drawn.set({
        nodes: nodes.filter(stays),
        groups: groups.filter(stays),
        edges: edges.filter((edge) => stays(edge) && isHeld(edge)),
      })
    },
  }
}

type Changes = Pick<
  EditedCanvas,
  'changeComponent' | 'changeConnection' | 'changeBoundary' | 'setProperty' | 'moveInto'
>

function changesOf(drawn: Drawn): Changes {
  const setProperty: EditedCanvas['setProperty'] = (id, name, value) => {
    const set = ({ properties }: DesignNode | DesignEdge) => {
      const { [name]: _, ...rest } = properties
      return { properties: value === undefined ? rest : { ...rest, [name]: value } }
    }
    drawn.changeNode(id, (one) => ({ ...one, ...set(one) }))
    drawn.changeEdge(id, (one) => ({ ...one, ...set(one) }))
  }
  return {
    setProperty,
    changeComponent: (id, change) => drawn.changeNode(id, (one) => ({ ...one, ...change })),
    changeConnection(id, { bothWays, ...change }) {
      drawn.changeEdge(id, (one) => ({ ...one, ...change }))
      if (bothWays !== undefined) setProperty(id, 'bothWays', bothWays || undefined)
    },
    changeBoundary(id, change) {
      const { groups } = drawn.graph
      drawn.set({ groups: groups.map((one) => (one.id === id ? { ...one, ...change } : one)) })
    },
    moveInto(id, groupId) {
      drawn.changeNode(id, (one) => {
        const { groupId: _, ...rest } = one
        return groupId === undefined ? rest : { ...rest, groupId }
      })
    },
  }
}
