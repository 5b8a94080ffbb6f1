/**
 * What findings put on the canvas: one mark a component, the worst of its findings and how many; and one
 * a boundary for all that is inside, so that a wide drawing is read from afar.
 */
import { severities, type Finding, type Severity } from '#shared/checker/define-rule.ts'
import type { Graph } from '#shared/design/design.ts'

export interface FindingMark {
  /** `defended` where a decision answered all of them. */
  readonly severity: Exclude<Severity, 'info'> | 'defended'
  readonly count: number
  /** Read aloud and shown on hover. */
  readonly title: string
}

export type FindingMarks = ReadonlyMap<string, FindingMark>

/** Titles that a mark says; what is more is counted. */
const mostTitles = 4

/**
 * By shape id. A finding marks the components that it is about, one about an arrow where it starts, and
 * every boundary around them. What asks for nothing any more counts only where nothing else is.
 */
export function findingMarks(findings: readonly Finding[], graph: Graph): FindingMarks {
  const byShape = findingsByShape(findings, graph)
  const isBoundary = new Set(graph.groups.map(({ id }) => id))
  return new Map([...byShape].map(([id, found]) => [id, markOf(found, isBoundary.has(id))]))
}

/** The worst finding that marks a component or a boundary; the findings are sorted by severity. */
export function findingAt(
  shapeId: string,
  findings: readonly Finding[],
  graph: Graph,
): Finding | undefined {
  return findingsByShape(findings, graph).get(shapeId)?.[0]
}

/** The component that a finding is shown under; `undefined` for one that speaks of no drawing. */
export function homeOf(finding: Finding, nodeIds: ReadonlySet<string>, graph: Graph) {
  return markedNodes(finding, nodeIds, graph)[0]
}

function findingsByShape(
  findings: readonly Finding[],
  graph: Graph,
): ReadonlyMap<string, readonly Finding[]> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const parents = new Map(graph.groups.map(({ id, parentId }) => [id, parentId]))
  const nodeIds = new Set(nodes.keys())
  const byShape = new Map<string, Finding[]>()
  for (const finding of findings) {
    const marked = new Set<string>()
    for (const id of markedNodes(finding, nodeIds, graph)) {
      marked.add(id)
      let around = nodes.get(id)?.groupId
      while (around !== undefined && !marked.has(around)) {
        marked.add(around)
        around = parents.get(around)
      }
    }
    for (const id of marked) append(byShape, id, finding)
  }
  return byShape
}

function markedNodes(
  { subject, nodes, edges }: Finding,
  nodeIds: ReadonlySet<string>,
  graph: Graph,
): readonly string[] {
  const subjects = subject.filter((id) => nodeIds.has(id))
  if (subjects.length > 0) return [...new Set(subjects)]
  if (edges.length === 0) return [...new Set(nodes)]
  const starts = graph.edges.filter(({ id }) => edges.includes(id)).map(({ from }) => from)
  return [...new Set(starts.length > 0 ? starts : nodes)]
}

function markOf(found: readonly Finding[], isBoundary: boolean): FindingMark {
  const worst = severities.find((one) => found.some(({ severity }) => severity === one))
  const isAnswered = worst === undefined || worst === 'info'
  const counted = isAnswered ? found : found.filter(({ severity }) => severity !== 'info')
  const count = counted.length
  const words = `${count === 1 ? '1 finding' : `${count} findings`}${isBoundary ? ' inside' : ''}`
  return {
    severity: isAnswered ? 'defended' : worst,
    count,
    title: `${isAnswered ? 'Answered: ' : ''}${words}: ${titlesOf(counted)}`,
  }
}

function titlesOf(found: readonly Finding[]): string {
  const titles = [...new Set(found.map(({ title }) => title))]
  const more = titles.length - mostTitles
  return [...titles.slice(0, mostTitles), ...(more > 0 ? [`${more} more`] : [])].join('; ')
}

function append(map: Map<string, Finding[]>, key: string, finding: Finding): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [finding])
  else list.push(finding)
}
