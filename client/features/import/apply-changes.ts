/**
 * Does on the board what a text changed: one step of undo. What a partner removed meanwhile is passed over,
 * and what they added stays, since only the changes of the text are done and not its whole.
 */
import type {
  DesignEdge,
  DesignGroup,
  DesignNode,
  Graph,
  PropertyValue,
} from '#shared/design/design.ts'
import { isBoundaryType, isEdgeType } from '#shared/design/vocabulary.ts'
import type { GraphMerge } from '#shared/exchange/mermaid/merge-graph.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'

export type EditedCanvas = Pick<
  CanvasHandle,
  | 'graph'
  | 'select'
  | 'asOneStep'
  | 'addComponent'
  | 'addBoundary'
  | 'connect'
  | 'changeComponent'
  | 'changeConnection'
  | 'changeBoundary'
  | 'setProperty'
  | 'moveInto'
  | 'remove'
>
type GraphChange = GraphMerge['changes'][number]
type FieldChange = Extract<GraphChange, { change: 'changed' | 'renamed' }>

interface Work {
  readonly canvas: EditedCanvas
  /** The drawing as the text has it. */
  readonly after: Graph
  readonly made: Map<string, string>
}

/**
 * Nothing happens where a change names what the board does not have. `made` holds the ids on the board of
 * what the same text added before, and gets those of what it adds now.
 */
export function applyChanges(
  canvas: EditedCanvas,
  { graph, changes }: Pick<GraphMerge, 'graph' | 'changes'>,
  made = new Map<string, string>(),
): void {
  const work: Work = { canvas, after: graph, made }
  const added = changes.flatMap((one) => (one.change === 'added' ? [one] : []))
  const removed = changes.flatMap((one) =>
    one.change === 'removed' ? [onBoard(work, one.thing.id)] : [],
  )
  const edited = changes.flatMap((one) =>
    one.change === 'changed' || one.change === 'renamed' ? [one] : [],
  )
  if (added.length + removed.length + edited.length === 0) return
  canvas.asOneStep(() => {
    if (removed.length > 0) canvas.remove(removed)
    for (const one of added) if (one.what === 'node') addNode(work, one.thing)
    const groups = added.flatMap((one) => (one.what === 'group' ? [one.thing] : []))
    for (const group of fromInside(groups)) addGroup(work, group)
    for (const one of added) if (one.what === 'edge') addEdge(work, one.thing)
    for (const change of edited) applyField(work, change)
  })
}

function onBoard({ made }: Pick<Work, 'made'>, id: string): string {
  return made.get(id) ?? id
}

/** Beside one that it is connected with, so that the eye finds it. */
function addNode(work: Work, node: DesignNode): void {
  const { canvas, after, made } = work
  const edge = after.edges.find(({ from, to }) => from === node.id || to === node.id)
  const neighbour = edge?.from === node.id ? edge.to : edge?.from
  canvas.select(neighbour === undefined ? [] : [onBoard(work, neighbour)])
  const { kind, label, technology } = node
  const groupId = node.groupId === undefined ? undefined : onBoard(work, node.groupId)
  const isKnown = canvas.graph().groups.some(({ id }) => id === groupId)
  const id = canvas.addComponent({
    kind,
    label,
    technology,
    ...(groupId !== undefined && isKnown ? { groupId } : {}),
  })
  if (id === undefined) return
  made.set(node.id, id)
  if (node.replicas !== undefined) canvas.changeComponent(id, { replicas: node.replicas })
  for (const [name, value] of Object.entries(node.properties)) canvas.setProperty(id, name, value)
}

function addGroup(work: Work, { id, type, label, parentId }: DesignGroup): void {
  const { canvas, after, made } = work
  const members = [
    ...after.nodes.filter(({ groupId }) => groupId === id),
    ...after.groups.filter((group) => group.parentId === id),
  ].map((member) => onBoard(work, member.id))
  const own = canvas.addBoundary(type, label, members)
  if (own === undefined) return
  made.set(id, own)
  if (parentId !== undefined) canvas.moveInto(own, onBoard(work, parentId))
}

