import { describe, expect, it } from 'vitest'
import { readMermaid } from './read-mermaid.ts'

/** Nodes as `id "label"`, edges as `a>b "label"`, groups as `id<parent "label"`. */
function drawn(text: string) {
  const { graph, problems } = readMermaid(text)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const parent = (id: string | undefined) => (id === undefined ? '' : `<${id}`)
  return {
    nodes: graph.nodes.map(({ id, label, groupId }) => `${id}${parent(groupId)} "${label}"`),
    edges: graph.edges.map(({ from, to, label }) => `${from}>${to}${label && ` "${label}"`}`),
    groups: graph.groups.map(({ id, label, parentId }) => `${id}${parent(parentId)} "${label}"`),
  }
}

describe('an architecture diagram', () => {
  it('gives services in groups, with arrows through junctions', () => {
    const text = `architecture-beta
      title Shop
      group cloud(cloud)[Cloud]
      group net(cloud)["Private net"] in cloud
      service web(internet)[Web]
      service db(database)[Orders] in net
      service disk(disk)['Files'] in net %% words
      junction bend in net
      web:R -[reads]-> L:bend
      bend:T --> B:db{group}
      bend:B --> T:disk
      db:L <-- R:disk
      web{group}:B <--> T:disk`
    const { nodes, edges, groups } = drawn(text)
    expect(nodes).toEqual(['web "Web"', 'db<net "Orders"', 'disk<net "Files"'])
    expect(edges.toSorted()).toEqual(
      ['disk>db', 'web>disk', 'web>db "reads"', 'web>disk "reads"'].toSorted(),
    )
    expect(groups).toEqual(['cloud "Cloud"', 'net<cloud "Private net"'])
  })

  it.each([
    ['architecture-beta\n service a[x', 2, 'Expected "group"'],
    ['architecture-beta\n service a[x] in b', 2, 'no group has that name'],
    ['architecture-beta\n service a[x]\n a:R --> L:b', 3, 'No service is called "b"'],
    ['architecture-beta\n service a[x]\n service a[y]', 3, 'already the name'],
  ])('%j is refused with its place', (text, line, message) => {
    expect(readMermaid(text).problems).toMatchObject([{ severity: 'error', line }])
    expect(readMermaid(text).problems[0]?.message).toContain(message)
  })
})

describe('a C4 diagram', () => {
  const text = `C4Container
    title Bank
    Person(user, "Customer, \${new}", "Has an account")
    Person_Ext(guest, "Guest")
    Enterprise_Boundary(bank, "Bank") {
      %% words
      Container_Boundary(app, "App")
      {
        Container(api, "API", "Java, Spring", "Answers", $tags="v1")
        ContainerDb(db, "Orders", "PostgreSQL")
        ContainerQueue(bus, "Events")
      }
    }
    System_Ext(mail, "Mail", "Sends mail")
    Rel(user, api, "Uses", "HTTPS")
    BiRel(api, db, "Reads and writes")
    Rel_Back(user, mail, "Mails")
    RelIndex(1, api, bus, "publishes")
    UpdateRelStyle(user, api, $offsetX="5")`

  it('gives people, systems and containers in their boundaries', () => {
    const { nodes, edges, groups } = drawn(text)
    expect(nodes).toEqual([
      'user "Customer, ${new}"',
      'guest "Guest"',
      'api<app "API"',
      'db<app "Orders"',
      'bus<app "Events"',
      'mail "Mail"',
    ])
    expect(edges).toEqual([
      'user>api "Uses"',
      'api>db "Reads and writes"',
      'mail>user "Mails"',
      'api>bus "publishes"',
    ])
    expect(groups).toEqual(['bank "Bank"', 'app<bank "App"'])
  })

  it('knows what the notation says', () => {
    const { nodes, edges } = readMermaid(text).graph
    const kinds = Object.fromEntries(nodes.map(({ id, kind }) => [id, kind]))
    expect(kinds).toMatchObject({ user: 'web-client', mail: 'external-service', db: 'sql-db' })
    expect(nodes[2]).toMatchObject({ technology: 'Java, Spring', properties: { note: 'Answers' } })
    expect(edges[0]).toMatchObject({ protocol: 'HTTPS', properties: {} })
    expect(edges[1]?.properties).toEqual({ bothWays: true })
  })

  it.each([
    ['C4Context\n  Sytem(a, "A")', 2, 'found "Sytem"'],
    ['C4Context\n  System(a, "A"', 2, 'Expected a statement'],
    ['C4Context\n  Boundary(b, "B") {\n  System(a, "A")', 2, 'Expected "}"'],
    ['C4Context\n  System(a, "A")\n}', 3, 'no boundary is open'],
    ['C4Context\n  Rel(a)', 2, 'Expected two ids'],
  ])('%j is refused with its place', (broken, line, message) => {
    expect(readMermaid(broken).problems).toMatchObject([{ severity: 'error', line }])
    expect(readMermaid(broken).problems[0]?.message).toContain(message)
  })

  it('leaves out relations to nothing with a note', () => {
    const { graph, problems } = readMermaid('C4Context\nSystem(a, "A")\nRel(a, b, "x")')
    expect(graph.edges).toEqual([])
    expect(problems).toMatchObject([{ severity: 'note', line: 3 }])
  })
})
