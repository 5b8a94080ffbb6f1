import { describe, expect, it } from 'vitest'
import { kinds } from '#shared/kinds/index.ts'
import type { DrawnEdge, DrawnGroup, DrawnNode } from './drawing.ts'
import { inferKinds } from './infer-kinds.ts'

/** `a[Label]`, `a[(Label)]` or `a{Label}` a line makes nodes, `a > b: label` arrows, `g(Title): a b` frames. */
function infer(text: string) {
  const lines = text.split('\n')
  const groups = lines.flatMap(groupIn)
  const edges = lines.flatMap((line): DrawnEdge[] => {
    const [found, from = '', to = '', label = ''] = /^(\w+) > (\w+)(?:: (.*))?$/.exec(line) ?? []
    return found === undefined ? [] : [{ from, to, label }]
  })
  const nodes = lines.flatMap(nodeIn).map((node) => {
    const group = groups.find(({ members }) => members.includes(node.id))
    return group === undefined ? node : { ...node, groupId: group.id }
  })
  return inferKinds(kinds, nodes, edges, groups)
}

function nodeIn(line: string): readonly DrawnNode[] {
  const [found, id = '', open = '', label = ''] = /^(\w+)(\[\(|\[|\{)(.+?)[)\]}]+$/.exec(line) ?? []
  const shape = { '[(': 'cylinder', '{': 'diamond' }[open] ?? 'square'
  return found === undefined ? [] : [{ id, label, shape }]
}

function groupIn(line: string): readonly (DrawnGroup & { readonly members: readonly string[] })[] {
  const [found, id = '', label = '', members = ''] = /^(\w+)\((.*)\): (.*)$/.exec(line) ?? []
  return found === undefined ? [] : [{ id, label, members: members.split(' ') }]
}

function kindIn(text: string, id: string): string | undefined {
  return infer(text).get(id)?.kind
}

describe('inferKinds', () => {
  it.each([
    [
      'a cache beside another store',
      'api[Shop API]\nr[Redis]\ndb[(MySQL)]\napi > r\napi > db',
      'cache',
    ],
    [
      'a key-value store where it is the only store',
      'u[Browser]\napi[Link API]\nr[Redis]\nu > api\napi > r',
      'key-value-db',
    ],
    [
      'a queue by the words at its arrow',
      'api[API]\nr[Redis]\nw[Mail worker]\napi > r: enqueue\nr > w',
      'queue',
    ],
    [
      'a queue by the worker behind it',
      'api[API]\nr[Redis]\nw[Report worker]\ndb[(MySQL)]\napi > r\nr > w\nw > db',
      'queue',
    ],
    [
      'sessions by the words at its arrow',
      'api[API]\nr[Redis]\ndb[(MySQL)]\napi > r: stores sessions\napi > db',
      'session-store',
    ],
    ['a channel by the words at its arrow', 'api[API]\nr[Redis]\napi > r: broadcast', 'pubsub'],
  ])('takes Redis for %s', (_, text, kind) => {
    expect(kindIn(text, 'r')).toBe(kind)
  })

  it('takes NGINX for a balancer only before several of one thing', () => {
    expect(kindIn('n[Nginx]\na[App 1]\nb[App 2]\nn > a\nn > b', 'n')).toBe('load-balancer')
    expect(kindIn('n[Nginx]\na[Shop API]\nb[Blog API]\nn > a\nn > b', 'n')).toBe('reverse-proxy')
  })

  it('takes a front end behind a balancer, or before a database, for a server', () => {
    expect(kindIn('l[Load balancer]\nf[Frontend]\nl > f', 'f')).toBe('service')
    expect(kindIn('u[Browser]\nf[Web app]\nd[(PostgreSQL)]\nu > f\nf > d', 'f')).toBe('service')
    expect(kindIn('u[User]\nf[React frontend]\na[API]\nu > f\nf > a', 'f')).toBe('web-client')
  })

  it('takes what a frame is called for what is inside and says little', () => {
    const text = 'a[orders]\nb[payments]\nc[Checkout service]\nk(Kafka): a b\nc > a\nc > b'
    expect(kindIn(text, 'a')).toBe('event-stream')
    expect(kindIn('a[Acme]\ns[Shop API]\nx(Third-party services): a\ns > a', 'a')).toBe(
      'external-service',
    )
    expect(kindIn('a[Orders]\nb[Users]\nd(Databases): a b', 'b')).toBe('sql-db')
  })

  it('keeps the name of a box whatever frame it stands in', () => {
    expect(kindIn('a[Redis cache]\nd(Databases): a', 'a')).toBe('cache')
    expect(kindIn('a[RabbitMQ]\nd(Backend services): a', 'a')).toBe('queue')
  })

  it('keeps what the drawing states, and is sure of it', () => {
    const stated = inferKinds(kinds, [{ id: 'a', label: 'Redis', kind: 'rate-limiter' }], [], [])
    expect(stated.get('a')).toMatchObject({ kind: 'rate-limiter', confidence: 'sure' })
  })

  it('leaves out titles, legends and notes that no arrow touches', () => {
    const text =
      't[Platform architecture]\nn[Note: all traffic is TLS]\nk[red = planned]\na[API]\nd[(MySQL)]\na > d\nl(Legend): k'
    const inferred = infer(text)
    const left = [...inferred].filter(([, node]) => !node.isComponent).map(([id]) => id)
    expect(left).toEqual(['t', 'n', 'k'])
  })

  it('keeps a note in the graph when arrows lead to it', () => {
    expect(infer('n[Note: nightly]\na[API]\na > n').get('n')?.isComponent).toBe(true)
  })

  it('takes steps and decisions for parts that no kind describes', () => {
    const text =
      's[Validate the order]\nd{In stock?}\nr[Send confirmation]\nw[Order worker]\ns > d\nd > r'
    const inferred = infer(text)
    expect(['s', 'd', 'r'].map((id) => inferred.get(id)?.kind)).toEqual([
      'component',
      'component',
      'component',
    ])
    expect(inferred.get('w')?.kind).toBe('worker')
  })

  it('takes an unknown box for a service only where it does the work of one', () => {
    expect(kindIn('a[Zephyr]\nd[(MySQL)]\na > d', 'a')).toBe('service')
    expect(kindIn('a[Zephyr x3]\nb[Borealis]\na > b', 'a')).toBe('service')
    expect(kindIn('a[Zephyr]\nb[Borealis]\na > b', 'a')).toBe('component')
  })

  it('says how sure it is, and what else comes into question', () => {
    const inferred = infer('l[Load balancer]\nr[Redis]\nz[Zephyr]\nd[Database]\nl > z')
    expect(inferred.get('l')?.confidence).toBe('sure')
    expect(inferred.get('d')?.confidence).toBe('likely')
    expect(inferred.get('z')?.confidence).toBe('unsure')
    expect(inferred.get('r')?.alternatives).toContain('key-value-db')
  })

  it('lends what a product holds, and nothing from a frame that is called like a firm', () => {
    const inside = (title: string) => {
      const nodes = [{ id: 'a', label: 'General ledger DB', shape: 'cylinder', groupId: 'g' }]
      return inferKinds(kinds, nodes, [], [{ id: 'g', label: title }]).get('a')?.kind
    }
    expect(inside('Bank')).toBe('sql-db')
    const named = [{ id: 'm', label: 'MongoDB<br/>Database', shape: 'cylinder', groupId: 'g' }]
    const layer = [{ id: 'g', label: 'Data layer' }]
    expect(inferKinds(kinds, named, [], layer).get('m')?.kind).toBe('document-db')
  })

  it('answers every node once, the same twice, whatever circles and strangers there are', () => {
    const nodes = [
      { id: 'a', label: '' },
      { id: 'b', label: '🚀🚀', groupId: 'h' },
      { id: 'c', label: '数据库' },
    ]
    const edges = [
      { from: 'a', to: 'a', label: '' },
      { from: 'a', to: 'nobody', label: 'x' },
    ]
    const groups = [
      { id: 'g', label: '', parentId: 'h' },
      { id: 'h', label: '', parentId: 'g' },
    ]
    const once = inferKinds(kinds, nodes, edges, groups)
    expect([...once.keys()]).toEqual(['a', 'b', 'c'])
    expect(once.get('c')?.kind).toBe('sql-db')
    expect(inferKinds(kinds, nodes, edges, groups)).toEqual(once)
  })
})