/** Inner boundaries before those around them, which are drawn around what is there. */
function fromInside(groups: readonly DesignGroup[]): readonly DesignGroup[] {
  const parents = new Map(groups.map(({ id, parentId }) => [id, parentId]))
  const depth = (id: string) => {
    let steps = 0
    let at = parents.get(id)
    while (at !== undefined && steps <= groups.length) {
      at = parents.get(at)
      steps += 1
    }
    return steps
  }
  return groups.toSorted((a, b) => depth(b.id) - depth(a.id))
}

function addEdge(work: Work, edge: DesignEdge): void {
  const { canvas, made } = work
  const id = canvas.connect(onBoard(work, edge.from), onBoard(work, edge.to), edge.type)
  if (id === undefined) return
  made.set(edge.id, id)
  const { label, protocol } = edge
  canvas.changeConnection(id, { label, ...(protocol === '' ? {} : { protocol }) })
  for (const [name, value] of Object.entries(edge.properties)) setOfEdge(canvas, id, [name, value])
}

function applyField(work: Work, change: FieldChange): void {
  if (change.what === 'node') changeNode(work, change)
  else if (change.what === 'edge') changeEdge(work, change)
  else changeGroup(work, change)
}

function changeNode(work: Work, change: FieldChange): void {
  const { canvas } = work
  const { to } = change
  const id = onBoard(work, change.id)
  if (change.change === 'renamed') return canvas.changeComponent(id, { label: change.to })
  switch (change.field) {
    case 'kind':
    case 'technology':
      return canvas.changeComponent(id, { [change.field]: String(to ?? '') })
    case 'replicas':
      return canvas.changeComponent(id, { replicas: typeof to === 'number' ? to : 1 })
    case 'groupId':
      return canvas.moveInto(id, to === undefined ? undefined : onBoard(work, String(to)))
    default:
      return canvas.setProperty(id, propertyName(change.field), to)
  }
}

function changeEdge(work: Work, change: FieldChange): void {
  const { canvas, after } = work
  const { to } = change
  const id = onBoard(work, change.id)
  if (change.change === 'renamed') return canvas.changeConnection(id, { label: change.to })
  switch (change.field) {
    case 'from':
    case 'to': {
      // An arrow keeps its ends; one that is rewired is another arrow that says the same.
      const edge = after.edges.find((one) => one.id === change.id)
      if (edge === undefined || !canvas.graph().edges.some((one) => one.id === id)) return undefined
      canvas.remove([id])
      return addEdge(work, edge)
    }
    case 'type':
      return isEdgeType(to) ? canvas.changeConnection(id, { type: to }) : undefined
    case 'protocol':
      return canvas.changeConnection(id, { protocol: String(to ?? '') })
    default:
      return setOfEdge(canvas, id, [propertyName(change.field), to])
  }
}

/** Both ways is what the heads of an arrow say. */
function setOfEdge(
  canvas: EditedCanvas,
  id: string,
  [name, value]: readonly [string, PropertyValue | undefined],
): void {
  if (name === 'bothWays') canvas.changeConnection(id, { bothWays: value === true })
  else canvas.setProperty(id, name, value)
}

function changeGroup(work: Work, change: FieldChange): void {
  const { canvas } = work
  const { to } = change
  const id = onBoard(work, change.id)
  if (change.change === 'renamed') return canvas.changeBoundary(id, { label: change.to })
  if (change.field === 'parentId') {
    return canvas.moveInto(id, to === undefined ? undefined : onBoard(work, String(to)))
  }
  return isBoundaryType(to) ? canvas.changeBoundary(id, { type: to }) : undefined
}

/** A property that is called like a field has a dot before it. */
function propertyName(field: string): string {
  return field.startsWith('.') ? field.slice(1) : field
}
