import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { halfOf, readDesigns, readDrawings } from './cases.ts'
import { missesOf, scoreSet, tableOf } from './report.ts'
import { acceptsCoarsely, readSamples } from './samples.ts'
import { scoreDesign } from './score-design.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'eval-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(file: string, text: string, labels: object): void {
  writeFileSync(path.join(folder, file), text)
  writeFileSync(path.join(folder, `${path.parse(file).name}.json`), JSON.stringify(labels))
}

const shop =
  'flowchart LR\n  web[Browser] --> api[Order service] --> db[(PostgreSQL)]\n  t[Legend]\n'

describe('scores of a tiny set', () => {
  it('counts components, arrows and kinds that a careful reader would name too', () => {
    put('01-shop.mmd', shop, {
      nodes: { web: ['web-client'], api: ['queue'], db: ['sql-db'], t: ['not-a-component'] },
      edges: [
        ['api', 'web'],
        ['web', 'db'],
      ],
    })
    const scores = scoreSet(readDrawings(folder), [])
    expect(scores.imported).toMatchObject({ hits: 1, tries: 1 })
    expect(scores.nodes).toMatchObject({ hits: 3, tries: 3 })
    expect(scores.edges).toMatchObject({ hits: 1, tries: 2, misses: ['01-shop: edge web → db'] })
    expect(scores.kinds).toMatchObject({ hits: 3, tries: 4 })
    expect(missesOf({ title: 'open', scores })).toContain('service, not queue')
  })

  it('counts a drawing that cannot be read as not imported', () => {
    put('01-broken.mmd', 'flowchart LR\n  a[', { nodes: {}, edges: [] })
    expect(scoreSet(readDrawings(folder), []).imported).toMatchObject({ hits: 0, tries: 1 })
  })

  it('finds a fault at its component alone, and takes other warnings for false alarms', () => {
    const exposed = 'flowchart LR\n  phone[Android app] --> db[(MySQL)]\n'
    const labels = (components: string[]) => ({
      scale: 'unknown',
      faults: [{ rules: ['hl-client-to-store'], components }],
      alsoTrue: [],
    })
    put('01-there.mmd', exposed, labels(['db']))
    put('02-elsewhere.mmd', exposed, labels(['lb']))
    const [there, elsewhere] = readDesigns(folder).map(scoreDesign)
    expect(there?.faults).toMatchObject({ hits: 1, tries: 1 })
    expect(elsewhere?.faults).toMatchObject({ hits: 0, tries: 1 })
    expect(elsewhere?.precision.hits).toBe(0)
    expect(elsewhere?.good.tries).toBe(0)
  })

  it('calls a design without faults good only while nothing grave is said of it', () => {
    put('01-bad.mmd', 'flowchart LR\n  phone[Android app] --> db[(MySQL)]\n', {
      scale: 'unknown',
      faults: [],
      alsoTrue: [],
    })
    expect(scoreSet([], readDesigns(folder)).good).toMatchObject({ hits: 0, tries: 1 })
  })
})

describe('the set as files', () => {
  it('is split by the number in the name', () => {
    expect(['01-a', '02-b', '13-c'].map(halfOf)).toEqual(['open', 'kept', 'open'])
  })

  it('says which text has no labels', () => {
    writeFileSync(path.join(folder, '01-alone.mmd'), shop)
    expect(() => readDrawings(folder)).toThrow('01-alone.mmd has no labels')
  })

  it('holds drawings and designs enough in both halves, good ones among them', () => {
    const drawings = readDrawings('scripts/eval/drawings')
    const designs = readDesigns('scripts/eval/designs')
    expect(drawings.length).toBeGreaterThanOrEqual(60)
    expect(designs.length).toBeGreaterThanOrEqual(40)
    const good = designs.filter(({ faults }) => faults.length === 0)
    expect(good.length).toBeGreaterThanOrEqual(16)
    expect(new Set(good.map(({ scale }) => scale))).toEqual(
      new Set(['XS', 'S', 'M', 'L', 'XL', 'unknown']),
    )
  })
})

describe('samples with coarser kinds', () => {
  it('take every finer kind of a coarse name, and leave other notations out', () => {
    const nodes = [
      { id: 'web', kind: 'client' },
      { id: 'api', kind: ['service'] },
      { id: 'db', kind: 'sql-database' },
    ]
    const edges = [{ from: 'web', to: 'api' }]
    const texts = { category: 'flowchart', source: shop, nodes, edges }
    writeFileSync(path.join(folder, '001.json'), JSON.stringify(texts))
    writeFileSync(path.join(folder, '002.json'), JSON.stringify({ ...texts, category: 'broken' }))
    const scores = scoreSet(readSamples(folder), [], acceptsCoarsely)
    expect(scores.kinds).toMatchObject({ hits: 3, tries: 3 })
  })
})

describe('the table', () => {
  it('shows the gap between the halves', () => {
    put('01-shop.mmd', shop, { nodes: { web: ['web-client'] }, edges: [] })
    put('02-shop.mmd', shop, { nodes: { web: ['queue'] }, edges: [] })
    const [open, kept] = readDrawings(folder).map((drawing) => scoreSet([drawing], []))
    if (open === undefined || kept === undefined) throw new Error('two drawings were written')
    const table = tableOf([
      { title: 'open', scores: open },
      { title: 'kept', scores: kept },
    ])
    expect(table).toContain(
      '| kind acceptable | 100.0 % (1 of 1) | 0.0 % (0 of 1) | 100.0 | 92 % |',
    )
  })
})
