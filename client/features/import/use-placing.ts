/** Lays a drawing out and puts it on the board; can be stopped while it is laid out. */
import { useEffect, useRef, useState } from 'react'
import type { Graph } from '#shared/design/design.ts'
import type { CanvasHandle } from '#client/lib/canvas-handle.ts'
import { entryOf } from '#client/lib/entry-of.ts'
import { toast } from '#client/ui/toasts.ts'
import { requestForGraph } from './layout/request-for-graph.ts'
import { runLayout } from './layout/run-layout.ts'
import type { ReadDrawing } from './read-drawing.ts'

export interface Placing {
  readonly isBusy: boolean
  /** Why it could not be placed. */
  readonly refusal: string | undefined
  readonly start: (drawing: ReadDrawing, graph: Graph) => void
  readonly stop: () => void
}

export function usePlacing(handle: CanvasHandle, onPlaced: () => void): Placing {
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const start = async (drawing: ReadDrawing, graph: Graph) => {
    const count = graph.nodes.length + graph.edges.length + graph.groups.length
    const room = handle.room()
    if (count > room) {
      setRefusal(tooBig(count, room))
      return
    }
    const control = new AbortController()
    running.current = control
    setBusy(true)
    setRefusal(undefined)
    const { geometry, direction } = drawing
    const request = requestForGraph(graph, { pinned: geometry, direction })
    const answer = await runLayout(request, control.signal)
    if (control.signal.aborted) return
    if (answer === undefined) return
    const hasPlaces = Object.keys(request.pinned).length > 0
    const ids = await handle.place({ graph, geometry: answer.places }, hasPlaces)
    setBusy(false)
    if (ids === undefined) {
      setRefusal('This page takes no more. Try it on a new page.')
      return
    }
    handle.lookOver(ids, entryOf(graphOf(handle, ids))?.id)
    onPlaced()
    const quick = answer.isQuick ? ' It is too big to be laid out with care.' : ''
    toast(`${graph.nodes.length} components placed.${quick} Undo takes all of it back.`)
  }
  return {
    isBusy,
    refusal,
    start: (drawing, graph) => void start(drawing, graph),
    stop: () => {
      running.current?.abort()
      setBusy(false)
    },
  }
}

function graphOf(handle: CanvasHandle, ids: readonly string[]): Graph {
  const placed = new Set(ids)
  const { nodes, edges } = handle.graph()
  return {
    nodes: nodes.filter(({ id }) => placed.has(id)),
    edges: edges.filter(({ from }) => placed.has(from)),
    groups: [],
  }
}

function tooBig(count: number, room: number): string {
  const [drawing, page] = [count.toLocaleString('en'), room.toLocaleString('en')]
  return `It has ${drawing} components, arrows and boundaries; this page has room for ${page}. Try a part of it, or a new page.`
}
