/** What findings put on the canvas: one mark a component, the worst of its findings, and how many. */
import { severities, type Finding, type Severity } from '#shared/checker/define-rule.ts'
import type { Graph } from '#shared/design/design.ts'

export interface FindingMark {
  /** `defended` where a decision answered all of them. */
  readonly severity: Exclude<Severity, 'info'> | 'defended'
  readonly count: number
  /** Read aloud and shown on hover. */
  readonly title: string
}

/** By shape id. A finding marks the components that it is about; one about an arrow marks where it starts. */
export function findingMarks(
  findings: readonly Finding[],
  graph: Graph,
): ReadonlyMap<string, FindingMark> {
  const byNode = new Map<string, Finding[]>()
  for (const finding of findings) {
    for (const id of markedNodes(finding, graph)) {
      byNode.set(id, [...(byNode.get(id) ?? []), finding])
    }
  }
  return new Map([...byNode].map(([id, found]) => [id, markOf(found)]))
}

function markedNodes({ subject, nodes, edges }: Finding, graph: Graph): readonly string[] {
  const isNode = new Set(graph.nodes.map(({ id }) => id))
  const subjects = subject.filter((id) => isNode.has(id))
  if (subjects.length > 0) return [...new Set(subjects)]
  const starts = graph.edges.filter(({ id }) => edges.includes(id)).map(({ from }) => from)
  return [...new Set(starts.length > 0 ? starts : nodes)]
}

function markOf(found: readonly Finding[]): FindingMark {
  const titles = found.map(({ title }) => title).join('; ')
  const worst = severities.find((one) => found.some(({ severity }) => severity === one))
  return {
    severity: worst === undefined || worst === 'info' ? 'defended' : worst,
    count: found.length,
    title: `${found.length === 1 ? '1 finding' : `${found.length} findings`}: ${titles}`,
  }
}
