import { describe, expect, it } from 'vitest'
import { noAnswers } from '#shared/design/answers.ts'
import { designOf, type Graph } from '#shared/design/design.ts'
import { contextOf } from './check-design.ts'
import { isSaidAbout, isSaidAnywhere, isSaidInAnswers, isSaidNear, isSaidOn } from './said.ts'

const backup = /\b(?:backups?|dumps?)\b/i
const node = (id: string, label: string, rest = {}) => ({
  id,
  kind: 'sql-db',
  label,
  technology: '',
  properties: {},
  ...rest,
})
const graph: Graph = {
  nodes: [
    node('a', 'Orders', { properties: { note: 'nightly dump to S3' } }),
    node('b', 'Users', { groupId: 'inner' }),
    node('c', 'Files'),
    node('d', 'Events, no backups'),
  ],
  edges: [
    {
      id: 'e',
      from: 'c',
      to: 'b',
      type: 'batch',
      label: 'backup every hour',
      protocol: '',
      properties: {},
    },
  ],
  groups: [
    { id: 'outer', type: 'network', label: 'Kept with backups' },
    { id: 'inner', type: 'network', label: 'Data', parentId: 'outer' },
  ],
}

describe('what is said', () => {
  const bare = contextOf(designOf(graph))

  it('is found on a component, in its note and on the frames around it', () => {
    expect(isSaidOn(bare, 'a', backup)).toBe(true)
    expect(isSaidOn(bare, 'b', backup)).toBe(true)
    expect(isSaidOn(bare, 'c', backup)).toBe(false)
    expect(isSaidOn(bare, 'nobody', backup)).toBe(false)
  })

  it('is found on the arrows of a component', () => {
    expect(isSaidNear(bare, 'c', backup)).toBe(true)
  })

  it('is not found where it is taken back', () => {
    expect(isSaidAbout(bare, 'd', backup)).toBe(false)
  })

  it('in answers is about the components they name, or about all when they name none', () => {
    const say = (nodeIds: string[]) => {
      const operations = [{ text: 'Dumps every night', nodeIds }]
      return contextOf(designOf(graph, { answers: { ...noAnswers, operations } }))
    }
    expect(isSaidAbout(say(['a']), 'd', backup)).toBe(false)
    expect(isSaidAbout(say(['d']), 'd', backup)).toBe(true)
    expect(isSaidAbout(say([]), 'd', backup)).toBe(true)
    expect(isSaidInAnswers(say(['a']), backup)).toBe(true)
    expect(isSaidInAnswers(say([]), backup, ['security'])).toBe(false)
    expect(isSaidInAnswers(bare, backup)).toBe(false)
    expect(isSaidAnywhere(bare, backup)).toBe(true)
  })
})
