import { expect, it } from 'vitest'
import { exampleGraph } from '#shared/checker/example-graph.ts'
import { rules } from '#shared/checker/rules/index.ts'
import { emptyGraph } from '#shared/design/design.ts'
import { layoutExample, nodeHeight, nodeWidth } from './layout-example.ts'

const examples = rules.flatMap(({ id, examples: { bad, good } }) =>
  [...bad, ...good].map((text, index) => [`${id} ${index}`, text] as const),
)

it.each(examples)('places all of %s apart from each other and inside', (_name, text) => {
  const graph = exampleGraph(text)
  const { placed, width, height } = layoutExample(graph)
  const all = [...placed.values()]
  expect(all).toHaveLength(graph.nodes.length)
  for (const one of all) {
    expect(one.x - nodeWidth / 2).toBeGreaterThanOrEqual(0)
    expect(one.x + nodeWidth / 2).toBeLessThanOrEqual(width)
    expect(one.y + nodeHeight / 2).toBeLessThanOrEqual(height)
    const near = all.filter(
      (other) => Math.abs(other.x - one.x) < nodeWidth && Math.abs(other.y - one.y) < nodeHeight,
    )
    expect(near).toHaveLength(1)
  }
})

it('makes nothing of nothing', () => {
  expect(layoutExample(emptyGraph).placed.size).toBe(0)
})
