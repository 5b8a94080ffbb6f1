import { describe, expect, it } from 'vitest'
import { readMermaid } from './read-mermaid.ts'

function read(text: string) {
  const { graph, problems } = readMermaid(`flowchart LR\n${text}`)
  expect(problems).toEqual([])
  return graph
}

const ends = (text: string) => read(text).edges.map(({ from, to }) => `${from}>${to}`)
const typeOf = (text: string) => read(text).edges[0]?.type

describe('components', () => {
  it('take a kind from a class or from a comment, and properties from comments', () => {
    const [a, b] = read(`a[Thing]:::queue --> b[Other]
      %% set b kind cache
      %% set b managed true
      %% set b hitRate 85.5
      %% set b replicas 3
      %% set b note kept warm at night`).nodes
    expect(a?.kind).toBe('queue')
    expect(b).toMatchObject({ kind: 'cache', replicas: 3 })
    expect(b?.properties).toEqual({ managed: true, hitRate: 85.5, note: 'kept warm at night' })
  })

  it('keep other classes out of their kind', () => {
    expect(
      read('a[Order service]:::hot --> b[(Orders)]\nclassDef hot fill:red').nodes[0]?.kind,
    ).toBe('service')
  })

  it('read labels as a person does', () => {
    const labels = read('a["Order<br/>service #quot;v2#quot;"] --> b["`**Bold** name`"]').nodes
    expect(labels.map((node) => node.label)).toEqual(['Order service "v2"', 'Bold name'])
  })
})

describe('arrows', () => {
  it.each([
    ['a[Order service] --> b[Stock service]', 'sync'],
    ['a[Order service] -.-> b[Stock service]', 'async'],
    ['a[Order service] ==> b[Stock service]', 'sync'],
    ['a[Order service] --> b[Kafka]', 'async'],
    ['a[Order service] -->|gRPC| b[Stock service]', 'sync'],
    ['a[Order service] -->|publish| b[Stock service]', 'async'],
    ['a[(PostgreSQL)] -->|replicates| b[(Standby database)]', 'replication'],
    ['a[(PostgreSQL)] --> b[Read replica]', 'replication'],
    ['a[(PostgreSQL)] -->|CDC| b[Elasticsearch]', 'cdc'],
    ['a[Browser] -->|WebSocket| b[Chat service]', 'stream'],
    ['a[Order service] --> b[Redis cache]', 'cache'],
    ['a[CDN] --> b[S3]', 'pull-through'],
    ['a[Order service] --> b[Prometheus]', 'observability'],
    ['a[Order service] -->|nightly| b[(Warehouse database)]', 'batch'],
    ['a[DNS] -->|failover| b[Load balancer]', 'failover'],
  ])('%s is %s', (text, type) => {
    expect(typeOf(text)).toBe(type)
  })

  it('keep protocol and label', () => {
    expect(read('a[Browser] -->|HTTPS, signed URL| b[S3]').edges[0]).toMatchObject({
      label: 'HTTPS, signed URL',
      protocol: 'HTTPS',
    })
  })

  it('can be typed by their own id', () => {
    expect(read('a[One] e1@--> b[Two]\n%% set e1 type cdc').edges[0]?.type).toBe('cdc')
  })

  it('say when both ends were drawn with a head', () => {
    expect(read('a[One] <--> b[Two]').edges[0]?.properties).toEqual({ bothWays: true })
  })

  it('to a subgraph mean its ways in, and from it its ways out', () => {
    const group = 'subgraph g[Back end]\n x[API] --> y[Stock service]\n z[Feed service]\n end\n'
    expect(ends(`${group} web[Browser] --> g`)).toEqual(['x>y', 'web>x', 'web>z'])
    expect(ends(`${group} g --> db[(PostgreSQL)]`)).toEqual(['x>y', 'y>db', 'z>db'])
    expect(ends('a[One] ~~~ b[Two]')).toEqual([])
  })
})

describe('subgraphs', () => {
  it('become boundaries by their words, inside each other', () => {
    const { groups, nodes } = read(`subgraph r[Region eu-west-1]
        subgraph z[AZ a]
          api[API]
        end
        subgraph n[VPC]
          db[(PostgreSQL)]
        end
      end`)
    const found = groups.map(({ id, type, parentId }) => `${id} ${type} ${parentId ?? '-'}`)
    expect(found.toSorted()).toEqual(['n network r', 'r region -', 'z zone r'])
    expect(nodes.map((node) => node.groupId ?? '').toSorted()).toEqual(['n', 'z'])
  })

  it('take another type from a comment', () => {
    expect(read('subgraph g[Core]\n a[API]\nend\n%% set g type trust-zone').groups[0]?.type).toBe(
      'trust-zone',
    )
  })
})

describe('what cannot be read', () => {
  it.each([
    ['flowchart LR\n  a[Order service --> b', 2, 'Expected "]"'],
    ['flowchart TB\n  a -->', 2, 'Expected the name of a component'],
    ['flowchart LR\n\n  subgraph x\n  a', 4, 'the end of the subgraph'],
    ['sequenceDiagram\n  a->>b: hi', 1, 'flowchart'],
    ['', 1, 'found nothing'],
    ['flowchart LR\n', 1, 'empty diagram'],
  ])('%j is a problem with a place', (text, line, message) => {
    const { graph, problems } = readMermaid(text)
    expect(graph.nodes).toEqual([])
    expect(problems).toMatchObject([{ severity: 'error', line }])
    expect(problems[0]?.message).toContain(message)
  })

  it('does not hold up the page: too much is refused at once', () => {
    const huge = `flowchart LR\n${'a --> b\n'.repeat(60_000)}`
    expect(readMermaid(huge).problems[0]?.message).toContain('too large')
    const deep = `flowchart LR\n${'subgraph s\n'.repeat(5000)}`
    expect(readMermaid(deep).problems[0]?.severity).toBe('error')
  })
})
