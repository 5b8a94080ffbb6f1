/**
 * The typed graph of the current page, kept until something changes that a judge can see. Moving and
 * resizing do not count, so that dragging 200 components costs the checker nothing.
 */
import type { Editor, TLShape } from 'tldraw'
import type { Graph } from '#shared/design/design.ts'
import { extractGraph } from '#shared/design/extract-graph.ts'

export interface GraphWatch {
  graph(): Graph
  stop(): void
}

export function watchGraph(editor: Editor, onChange: () => void): GraphWatch {
  let known: { readonly page: string; readonly graph: Graph } | undefined
  const forget = () => {
    known = undefined
    onChange()
  }
  const forgetShape = (shape: TLShape) => {
    if (isOfGraph(shape)) forget()
  }
  // Side effects run at once, also for what partners do; listeners of the store come a frame later.
  const effects = editor.store.sideEffects
  const stops = [
    effects.registerAfterCreateHandler('shape', forgetShape),
    effects.registerAfterDeleteHandler('shape', forgetShape),
    effects.registerAfterChangeHandler('shape', (before, after) => {
      if (isOfGraph(after) && saysSomethingElse(before, after)) forget()
    }),
    effects.registerAfterCreateHandler('binding', forget),
    effects.registerAfterDeleteHandler('binding', forget),
    effects.registerAfterChangeHandler('binding', (before, after) => {
      if (before.toId !== after.toId || before.fromId !== after.fromId) forget()
    }),
  ]
  return {
    graph() {
      const page = editor.getCurrentPageId()
      if (known?.page !== page) {
        known = { page, graph: extractGraph(editor.store.allRecords(), page) }
      }
      return known.graph
    },
    stop: () => {
      for (const stop of stops) stop()
    },
  }
}

const typesOfGraph: ReadonlySet<string> = new Set([
  'component',
  'boundary',
  'arrow',
  'group',
  'frame',
])

function isOfGraph(shape: TLShape): boolean {
  return typesOfGraph.has(shape.type)
}

/** What only places or colours a shape. Label and type of a shape lie in its other props and in `meta`. */
const looks: ReadonlySet<string> = new Set([
  'w',
  'h',
  'start',
  'end',
  'bend',
  'labelPosition',
  'elbowMidPoint',
  'dash',
  'size',
  'color',
  'labelColor',
  'fill',
  'font',
  'scale',
])

function saysSomethingElse(before: TLShape, after: TLShape): boolean {
  if (before.meta !== after.meta || before.parentId !== after.parentId) return true
  if (before.props === after.props) return false
  const now = new Map<string, unknown>(Object.entries(after.props))
  return Object.entries(before.props).some(
    ([key, value]) => !looks.has(key) && now.get(key) !== value,
  )
}
