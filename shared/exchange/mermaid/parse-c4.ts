/**
 * Mermaid's C4 diagrams (context, container, component, dynamic, deployment): people, systems and
 * their parts as components, boundaries and deployment nodes as groups, relations as arrows.
 */
import type { Problem } from '../problem.ts'
import { breakCycles } from './break-cycles.ts'
import { readC4Calls, type C4Call, type C4Statement } from './c4-calls.ts'
import { decodeText } from './decode-text.ts'
import {
  noteAt,
  refusal,
  type DiagramEdge,
  type DiagramGroup,
  type DiagramModel,
  type DiagramNode,
} from './diagram-model.ts'

const element = /^(Person|System|Container|Component)(Db|Queue)?(_Ext)?$/
const boundary = /^(?:(?:Enterprise_|System_|Container_)?Boundary|(?:Deployment_)?Node(?:_[LR])?)$/
const relation = /^(?:Rel|BiRel)(?:_[A-Za-z]+)?$|^RelIndex$/
const styling = /^(?:Update|Add|Show|SHOW|LAYOUT|HIDE|Lay)\w*$/

interface Drawn {
  readonly nodes: Map<string, DiagramNode>
  readonly edges: { readonly edge: DiagramEdge; readonly line: number }[]
  readonly groups: Map<string, { readonly label: string; readonly members: string[] }>
  /** Boundaries that are open at this point, outermost first, and where each began. */
  readonly open: { readonly id: string; readonly line: number; readonly column: number }[]
  /** A boundary whose brace has not come yet. */
  waiting: C4Call | undefined
}

/** `header` is the line of the first words, counted from 1. */
export function parseC4(text: string, header: number): DiagramModel | Problem {
  const drawn: Drawn = {
    nodes: new Map(),
    edges: [],
    groups: new Map(),
    open: [],
    waiting: undefined,
  }
  for (const statement of readC4Calls(text, startAfter(text, header))) {
    const problem = readStatement(drawn, statement, text)
    if (problem !== undefined) return problem
  }
  settle(drawn)
  const unclosed = drawn.open.at(-1)
  if (unclosed !== undefined) {
    const message = `Expected "}" after the parts of "${unclosed.id}", found the end of the text.`
    return refusal(unclosed.line, unclosed.column, message)
  }
  return modelOf(drawn, text)
}

/** Where the statements begin: behind the name of the diagram. */
function startAfter(text: string, header: number): number {
  let start = 0
  for (let line = 1; line < header; line += 1) start = text.indexOf('\n', start) + 1
  const name = /C4[A-Za-z]+/y
  name.lastIndex = start + text.slice(start).search(/\S/)
  return name.test(text) ? name.lastIndex : start
}

function readStatement(drawn: Drawn, statement: C4Statement, text: string): Problem | undefined {
  const { line, column } = statement
  switch (statement.type) {
    case 'unreadable':
      return refusal(line, column, unreadable(text, line))
    case 'open':
      return openGroup(drawn, line, column)
    case 'close':
      settle(drawn)
      return drawn.open.pop() === undefined
        ? refusal(line, column, 'Found "}", but no boundary is open here.')
        : undefined
    case 'call':
      settle(drawn)
      return readCall(drawn, statement)
    default:
      return statement satisfies never
  }
}

function unreadable(text: string, line: number): string {
  const found = (text.split('\n')[line - 1] ?? '').trim().slice(0, 60)
  return `Expected a statement such as System(id, "Label") or Rel(a, b, "uses"), found "${found}".`
}

/** A boundary that no brace follows is a component: people draw empty deployment nodes so. */
function settle(drawn: Drawn): void {
  if (drawn.waiting === undefined) return
  const [id = '', label = '', technology = '', note = ''] = drawn.waiting.values
  drawn.waiting = undefined
  addNode(drawn, { id, label: decodeText(label || id), shape: 'node', technology, note })
}

function openGroup(drawn: Drawn, line: number, column: number): Problem | undefined {
  const [id, label = ''] = drawn.waiting?.values ?? []
  drawn.waiting = undefined
  if (id === undefined) return refusal(line, column, 'Found "{" without a boundary before it.')
  if (!drawn.groups.has(id)) {
    addMember(drawn, id)
    drawn.groups.set(id, { label: decodeText(label || id), members: [] })
  }
  drawn.open.push({ id, line, column })
  return undefined
}

