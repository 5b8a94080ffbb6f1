/**
 * The drawings of a design document as one graph. The first that can be read is judged; another joins it
 * when both call the same things by the same ids and names, else a note says that it was left aside.
 */
import { emptyGraph, type DesignEdge, type Graph } from '#shared/design/design.ts'
import type { Geometry } from './mermaid/geometry.ts'
import { detectDiagram } from './mermaid/detect-diagram.ts'
import { readMermaid, type MermaidReading } from './mermaid/read-mermaid.ts'
import { shiftProblems, type Problem } from './problem.ts'
import type { Diagram } from './split-document.ts'

export interface Drawings {
  readonly graph: Graph
  readonly geometry: Geometry
  readonly direction: string
  /** By id: what was made of each component, how surely, and what else it may be. */
  readonly inferred: MermaidReading['inferred']
  readonly problems: readonly Problem[]
}

/** Without any diagram, or with none that can be read, the graph is empty and a problem says why. */
export function readDrawings(diagrams: readonly Diagram[]): Drawings {
  const readable = diagrams.filter(({ text }) => detectDiagram(text).notation !== 'other')
  const [first, ...others] = readable.length === 0 ? diagrams : readable
  if (first === undefined) return { ...nothing, problems: [noDiagram] }
  const main = readOne(first)
  let { graph, geometry, inferred } = main
  const problems = [...main.problems]
  for (const diagram of others) {
    const reading = readOne(diagram)
    const merged = merge(graph, reading)
    if (merged === undefined) problems.push(leftAside(diagram, first))
    else {
      graph = merged
      geometry = { ...reading.geometry, ...geometry }
      inferred = new Map([...reading.inferred, ...inferred])
      problems.push(...reading.problems)
    }
  }
  for (const diagram of diagrams) {
    if (diagram !== first && !readable.includes(diagram)) problems.push(notRead(diagram))
  }
  return { graph, geometry, direction: main.direction, inferred, problems }
}

const noDiagram: Problem = {
  severity: 'error',
  line: 1,
  column: 1,
  message: 'Expected a ```mermaid block or a text that begins with "flowchart LR", found neither.',
}
const nothing = { graph: emptyGraph, geometry: {}, direction: 'LR', inferred: new Map() }

function readOne({ text, line, isClosed }: Diagram): MermaidReading {
  const reading = readMermaid(text)
  const shifted = shiftProblems(reading.problems, line - 1)
  return { ...reading, problems: isClosed ? shifted : [unclosed(line - 1), ...shifted] }
}

function unclosed(line: number): Problem {
  const message = 'This block of Mermaid is never closed: expected a line of ``` after it.'
  return { severity: 'error', line, column: 1, message }
}

function leftAside({ line }: Diagram, first: Diagram): Problem {
  const message = `This drawing shares no components with the one on line ${first.line} and is left aside: one document is one design.`
  return { severity: 'note', line, column: 1, message }
}

function notRead({ text, line }: Diagram): Problem {
  const detection = detectDiagram(text)
  const name = detection.notation === 'other' ? detection.name : 'a diagram'
  const message = `This is ${name}, which is left aside: only a drawing of components is judged.`
  return { severity: 'note', line, column: 1, message }
}

/**
 * Both drawings in one; `undefined` when they are not of one design: letters such as A and B are used for
 * anything, so that things with one id have to agree in their names as well.
 */
function merge(graph: Graph, { graph: more }: MermaidReading): Graph | undefined {
  const known = new Map(graph.nodes.map((node) => [node.id, node]))
  const shared = more.nodes.filter((node) => known.has(node.id))
  const agree = shared.filter((node) => isSame(known.get(node.id)?.label, node.label))
  if (agree.length === 0 || agree.length < shared.length) return undefined
  const groupIds = new Set(graph.groups.map(({ id }) => id))
  return {
    nodes: [...graph.nodes, ...more.nodes.filter((node) => !known.has(node.id))],
    edges: [...graph.edges, ...newEdges(graph, more.edges)],
    groups: [...graph.groups, ...more.groups.filter(({ id }) => !groupIds.has(id))],
  }
}

function isSame(label = '', other: string): boolean {
  return label.trim().toLowerCase() === other.trim().toLowerCase()
}

/** An arrow that is drawn again is the same arrow; one that only has a taken id gets another. */
function newEdges(graph: Graph, edges: readonly DesignEdge[]): readonly DesignEdge[] {
  const drawn = new Set(graph.edges.map(({ from, to }) => `${from} ${to}`))
  const taken = new Set(graph.edges.map(({ id }) => id))
  return edges
    .filter(({ from, to }) => !drawn.has(`${from} ${to}`))
    .map((edge) => {
      let { id } = edge
      for (let n = 2; taken.has(id); n += 1) id = `${edge.id}-${n}`
      taken.add(id)
      return { ...edge, id }
    })
}
