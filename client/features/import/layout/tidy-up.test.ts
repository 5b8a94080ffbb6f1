import { describe, expect, it } from 'vitest'
import type { Graph } from '#shared/design/design.ts'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import type { Geometry } from '#shared/exchange/mermaid/geometry.ts'
import { arrangeLayered } from './arrange-layered.ts'
import { layoutDrawing } from './layout-drawing.ts'
import type { LayoutRequest } from './layout-request.ts'
import { overlaps } from './nearest-free.ts'
import { tidyUp } from './tidy-up.ts'

const { graph } = parseDesignDocument(`flowchart LR
  web[Browser] --> lb[Load balancer] --> api[API] --> db[(PostgreSQL)]
  api --> cache[(Redis)]
  subgraph vpc[Private network]
    api
    db
    cache
  end`).design

/** Everything on one heap, in a frame that is much too small. */
const heap: Geometry = {
  ...Object.fromEntries(graph.nodes.map(({ id }, i) => [id, box(100 + i * 10, 200 + i * 5)])),
  vpc: { x: 80, y: 150, w: 260, h: 160 },
}

function box(x: number, y: number) {
  return { x, y, w: 168, h: 72 }
}

const lay = async (request: LayoutRequest) => ({
  places: layoutDrawing(request, arrangeLayered),
  isQuick: false,
})

function canvas(selection: readonly string[], locked: readonly string[] = []) {
  return {
    graph: () => graph,
    selection: () => selection,
    places: () => heap,
    isLocked: (id: string) => locked.includes(id),
  }
}

function heaped({ nodes }: Graph, places: Geometry): readonly string[] {
  return nodes.flatMap(({ id }, i) =>
    nodes
      .slice(i + 1)
      .filter((other) => overlaps(places[id] ?? box(0, 0), places[other.id] ?? box(0, 0)))
      .map((other) => `${id} on ${other.id}`),
  )
}

describe('tidyUp', () => {
  it('lays the whole page out when nothing is selected, from the corner where it was', async () => {
    const tidied = await tidyUp(canvas([]), lay)
    expect(heaped(graph, tidied?.places ?? {})).toEqual([])
    const corners = Object.values(tidied?.places ?? {})
    expect(Math.min(...corners.map(({ x }) => x))).toBe(80)
    expect(Math.min(...corners.map(({ y }) => y))).toBe(150)
  })

  it('moves only what is selected, and lets the boundary around it grow', async () => {
    const tidied = await tidyUp(canvas(['api', 'db', 'cache']), lay)
    expect(Object.keys(tidied?.places ?? {}).toSorted()).toEqual(['api', 'cache', 'db', 'vpc'])
    const { vpc, db } = tidied?.places ?? {}
    expect((db?.x ?? 0) + 168).toBeLessThanOrEqual((vpc?.x ?? 0) + (vpc?.w ?? 0))
  })

  it('keeps what is locked', async () => {
    const tidied = await tidyUp(canvas([], ['api']), lay)
    expect(tidied?.places['api']).toEqual(heap['api'])
    expect(heaped(graph, tidied?.places ?? {})).toEqual([])
  })

  it('changes nothing when it is stopped', async () => {
    expect(await tidyUp(canvas([]), async () => undefined)).toBeUndefined()
  })
})
