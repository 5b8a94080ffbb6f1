/**
 * Comments of the form `%% set <id> <property> <value>`: what Mermaid itself cannot say about a node, an
 * arrow or a subgraph. A value is a number, `true`, `false`, or text to the end of the line.
 */
import type {
  DesignEdge,
  DesignGroup,
  DesignNode,
  Graph,
  PropertyValue,
} from '#shared/design/design.ts'
import { maxReplicas } from '#shared/design/board-schema.ts'
import { isBoundaryType, isEdgeType } from '#shared/design/vocabulary.ts'
import type { Problem } from '../problem.ts'

interface Statement {
  readonly line: number
  readonly id: string
  readonly property: string
  readonly value: PropertyValue
}

const form = /^\s*%%\s*set\s+(\S+)\s+([a-zA-Z][\w-]*)\s+(\S.*?)\s*$/
const opening = /^\s*%%\s*set\s/

/** The statements of a diagram in order; a comment that only begins like one is a note. */
export function readStatements(text: string): {
  readonly list: readonly Statement[]
  readonly problems: readonly Problem[]
} {
  const list: Statement[] = []
  const problems: Problem[] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (!opening.test(line)) continue
    const [, id, property, value] = form.exec(line) ?? []
    if (id !== undefined && property !== undefined && value !== undefined) {
      list.push({ line: i + 1, id, property, value: valueOf(value) })
    } else problems.push(note(i + 1, 'Expected "%% set <id> <property> <value>".'))
  }
  return { list, problems }
}

/** The graph with every statement applied, and a note for each that names nothing. */
export function applyStatements(
  graph: Graph,
  statements: readonly Statement[],
): { readonly graph: Graph; readonly problems: readonly Problem[] } {
  if (statements.length === 0) return { graph, problems: [] }
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const edges = new Map(graph.edges.map((edge) => [edge.id, edge]))
  const groups = new Map(graph.groups.map((group) => [group.id, group]))
  const problems: Problem[] = []
  for (const statement of statements) {
    const [node, edge, group] = [nodes, edges, groups].map((map) => map.has(statement.id))
    if (node === true) change(nodes, statement, setOnNode)
    else if (edge === true) change(edges, statement, setOnEdge)
    else if (group === true) change(groups, statement, setOnGroup)
    else problems.push(note(statement.line, `Nothing is called "${statement.id}" here.`))
  }
  const changed = { nodes: [...nodes.values()], edges: [...edges.values()] }
  return { graph: { ...changed, groups: [...groups.values()] }, problems }
}

function change<T>(
  map: Map<string, T>,
  statement: Statement,
  set: (thing: T, property: string, value: PropertyValue) => T,
): void {
  const thing = map.get(statement.id)
  if (thing !== undefined) map.set(statement.id, set(thing, statement.property, statement.value))
}

function setOnNode(node: DesignNode, property: string, value: PropertyValue): DesignNode {
  if (property === 'kind' || property === 'label' || property === 'technology') {
    return { ...node, [property]: String(value) }
  }
  if (property === 'replicas' && isCount(value)) return { ...node, replicas: value }
  return { ...node, properties: { ...node.properties, [property]: value } }
}

function setOnEdge(edge: DesignEdge, property: string, value: PropertyValue): DesignEdge {
  if (property === 'type' && isEdgeType(value)) return { ...edge, type: value }
  if (property === 'protocol' || property === 'label') return { ...edge, [property]: String(value) }
  return { ...edge, properties: { ...edge.properties, [property]: value } }
}

function setOnGroup(group: DesignGroup, property: string, value: PropertyValue): DesignGroup {
  if (property === 'type' && isBoundaryType(value)) return { ...group, type: value }
  return property === 'label' ? { ...group, label: String(value) } : group
}

function isCount(value: PropertyValue): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= maxReplicas
}

function valueOf(text: string): PropertyValue {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text
}

function note(line: number, message: string): Problem {
  return { severity: 'note', line, column: 1, message }
}
