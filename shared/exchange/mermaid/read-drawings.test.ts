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
const ends = (body: string) => drawn(`flowchart LR\n${body}`).edges
const labels = (body: string) =>
  readMermaid(`flowchart LR\n${body}`).graph.nodes.map((n) => n.label)

describe('the head of a flowchart', () => {
  it.each([
    ['graph TD\na-->b'],
    ['graph LR; a-->b'],
    ['flowchart\na-->b'],
    ['flowchart-elk TB\na-->b'],
    ['\n\n  flowchart RL\n a-->b'],
    ['\uFEFFflowchart LR\r\n a-->b\r\n'],
    ['graph >\na-->b'],
    ['---\ntitle: Orders\nconfig:\n  theme: dark\n---\nflowchart LR\na-->b'],
    ['flowchart LR\nlinkStyle 7 stroke:red\na-->b'],
    ['---\n: no [ YAML\n---\nflowchart LR\na-->b'],
    ['%%{init: {"theme": "dark"}}%%\n%% words\nflowchart LR\na-->b %% more'],
    ['%%{init: {\n  "theme": "dark"\n}}%%\nflowchart LR\na-->b'],
    ['```mermaid\nflowchart LR\na-->b\n```'],
    ['::: mermaid\nflowchart LR\na-->b\n:::'],
    ['# Orders\n\nWords.\n\n```mermaid\nflowchart LR\na-->b\n```\nMore.'],
  ])('%j is understood', (text) => {
    expect(drawn(text).edges).toEqual(['a>b'])
  })
})

describe('arrows of a flowchart', () => {
  // prettier-ignore
  it.each([
    '-->', '---', '-.->', '-.-', '==>', '===', '--o', '--x', '<-->', 'o--o', 'x--x', '<-.->', '<==>',
    '---->', '-..->', '====>', 'e1@-->', '-- text -->', '-- text ---', '== text ==>', '-. text .->',
    '<-- text -->', '-->|text|', '-.->|"text"|', '-- "text" -->', '---|text|', 'e1@-->|text|',
  ])('a %s b is one', (arrow) => {
    const label = arrow.includes('text') ? ' "text"' : ''
    expect(ends(`a ${arrow} b`)).toEqual([`a>b${label}`])
  })

  it('come in chains and bundles, and invisible ones are none', () => {
    expect(ends('a --> b -- x --> c & d --> e')).toEqual([
      'a>b',
      'b>c "x"',
      'b>d "x"',
      'c>e',
      'd>e',
    ])
    expect(ends('a[A]:::k & b --> c;d-->e;')).toEqual(['a>c', 'b>c', 'd>e'])
    expect(ends('a ~~~ b\na --> c')).toEqual(['a>c'])
  })

  it('keep the ids that the diagram gives, or have ones that stay the same', () => {
    const ids = (body: string) => readMermaid(`flowchart LR\n${body}`).graph.edges.map((e) => e.id)
    expect(ids('a call@--> b\na --> b\na --> b')).toEqual(['call', 'L_a_b_0', 'L_a_b_1'])
    expect(ids('x --> y\na --> b')).toEqual([...ids('x --> y'), ...ids('a --> b')])
  })
})

