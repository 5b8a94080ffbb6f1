import { describe, expect, it } from 'vitest'
import { parseDesignDocument } from '#shared/exchange/design-document.ts'
import { contextOf } from './check-design.ts'
import { exposureOf, frontDoorsOf, isDue, mayBeJudged } from './exposure.ts'

const read = (text: string) => contextOf(parseDesignDocument(text).design)
const document = (head: string, sections: string) =>
  read(`${head}\`\`\`mermaid\nflowchart LR\n  web[Browser] --> api[API]\n\`\`\`\n${sections}`)

describe('front doors', () => {
  it('are the entries on the way in and the first services behind them', () => {
    const doors = frontDoorsOf(
      read(`flowchart LR
        web[Browser] --> cdn[CDN] --> gw[API gateway] --> a[Order service] & b[User service]
        a --> c[Price service] --> db[(PostgreSQL)]
        gw --> cdn`),
    )
    expect(doors.entries).toEqual(['cdn', 'gw'])
    expect(doors.services).toEqual(['a', 'b'])
    expect(doors.edges.map(({ from, to }) => [from, to])).toEqual([['web', 'cdn']])
  })

  it('begin at an entry that nothing leads to while no client is drawn', () => {
    const doors = frontDoorsOf(read('flowchart LR\n  lb[Load balancer] --> api[Order service]'))
    expect(doors).toEqual({ entries: ['lb'], services: ['api'], edges: [] })
  })

  it('are missing from a drawing without clients and entries', () => {
    const doors = frontDoorsOf(read('flowchart LR\n  a[Order service] --> db[(PostgreSQL)]'))
    expect(doors).toEqual({ entries: [], services: [], edges: [] })
  })
})

describe('who can reach a design', () => {
  it.each([
    ['public', '---\npublicFacing: true\n---\n', ''],
    ['internal', '---\npublicFacing: false\n---\n', ''],
    ['internal', '', '## Security\n- Only employees reach it, through the company VPN.\n'],
    ['unknown', '', '## Security\n- It is not an internal tool.\n'],
    ['unknown', '', ''],
  ])('is %s', (expected, head, sections) => {
    expect(exposureOf(document(head, sections))).toBe(expected)
  })
})

describe('what is asked of a document', () => {
  it('is nothing of a bare drawing', () => {
    const bare = read('flowchart LR\n  web[Browser] --> api[API]')
    expect(mayBeJudged(bare)).toBe(false)
    expect(isDue(bare, 'security')).toBe(false)
  })

  it('is what its sections speak of', () => {
    const begun = document('', '## Security\n')
    expect(mayBeJudged(begun)).toBe(true)
    expect(isDue(begun, 'security')).toBe(true)
    expect(isDue(begun, 'operations')).toBe(false)
  })

  it('is everything once most of it is written', () => {
    const filled = ['Estimates', 'API', 'Data model', 'Flows', 'Trade-offs'].map(
      (title) => `## ${title}\n- Something about it.\n`,
    )
    expect(isDue(document('', filled.join('\n')), 'operations')).toBe(true)
  })
})
