import { describe, expect, it } from 'vitest'
import { noAnswers, type Decision, type Requirement } from '#shared/design/answers.ts'
import { designOf, type DesignNode } from '#shared/design/design.ts'
import { contextOf } from './check-design.ts'
import { meantBy, toldAbout } from './told.ts'

const keyed = /\bkeyed by\b/i
const roundRobin = /\bround robin\b/i

const decision = (text: string): Decision => ({
  topic: '',
  chosen: '',
  options: [],
  why: '',
  consequence: '',
  nodeIds: [],
  text,
})
const wish: Requirement = {
  id: 'FR1',
  text: 'Messages are keyed by room',
  priority: 'must',
  kind: 'functional',
}
const store = (id: string, kind: string): DesignNode => ({
  id,
  kind,
  label: id,
  technology: '',
  properties: {},
})

describe('what a design tells of itself', () => {
  it('leaves out the option that was weighed and left', () => {
    const decisions = [decision('Kafka is keyed by room over round robin because order matters')]
    const context = contextOf(
      designOf({ nodes: [], edges: [], groups: [] }, { answers: { ...noAnswers, decisions } }),
    )
    expect(toldAbout(context, keyed)).toHaveLength(1)
    expect(toldAbout(context, roundRobin)).toEqual([])
  })

  it('does not take for said what is only asked for', () => {
    const context = contextOf(
      designOf(
        { nodes: [], edges: [], groups: [] },
        { answers: { ...noAnswers, requirements: [wish] } },
      ),
    )
    expect(toldAbout(context, keyed)).toEqual([])
  })

  it('means the only store where a sentence names none, and no other where it names one', () => {
    const [pg, cache] = [store('pg', 'sql-db'), store('r', 'cache')]
    const context = contextOf(designOf({ nodes: [pg, cache], edges: [], groups: [] }))
    const saying = (nodeIds: readonly string[]) => ({
      section: 'flows' as const,
      text: '',
      nodeIds,
    })
    expect(meantBy(context, saying([]), [pg])).toEqual([pg])
    expect(meantBy(context, saying(['r']), [pg])).toEqual([])
    expect(meantBy(context, saying([]), [pg, cache])).toEqual([])
  })
})
