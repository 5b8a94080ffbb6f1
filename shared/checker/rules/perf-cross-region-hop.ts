import type { DesignEdge, DesignGroup } from '#shared/design/design.ts'
import { quoted } from '../answered.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { nameOf, namesOf, plays, sentence, waits, wordsOn } from '../parts.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { answerSubject } from '../subject.ts'
import { admissionsOf, runnersIn } from '../told-faults.ts'

export default defineRule({
  id: 'perf-cross-region-hop',
  title: 'A request crosses regions',
  category: 'performance',
  why: 'Distance alone costs 50 to 150 ms for each round trip, whatever the machines can do.',
  fix: 'Serve the request from a copy in its own region, and send what has to cross over asynchronously.',
  question: 'Where does this request wait for light to travel?',
  examples: {
    bad: [
      `---
peakQps: 3000
latencyTarget: p99 under 120 ms
---
flowchart LR
  app[Mobile app] --> lb
  subgraph eu[Region eu-west-1]
    lb[Load balancer x2] --> api[Profile service x4]
  end
  subgraph us[Region us-east-1]
    db[(PostgreSQL + standby)]
  end
  api -->|SQL| db
  %% set eu type region
  %% set us type region`,
      `---
peakQps: 800
latencyTarget: p95 under 100 ms
---
flowchart LR
  web[Browser] --> lb
  subgraph ap[ap-south region]
    lb[Load balancer x2] --> cart[Cart service x3]
  end
  subgraph eu[eu-central region]
    price[Price service x3] --> store[(DynamoDB)]
  end
  cart -->|gRPC| price
  %% set ap type region
  %% set eu type region`,
    ],
    good: [
      `---
peakQps: 3000
latencyTarget: p99 under 120 ms
---
flowchart LR
  app[Mobile app] --> lb
  subgraph eu[Region eu-west-1]
    lb[Load balancer x2] --> api[Profile service x4] --> ro[(PostgreSQL replica)]
  end
  subgraph us[Region us-east-1]
    db[(PostgreSQL primary)]
  end
  db -->|replication| ro
  %% set eu type region
  %% set us type region`,
      `---
peakQps: 3000
latencyTarget: p99 under 800 ms
---
flowchart LR
  app[Mobile app] --> lb
  subgraph eu[Region eu-west-1]
    lb[Load balancer x2] --> api[Profile service x4]
  end
  subgraph us[Region us-east-1]
    db[(PostgreSQL + standby)]
  end
  api -->|SQL| db
  %% set eu type region
  %% set us type region`,
      `---
peakQps: 3000
latencyTarget: p99 under 120 ms
---
flowchart LR
  app[Mobile app] --> dns[Geo DNS]:::gslb
  subgraph eu[Region eu-west-1]
    lb[Load balancer x2] --> api[Profile service x4] --> db[(DynamoDB global table)]
  end
  subgraph us[Region us-east-1]
    api2[Profile service 2 x4] --> db2[(DynamoDB global table 2)]
  end
  dns --> api & api2
  db <-->|async replication| db2
  %% set eu type region
  %% set us type region`,
    ],
  },
  appliesTo: (context) => targetOf(context) < limit,
  check(context) {
    const regions = regionsOf(context)
    const drawn = context.index.graph.edges.flatMap((edge) => {
      const [from, to] = [regions.get(edge.from), regions.get(edge.to)]
      if (from === undefined || to === undefined || from.id === to.id) return []
      return isHop(context, edge) ? [observe(context, edge, [from, to])] : []
    })
    return drawn.length > 0 ? drawn : [...farApart(context), ...told(context)].slice(0, 1)
  },
})

/** Milliseconds below which one round trip between regions is most of the target. */
const limit = 150
const roundTheWorld: ReadonlySet<string> = new Set(['dns', 'gslb', 'cdn', 'waf', 'ddos-shield'])
const asideWords =
  /\b(?:async\w*|replicat\w*|fail-?over|backup\w*|standby|dr\b|disaster|sync\w* (?:of|in the background)|admin|rare\w*|once|start-?up)\b/i

/** Frames that are named after a place are regions, whatever they were drawn as. */
const places =
  /\b(?:(?:us|eu|ap|sa|ca|me|af)-(?:north|south|east|west|central)\w*(?:-\d)?|frankfurt|ireland|dublin|london|paris|stockholm|virginia|ohio|oregon|california|montreal|sao paulo|singapore|tokyo|seoul|sydney|mumbai|hong kong|europe|asia|(?:north |south )?america|emea|apac)\b/i