describe('shapes and labels of a flowchart', () => {
  // prettier-ignore
  it.each([
    'a[API]', 'a(API)', 'a([API])', 'a[[API]]', 'a[(API)]', 'a((API))', 'a>API]', 'a{API}', 'a{{API}}',
    'a[/API/]', 'a[\\API\\]', 'a[/API\\]', 'a[\\API/]', 'a(((API)))', 'a@{ shape: cyl, label: "API" }',
    'a@{\n shape: das\n label: "API"\n}', 'a[fa:fa-server API]', 'a["`**API**`"]', 'a["<b>API</b>"]',
    'a["API"]:::hot', 'a@{ icon: "logos:aws-lambda", label: "API" }', 'a["API"]\nstyle a fill:#f9f,stroke:#333',
    'a[API]\nclassDef hot fill:red;\nclass a hot;', 'a[API]\nclick a "https://example.com" "tip" _blank',
    'accTitle: Words; more\naccDescr {\n many\n lines\n}\na[API]', 'a[API]\nlinkStyle default stroke:red',
  ])('%j is a component', (text) => {
    expect(labels(text)).toEqual(['API'])
  })

  it.each([
    ['a["x<br/>y<BR>z"]', 'x y z'],
    ['a[one\\ntwo]', 'one two'],
    ['a["say #quot;hi#quot; &amp; #9829;"]', 'say "hi" & ♥'],
    ['a["f(x) [1] {2} | 3 end"]', 'f(x) [1] {2} | 3 end'],
    ['a[数据库 🚀]', '数据库 🚀'],
    ['a["room:<id>"]', 'room:<id>'],
    ['a[The end]', 'The end'],
    ['a["fa:fa-database"]', 'database'],
    ['endpoint', 'endpoint'],
  ])('%j says what a person reads', (text, label) => {
    expect(labels(text)).toEqual([label])
  })
})

describe('subgraphs of a flowchart', () => {
  it('lie in each other, whatever names and titles they have', () => {
    const { nodes, groups } = drawn(`flowchart LR
      subgraph "Two words"
        direction TB
        subgraph in[Inner]
          a
        end
        b
      end
      subgraph 数据; c; end`)
    expect(nodes).toEqual(['a<in "a"', 'b<subGraph1 "b"', 'c<数据 "c"'])
    expect(groups).toEqual(['in<subGraph1 "Inner"', 'subGraph1 "Two words"', '数据 "数据"'])
  })

  it('that are empty are boxes where arrows lead to them', () => {
    const { nodes, edges, groups } = drawn('flowchart LR\nsubgraph d[Database]\nend\na --> d')
    expect([nodes, edges, groups]).toEqual([['a "a"', 'd "Database"'], ['a>d'], []])
  })

  it('may hold a component of their own name', () => {
    const { nodes, edges } = drawn('flowchart LR\nsubgraph api[API]\napi --> db\nend\nweb --> api')
    expect(nodes).toEqual(['api<api "api"', 'db<api "db"', 'web "web"'])
    expect(edges).toEqual(['api>db', 'web>api'])
  })

  it('that hold each other are taken apart with a note', () => {
    const { graph, problems } = readMermaid(
      'flowchart LR\n subgraph a\n b\n end\n subgraph b\n a\n x\n end\n x --> y',
    )
    expect(graph.nodes.map(({ id }) => id)).toEqual(['x', 'y'])
    expect(problems).toMatchObject([{ severity: 'note' }])
    expect(problems[0]?.message).toContain('hold each other')
  })
})

