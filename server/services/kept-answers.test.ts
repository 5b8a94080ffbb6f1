import { expect, test } from 'vitest'
import type { Graph } from '#shared/design/design.ts'
import { KeptAnswers } from './kept-answers.ts'

function graphOf(...ids: readonly string[]): Graph {
  const nodes = ids.map((id) => {
    return { id, kind: 'service', label: id, technology: '', properties: {} }
  })
  return { nodes, edges: [], groups: [] }
}

/** Answers with how often anything was asked. */
function counting() {
  const clock = { now: 0 }
  const kept = new KeptAnswers<number>(() => clock.now)
  let asked = 0
  const ask = (graph: Graph) => kept.of(graph, async () => (asked += 1))
  return { clock, kept, ask }
}

test('asks once about one drawing, in whatever order it comes', async () => {
  const { ask } = counting()
  const same = [graphOf('a', 'b'), graphOf('b', 'a'), graphOf('a', 'b')]
  expect(await Promise.all(same.map(ask))).toEqual([1, 1, 1])
  expect(await ask(graphOf('a'))).toBe(2)
})

test('asks again after a minute, and after a refusal', async () => {
  const { ask, clock, kept } = counting()
  await ask(graphOf('a'))
  clock.now = 59_999
  expect(await ask(graphOf('a'))).toBe(1)
  clock.now = 60_000
  expect(await ask(graphOf('a'))).toBe(2)
  const refused = kept.of(graphOf('b'), () => Promise.reject(new Error('busy')))
  await expect(refused).rejects.toThrow('busy')
  expect(await ask(graphOf('b'))).toBe(3)
})

test('keeps no more than the newest sixty-four', async () => {
  const { ask } = counting()
  for (let at = 0; at < 65; at += 1) await ask(graphOf(`n${at}`))
  expect(await ask(graphOf('n64'))).toBe(65)
  expect(await ask(graphOf('n1'))).toBe(2)
  expect(await ask(graphOf('n0'))).toBe(66)
})
