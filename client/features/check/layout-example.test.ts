import { expect, it } from 'vitest'
import { exampleGraph } from '#shared/checker/example-graph.ts'
import { rules } from '#shared/checker/rules/index.ts'
import { emptyGraph } from '#shared/design/design.ts'
import { layoutExample } from './layout-example.ts'

const examples = rules.flatMap(({ id, examples: { bad, good } }) =>
  [...bad, ...good].map((text, index) => [`${id} ${index}`, text] as const),
)

it.each(examples)('places all of %s apart from each other and inside', (_name, text) => {
  const graph = exampleGraph(text)
  const { placed, width, height, labels } = layoutExample(graph)
  const all = [...placed.values()]
  expect(all).toHaveLength(graph.nodes.length)
  for (const one of all) {
    expect(one.x - one.w / 2).toBeGreaterThanOrEqual(0)
    expect(one.x + one.w / 2).toBeLessThanOrEqual(width)
    expect(one.y + one.h / 2).toBeLessThanOrEqual(height)
    expect(one.lines.join('').replaceAll(' ', '')).toContain(one.node.label.replaceAll(/\s/g, ''))
    const near = all.filter(
      (other) =>
        Math.abs(other.x - one.x) < one.w && Math.abs(other.y - one.y) < (one.h + other.h) / 2,
    )
    expect(near).toHaveLength(1)
  }
  const labelled = graph.edges.filter(({ label }) => label.trim() !== '')
  expect(labels.size).toBe(labelled.length)
})

it('makes nothing of nothing', () => {
  expect(layoutExample(emptyGraph).placed.size).toBe(0)
})