const continents: readonly (readonly [string, RegExp])[] = [
  [
    'Europe',
    /\b(?:eu-\w+-\d|europe-\w+|frankfurt|ireland|dublin|london|paris|stockholm|milan|madrid|zurich|amsterdam|warsaw|helsinki)\b/i,
  ],
  [
    'America',
    /\b(?:us-\w+-\d|us-\w+\d|ca-central-1|sa-east-1|n?\.? ?virginia|ohio|oregon|california|iowa|montreal|s[aã]o paulo|new york|chicago|dallas)\b/i,
  ],
  [
    'Asia',
    /\b(?:ap-(?:south|north)\w+-\d|asia-\w+|singapore|tokyo|seoul|mumbai|hong kong|osaka|bangalore)\b/i,
  ],
  ['Australia', /\b(?:ap-southeast-2|sydney|melbourne|auckland)\b/i],
]

/** The continent that a component names on itself; `undefined` where it names none or two. */
function continentOf(context: CheckContext, id: string): string | undefined {
  const node = context.index.nodes.get(id)
  const words = node === undefined ? '' : wordsOn(node)
  const named = continents.filter(([, places]) => places.test(words)).map(([name]) => name)
  return named.length === 1 ? named[0] : undefined
}

/** Two labels that name places an ocean apart. */
function farApart(context: CheckContext): readonly Observation[] {
  return context.index.graph.edges.flatMap((edge) => {
    const [from, to] = [continentOf(context, edge.from), continentOf(context, edge.to)]
    if (from === undefined || to === undefined || from === to || !isHop(context, edge)) return []
    return [observe(context, edge, [{ label: from }, { label: to }])]
  })
}

const ocean =
  /\b(?:each|every|all|any|most)\b[^.;]{0,60}\b(?:cross(?:es)?|over|across|goes to|go to|travels?)\b[^.;]{0,20}\b(?:atlantic|pacific|ocean|continents?|other region|second region|far region)\b|\b(?:atlantic|pacific|ocean)\b[^.;]{0,40}\b(?:for|on|with) (?:each|every) (?:read|request|query|call|page|write)\b/i

function told(context: CheckContext): readonly Observation[] {
  const unless = /\b(?:async\w*|replicat\w*|backups?|cop(?:y|ies)|fail-?over|never|not|without)\b/i
  return admissionsOf(context, { words: ocean, unless }).map((saying) => ({
    subject: [answerSubject(saying.section, 'regions')],
    severity: 'warning',
    message: `${sentence(namesOf(context, saying.nodeIds.length > 0 ? saying.nodeIds : runnersIn(context, saying)))} waits for a far region, and answers are due within ${targetOf(context)} ms: ${quoted(saying.text)}.`,
    evidence: { target: targetOf(context) },
    nodes: saying.nodeIds.length > 0 ? saying.nodeIds : runnersIn(context, saying),
  }))
}

function targetOf({ design }: CheckContext): number {
  const { p50, p95, p99 } = design.scale.latencyMs ?? {}
  return Math.min(...[p50, p95, p99].map((ms) => ms ?? Number.POSITIVE_INFINITY))
}

/** The region around each node that lies in one. */
const regionsOf = oncePerCheck(({ design }): ReadonlyMap<string, DesignGroup> => {
  const groups = new Map(design.graph.groups.map((group) => [group.id, group]))
  const regionOf = (id: string | undefined, depth = 0): DesignGroup | undefined => {
    const group = id === undefined ? undefined : groups.get(id)
    if (group === undefined || depth > 20) return undefined
    return group.type === 'region' || places.test(group.label)
      ? group
      : regionOf(group.parentId, depth + 1)
  }
  return new Map(
    design.graph.nodes.flatMap((node) => {
      const region = regionOf(node.groupId)
      return region === undefined ? [] : [[node.id, region] as const]
    }),
  )
})

function isHop(context: CheckContext, edge: DesignEdge): boolean {
  if (!waits(context, edge) || asideWords.test(edge.label)) return false
  if (plays(context, edge.from, 'client') || plays(context, edge.to, 'client')) return false
  return ![edge.from, edge.to].some((id) => roundTheWorld.has(context.kindOf(id).id))
}

type Place = Pick<DesignGroup, 'label'>

function observe(
  context: CheckContext,
  edge: DesignEdge,
  [from, to]: readonly [Place, Place],
): Observation {
  const target = targetOf(context)
  return {
    subject: [edge.id],
    severity: 'warning',
    message: sentence(
      `${nameOf(context, edge.from)} in ${from.label} waits for ${nameOf(context, edge.to)} in ${to.label}, and answers are due within ${target} ms.`,
    ),
    evidence: { from: edge.from, to: edge.to, target },
    nodes: [edge.from, edge.to],
    edges: [edge.id],
  }
}