function readCall(drawn: Drawn, call: C4Call): Problem | undefined {
  const { name, line, column } = call
  if (styling.test(name)) return undefined
  const [, type, store, external] = element.exec(name) ?? []
  const isRelation = relation.test(name)
  if (type === undefined && !isRelation && !boundary.test(name)) {
    return refusal(
      line,
      column,
      `Expected a name of C4 such as Person, System or Rel, found "${name}".`,
    )
  }
  if (!hasIds(call, isRelation ? 2 : 1)) {
    return refusal(line, column, `Expected ${isRelation ? 'two ids' : 'an id'} in ${name}(…).`)
  }
  if (isRelation) addRelation(drawn, call)
  else if (type === undefined) drawn.waiting = call
  else addElement(drawn, call, { type, store, isExternal: external !== undefined })
  return undefined
}

/** `RelIndex` begins with a number. */
function hasIds({ name, values }: C4Call, least: number): boolean {
  const ids = values.slice(name === 'RelIndex' ? 1 : 0).slice(0, least)
  return ids.length === least && !ids.includes('')
}

interface Element {
  readonly type: string
  readonly store: string | undefined
  readonly isExternal: boolean
}

/** Other people's systems are said to be so; what the rest is, its words tell. */
function addElement(drawn: Drawn, { values }: C4Call, { type, store, isExternal }: Element): void {
  const hasTechnology = type === 'Container' || type === 'Component'
  const [id = '', label = '', ...rest] = values
  const [technology = '', note = ''] = hasTechnology ? rest : ['', ...rest]
  const isPartner = isExternal && store === undefined && type !== 'Person'
  addNode(drawn, {
    id,
    label: decodeText(label || id),
    shape: shapeOf(store) ?? type.toLowerCase(),
    technology,
    note,
    ...(isPartner ? { kind: 'external-service' } : {}),
  })
}

/** The flowchart's names of what C4 draws for a store and for a queue. */
function shapeOf(store: string | undefined): string | undefined {
  if (store === undefined) return undefined
  return store === 'Db' ? 'cylinder' : 'das'
}

type Named = Pick<DiagramNode, 'id' | 'label' | 'shape' | 'kind'> & {
  readonly technology: string
  readonly note: string
}

function addNode(drawn: Drawn, { technology, note, ...node }: Named): void {
  const words = { technology: decodeText(technology), note: decodeText(note) }
  // What is said again is said anew, its place included.
  if (drawn.nodes.has(node.id)) removeMember(drawn, node.id)
  addMember(drawn, node.id)
  drawn.nodes.set(node.id, { ...node, classes: [], hint: words.technology, ...words })
}

function removeMember({ groups }: Drawn, id: string): void {
  for (const { members } of groups.values()) {
    const at = members.indexOf(id)
    if (at !== -1) members.splice(at, 1)
  }
}

function addMember({ open, groups }: Drawn, id: string): void {
  const group = open.at(-1)
  if (group !== undefined) groups.get(group.id)?.members.push(id)
}

/** `Rel_Back(a, b)` is drawn with its head at a. */
function addRelation(drawn: Drawn, { name, values, line }: C4Call): void {
  const [first = '', second = '', label = '', technology = ''] =
    name === 'RelIndex' ? values.slice(1) : values
  const isBack = name === 'Rel_Back'
  const edge: DiagramEdge = {
    from: isBack ? second : first,
    to: isBack ? first : second,
    label: decodeText(label),
    line: 'solid',
    heads: name.startsWith('BiRel') ? 'both' : 'end',
    technology: decodeText(technology),
  }
  drawn.edges.push({ edge, line })
}

function modelOf({ nodes, edges, groups }: Drawn, text: string): DiagramModel {
  const named = [...groups].map(([id, group]): DiagramGroup => ({ id, ...group, isScope: true }))
  const problems: Problem[] = []
  const kept = edges.flatMap(({ edge, line }) => {
    const missing = [edge.from, edge.to].find((id) => !nodes.has(id) && !groups.has(id))
    if (missing === undefined) return [edge]
    problems.push(noteAt(line, `Nothing is called "${missing}": this relation was left out.`))
    return []
  })
  const sound = breakCycles(named, text)
  return {
    direction: 'TB',
    nodes: [...nodes.values()].filter((node) => !groups.has(node.id)),
    edges: kept,
    groups: sound.groups,
    problems: [...problems, ...sound.problems],
  }
}
