import type { DesignGroup, DesignNode } from '#shared/design/design.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { namesOf, plays, sentence } from '../parts.ts'
import { isRunByOthers } from '../redundancy.ts'
import { isSaidAnywhere, sayingsAbout } from '../said.ts'
import { hasAnswers } from '../truth-stores.ts'

export default defineRule({
  id: 'rel-zone-region-coverage',
  title: 'Everything stands in one place',
  category: 'reliability',
  why: 'A data centre that loses power takes every instance in it down, however many there are.',
  fix: 'Spread instances and copies over two or three zones first, and over regions only when that is asked for.',
  question: 'The building with all of this loses power. What still works?',
  examples: {
    bad: [
      `---
availabilityTarget: 99.95%
---
flowchart LR
  web[Browser] --> lb
  subgraph az[Availability zone A]
    lb[HAProxy x2] --> api[Order service x4] --> db[(PostgreSQL + standby)]
  end`,
      `---
availabilityTarget: 99.95%
---
flowchart LR
  web[Customers] --> lb[Load balancer, managed] --> portal
  subgraph fra[Frankfurt, zone a]
    portal[Meter portal x4] --> ts[(TimescaleDB, primary + standby)]
  end
  subgraph dub[Dublin]
    tariff[Tariff service x3] --> tdb[(MySQL, primary + standby)]
  end
  portal --> tariff`,
      `---
availabilityTarget: 99.99%
---
## Operations
- All servers stand in a single data centre; dashboards and alerts.

\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Ticket service x6] --> db[(MySQL primary + 2 replicas)]
\`\`\``,
    ],
    good: [
      `---
availabilityTarget: 99.95%
---
flowchart LR
  web[Browser] --> lb[HAProxy x2]
  subgraph a[Zone A]
    api1[Order service x2] --> db1[(PostgreSQL)]
  end
  subgraph b[Zone B]
    api2[Order service x2] --> db2[(PostgreSQL standby)]
  end
  lb --> api1 & api2
  db1 -->|replication| db2`,
      `---
availabilityTarget: 99.9%
---
flowchart LR
  web[Browser] --> lb
  subgraph az[Availability zone A]
    lb[HAProxy x2] --> api[Order service x4] --> db[(PostgreSQL + standby)]
  end`,
      `---
availabilityTarget: 99.99%
---
## Operations
- Everything runs multi-AZ in two regions; traffic moves by DNS.

\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Ticket service x6] --> db[(MySQL primary + 2 replicas)]
\`\`\``,
      `---
availabilityTarget: 99.99%
---
flowchart LR
  web[Browser] --> gw[API Gateway] --> fn[AWS Lambda] --> db[(DynamoDB)]`,
    ],
  },
  appliesTo: (context) =>
    (context.design.scale.availabilityTarget ?? 0) >= 99.95 && placedNodes(context).length > 0,
  check(context) {
    const target = context.design.scale.availabilityTarget ?? 0
    const zone = oneZone(context, target) ?? unsaidZones(context, target)
    const found = zone ?? oneRegion(context, target)
    return found === undefined ? [] : [found]
  },
})

const single =
  /\b(?:(?:single|one|same|our own|the) (?:\w+ )?(?:availability[-\s])?(?:zone|az|data ?cent(?:er|re)|dc|rack|server room|machine room)|(?:single|one|same)[-\s](?:availability[-\s])?(?:zone|az|data ?cent(?:er|re)|dc|rack|room|site|building)|single[-\s]az|(?:in|stay in|only) (?:zone )?[a-z]+-[a-z]+-?\d-?[a-f]|(?:whole|all|everything|entire|every|only)\b[^.;]{0,60}\b(?:in|into) (?:the )?(?:availability )?(?:zone|az|data ?cent(?:er|re)|rack|server room)(?! (?:each|per)))\b/i
const many =
  /\b(?:multi[-\s]?(?:az|zone|region|dc)|(?:two|three|four|several|multiple|different|second|another|other|across|all|both|each|\d+) (?:availability )?(?:zones?|azs?|regions?|data ?cent(?:er|re)s?|dcs?|sites?)|zonal|cross[-\s](?:zone|region|az)|active[-\s]active|geo[-\s]?\w+|per (?:zone|region))\b/i
const disaster =
  /\b(?:region\w* (?:loss|outage|failure|fail\w*|goes down|is lost)|loss of an? (?:whole )?region|disasters?|survives? (?:the loss of )?an? region|regional)\b/i

