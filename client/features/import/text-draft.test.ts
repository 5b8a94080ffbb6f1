import { expect, test } from 'vitest'
import type { Graph } from '#shared/design/design.ts'
import { readMermaid } from '#shared/exchange/mermaid/read-mermaid.ts'
import { writeMermaid } from '#shared/exchange/mermaid/write-mermaid.ts'
import { draftOf, isBehindOf, readDraft, tellBoard, type TextDraft } from './text-draft.ts'
import { canvasOf } from './testing/canvas-of.ts'

const { graph: drawn } = readMermaid(`flowchart LR
  web[Browser] --> api[API x2] --> db[(PostgreSQL)]`)
/** As a board has them: no name of a text is an id. */
const board: Graph = {
  groups: [],
  nodes: drawn.nodes.map((node) => ({ ...node, id: `shape:${node.id}` })),
  edges: drawn.edges.map((edge) => ({
    ...edge,
    id: `shape:${edge.id}`,
    from: `shape:${edge.from}`,
    to: `shape:${edge.to}`,
  })),
}

/** One person with a text beside a board that others change too. */
function writerOn(start: Graph) {
  const { canvas, steps } = canvasOf(start)
  let graph = canvas.graph()
  // The same object until something changes, as a board has it.
  const kept = {
    ...canvas,
    graph: () => {
      const now = canvas.graph()
      if (JSON.stringify(now) !== JSON.stringify(graph)) graph = now
      return graph
    },
  }
  let draft: TextDraft = draftOf(kept.graph())
  return {
    canvas: kept,
    steps,
    draft: () => draft,
    labels: () => kept.graph().nodes.map(({ label }) => label),
    type: (change: (text: string) => string) => {
      draft = { ...draft, text: change(draft.text), reading: undefined }
      const reading = readDraft(draft)
      if (reading.error === undefined) draft = tellBoard(kept, draft, reading)
      return reading
    },
  }
}

test('what a text added keeps its place on the board when it is renamed at the next pause', () => {
  const { canvas, type, steps, labels } = writerOn(board)
  type((text) => `${text}  api --> cache[Cache]\n`)
  expect(labels()).toContain('Cache')
  const before = canvas.graph().nodes.find(({ label }) => label === 'Cache')
  type((text) => text.replace('cache[Cache]', 'cache[Redis]'))
  expect(labels()).not.toContain('Cache')
  const after = canvas.graph().nodes.find(({ label }) => label === 'Redis')
  expect(after?.id).toBe(before?.id)
  expect(steps()).toBe(2)
})

test('what a partner changed meanwhile stays, and is said to be new', () => {
  const { canvas, type, draft, labels } = writerOn(board)
  type((text) => text.replace('"Browser"', '"Web shop"'))
  expect(isBehindOf(draft(), canvas.graph())).toBe(false)
  canvas.addComponent({ kind: 'queue', label: 'Jobs' })
  canvas.changeComponent('shape:db', { label: 'Orders' })
  expect(isBehindOf(draft(), canvas.graph())).toBe(true)
  type((text) => text.replace('"API"', '"Gateway"'))
  expect(labels().toSorted()).toEqual(['Gateway', 'Jobs', 'Orders', 'Web shop'])
  expect(isBehindOf(draft(), canvas.graph())).toBe(true)
})

test('a slip changes nothing, and mending it does what was meant', () => {
  const { type, steps, labels } = writerOn(board)
  expect(type((text) => text.replace('["API"]', '["API"')).error?.line).toBeGreaterThan(1)
  expect(steps()).toBe(0)
  type((text) => text.replace('["API"', '["Edge API"]'))
  expect(labels()).toContain('Edge API')
  expect(steps()).toBe(1)
})

test('a line that was cut and pasted is the same component again', () => {
  const { canvas, type, draft } = writerOn(board)
  const whole = draft().text
  const without = whole
    .split('\n')
    .filter((line) => !/\bdb\b|postgresql/i.test(line))
    .join('\n')
  type(() => without)
  expect(canvas.graph().nodes).toHaveLength(2)
  type(() => whole)
  expect(writeMermaid(canvas.graph())).toContain('PostgreSQL')
  expect(canvas.graph().edges).toHaveLength(2)
  type((text) => text.replace('"PostgreSQL"', '"Orders"'))
  expect(canvas.graph().nodes.map(({ label }) => label)).toContain('Orders')
  expect(canvas.graph().nodes).toHaveLength(3)
})

test('a text that takes most of a board away is told so before', () => {
  const big = readMermaid('flowchart LR\n  a[A] --> b[B] --> c[C] --> d[D]').graph
  expect(readDraft({ ...draftOf(big), text: 'flowchart LR\n  a[A]' }).removesMuch).toBe(true)
  expect(readDraft({ ...draftOf(big), text: 'flowchart LR\n  a-->b-->c' }).removesMuch).toBe(false)
})
