/**
 * A Mermaid diagram → the typed graph. Kinds come from labels unless the diagram says them:
 *
 *     api:::service                  a class that is the id of a kind
 *     %% set api kind service        a comment that sets anything Mermaid cannot say (statement.ts)
 *     %% set r1 type region          r1 being a subgraph
 *
 * What cannot be read is a problem with its place; nothing is dropped without one.
 */
import { emptyGraph, type Graph } from '#shared/design/design.ts'
import type { Problem } from '../problem.ts'
import { gatherStatements, type Said } from './apply-statements.ts'
import { countsBelowOne } from './counts-below-one.ts'
import { isProblem, noteAt, type DiagramModel } from './diagram-model.ts'
import type { Geometry } from './geometry.ts'
import { graphOfDiagram, type DrawnGraph } from './graph-of-diagram.ts'
import type { DrawnKind } from './infer-drawing.ts'
import { parseDiagram } from './parse-diagram.ts'
import { renameThings } from './rename-things.ts'
import { readStatements } from './statement.ts'

export interface MermaidReading {
  readonly graph: Graph
  /** `LR`, `TB`, …; how the drawing runs. */
  readonly direction: string
  /** Where the text says that things lie; empty for most diagrams. */
  readonly geometry: Geometry
  /** Ids of what comments describe whole; the rest was inferred from the drawing. */
  readonly stated: ReadonlySet<string>
  /** By id: what was made of each component, how surely, and what else it may be. */
  readonly inferred: ReadonlyMap<string, DrawnKind>
  readonly problems: readonly Problem[]
}

/** The graph of a diagram; empty, with at least one problem that is an error, when it cannot be read. */
export function readMermaid(text: string): MermaidReading {
  const model = parseDiagram(text)
  if (isProblem(model)) return unread(model)
  const statements = readStatements(text)
  // A board of boundaries alone is written as such; by hand it would be a slip.
  const isWritten = statements.list.some(({ isWhole }) => isWhole)
  if (model.nodes.length === 0 && !isWritten) return unread(noComponents)
  const said = gatherStatements(statements.list)
  const drawn = graphOfDiagram(model, said)
  if ('severity' in drawn) return unread(drawn)
  const { problems, ...named } = renameThings(drawn, said)
  const unknown = unknownTargets(said, model, drawn)
  return {
    ...named,
    direction: model.direction,
    problems: [
      ...model.problems,
      ...countsBelowOne(text, model, statements.list),
      ...drawn.problems,
      ...statements.problems,
      ...problems,
      ...unknown,
    ],
  }
}

function unread(problem: Problem): MermaidReading {
  return {
    graph: emptyGraph,
    direction: 'TB',
    geometry: {},
    stated: new Set(),
    inferred: new Map(),
    problems: [problem],
  }
}

const noComponents: Problem = {
  severity: 'error',
  line: 1,
  column: 1,
  message: 'Expected at least one component such as api[API], found an empty diagram.',
}

function unknownTargets(
  said: ReadonlyMap<string, Said>,
  model: DiagramModel,
  { graph, references }: DrawnGraph,
): readonly Problem[] {
  if (said.size === 0) return []
  const things = [...model.nodes, ...model.groups, ...graph.edges]
  const known = new Set([...things.map(({ id }) => id), ...references])
  const unknown = [...said].filter(([target]) => !known.has(target))
  return unknown.map(([target, { line }]) => noteAt(line, `Nothing is called "${target}" here.`))
}