describe('what is no drawing of components', () => {
  // prettier-ignore
  it.each([
    ['sequenceDiagram', 'a sequence diagram'], ['classDiagram', 'a class diagram'],
    ['stateDiagram-v2', 'a state diagram'], ['erDiagram', 'an entity-relationship diagram'],
    ['gantt', 'a Gantt chart'], ['pie title X', 'a pie chart'], ['mindmap', 'a mind map'],
    ['gitGraph', 'a Git graph'], ['journey', 'a user journey'], ['quadrantChart', 'a quadrant chart'],
    ['timeline', 'a timeline'], ['requirementDiagram', 'a requirement diagram'],
    ['sankey-beta', 'a Sankey diagram'], ['xychart-beta', 'an XY chart'], ['block-beta', 'a block diagram'],
    ['packet-beta', 'a packet diagram'], ['kanban', 'a Kanban board'], ['zenuml', 'a ZenUML diagram'],
  ])('%s is refused by name', (head, name) => {
    const { graph, problems } = readMermaid(`%% words\n${head}\n  a b c`)
    expect(graph.nodes).toEqual([])
    expect(problems).toMatchObject([{ severity: 'error', line: 2 }])
    expect(problems[0]?.message).toContain(`This is ${name}`)
  })

  it.each([
    ['flowchart LR\n a[x (y) z]', 2, 6, 'stands in quotes'],
    ['flowchart LR\n a -> b', 2, 4, 'An arrow is written -->'],
    ['flowchart LR\n a --> end', 2, 8, '"end" closes a subgraph'],
    ['flowchart LR\n a@{ shape: nope }', 2, 13, 'No such shape: nope'],
    ['---\ntitle: x\n---\n%% c\nflowchart LR\n a[x --> b', 6, 11, 'Expected "]"'],
    ['flowchart LR\r\n a --> b\r\n b[', 3, 4, 'Expected "]"'],
    ['flowchart LR\n a\n\n end', 4, 2, 'No subgraph is open'],
    ['flowchart LR\n\n --> b', 3, 2, 'before the arrow'],
    ['flowchart XX\n a', 1, 10, 'Expected a direction'],
    ['flowchart LR\n a["x', 2, 6, 'A quote is never closed'],
    ['flowchart LR\n a --> 🚀', 2, 8, 'Expected a component (letters'],
    ['words alone', 1, 1, 'found "words alone"'],
  ])('%j says where, what was expected and what to do', (text, line, column, message) => {
    expect(readMermaid(text).problems).toMatchObject([{ severity: 'error', line, column }])
    expect(readMermaid(text).problems[0]?.message).toContain(message)
  })
})

describe('drawings that are too large', () => {
  const many = Array.from({ length: 1000 }, (_, i) => `n${i}`).join(' & ')
  const frames = Array.from({ length: 200 }, (_, i) => `Boundary(b${i}, "B") {\n`).join('')
  it.each([
    ['arrows of a bundle', `flowchart LR\n${many} --> ${many}`, '10,000 arrows'],
    [
      'arrows between subgraphs',
      `flowchart LR\nsubgraph a\n${many}\nend\nsubgraph b\n${many.replaceAll('n', 'm')}\nend\na-->b`,
      '10,000 arrows once',
    ],
    ['frames in frames', `C4Context\n${frames}System(a, "A")\n${'}'.repeat(200)}`, '100 subgraphs'],
    ['characters', `flowchart LR\n${'a --> b\n'.repeat(200_000)}`, '1,000,000 are read'],
  ])('because of their %s are refused with the number', (_name, text, message) => {
    const { graph, problems } = readMermaid(text)
    expect(graph.nodes).toEqual([])
    expect(problems[0]?.message).toContain(message)
  })

  it('are read up to ten thousand arrows, even at one component', () => {
    const lines = Array.from({ length: 9_999 }, (_, i) => `  hub[Hub] --> n${i}[Service ${i}]`)
    expect(readMermaid(['flowchart LR', ...lines].join('\n')).graph.edges).toHaveLength(9_999)
  })
})

describe('comments that carry what Mermaid cannot say', () => {
  it('set several properties at once, beside what is inferred', () => {
    const { graph, problems } = readMermaid(
      'flowchart LR\napi["API x4"] --> db[(Orders)]\n%% set api managed=true note="kept warm"\n%% set api->db type=batch',
    )
    expect(problems).toEqual([])
    expect(graph.nodes[0]).toMatchObject({
      label: 'API',
      replicas: 4,
      properties: { managed: true, note: 'kept warm' },
    })
    expect(graph.edges[0]?.type).toBe('batch')
  })

  it.each([
    ['%% set nobody managed true', 'Nothing is called "nobody"'],
    ['%% set a', 'Expected "%% set <id>'],
    ['%% set a id=x\n%% set b id=x', 'given twice'],
  ])('%j is noted', (comment, message) => {
    const { problems } = readMermaid(`flowchart LR\na --> b\n${comment}`)
    expect(problems).toMatchObject([{ severity: 'note' }])
    expect(problems[0]?.message).toContain(message)
  })
})