/** What could be spread and is not spread by a provider. */
function placedNodes(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter((node) => {
    const runs = (['compute', 'store', 'entry'] as const).some((t) => plays(context, node.id, t))
    return runs && !isRunByOthers(context, node)
  })
}

function oneZone(context: CheckContext, target: number): Observation | undefined {
  if (isSaidAnywhere(context, many)) return undefined
  const nodes = placedNodes(context)
  if (
    nodes.some(({ properties }) => isMany(properties['zones']) || isMany(properties['regions']))
  ) {
    return undefined
  }
  const drawn = drawnInOne(context, nodes)
  if (drawn.length > 0) {
    return observe(context, drawn, 'warning', `in one zone, while ${target}% is promised`)
  }
  const isStated = nodes.every(({ properties }) => properties['zones'] === 1)
  const isSaid = sayingsAbout(context, single).length > 0
  if (!isStated && !isSaid) return undefined
  return observe(context, nodes, 'warning', `in one zone, while ${target}% is promised`)
}

/**
 * What stands in the only zone that is drawn: everything, or a service with the store behind it, of which the
 * places outside of that zone hold no second one.
 */
function drawnInOne(context: CheckContext, nodes: readonly DesignNode[]): readonly DesignNode[] {
  const zones = new Set(nodes.flatMap((node) => zoneOf(context, node)?.id ?? []))
  if (zones.size !== 1) return []
  const inside = nodes.filter((node) => zoneOf(context, node) !== undefined)
  const outside = nodes.filter((node) => !inside.includes(node))
  if (outside.length === 0) return inside
  const runs = inside.some(({ id }) => plays(context, id, 'compute'))
  const keeps = inside.filter(({ id }) => plays(context, id, 'store'))
  const isSpread = keeps.some(({ kind }) => outside.some((node) => node.kind === kind))
  return runs && keeps.length > 0 && !isSpread ? inside : []
}

/** Nothing at all about places, in a document that promises that much. */
function unsaidZones(context: CheckContext, target: number): Observation | undefined {
  const { groups } = context.design.graph
  const isPlaced = groups.some(({ type }) => type === 'zone' || type === 'region')
  if (!hasAnswers(context) || isPlaced || isSaidAnywhere(context, place)) return undefined
  const nodes = placedNodes(context).filter(
    ({ properties }) => properties['zones'] === undefined && properties['regions'] === undefined,
  )
  if (nodes.length === 0 || (context.design.scale.regions ?? 1) > 1) return undefined
  return observe(
    context,
    nodes,
    'suggestion',
    `nowhere in particular: no zones are named, while ${target}% is promised`,
  )
}

const place =
  /\b(?:zones?|az|azs|multi[-\s]?az|regions?|data ?cent(?:er|re)s?|sites?|edge locations?)\b/i

function oneRegion(context: CheckContext, target: number): Observation | undefined {
  const { regions = 1 } = context.design.scale
  if (target < 99.99 || regions > 1 || sayingsAbout(context, disaster).length === 0)
    return undefined
  if (isSaidAnywhere(context, many)) return undefined
  const drawn = context.design.graph.groups.filter(({ type }) => type === 'region')
  const nodes = placedNodes(context)
  if (drawn.length > 1 || nodes.some(({ properties }) => isMany(properties['regions'])))
    return undefined
  return observe(
    context,
    nodes,
    'suggestion',
    'in one region, and the loss of a region is to be survived',
  )
}

function observe(
  context: CheckContext,
  nodes: readonly DesignNode[],
  severity: 'warning' | 'suggestion',
  words: string,
): Observation {
  const ids = nodes.map((node) => node.id)
  return {
    subject: [],
    severity,
    message: sentence(`${namesOf(context, ids)} ${ids.length > 1 ? 'stand' : 'stands'} ${words}.`),
    evidence: { words },
    nodes: ids,
  }
}

function zoneOf(context: CheckContext, node: DesignNode): DesignGroup | undefined {
  const { groups } = context.design.graph
  let group = groups.find(({ id }) => id === node.groupId)
  for (let steps = 0; group !== undefined && group.type !== 'zone' && steps < 20; steps += 1) {
    const { parentId } = group
    group = groups.find(({ id }) => id === parentId)
  }
  return group
}

function isMany(value: unknown): boolean {
  return typeof value === 'number' && value > 1
}
