/** Which services share a store: those that write it and belong to different owners. */
import type { DesignNode } from '#shared/design/design.ts'
import type { CheckContext } from './define-rule.ts'
import { isSaidAbout, isSaidAnywhere } from './said.ts'
import { usesOf } from './store-ends.ts'

const serviceName = /\b(?:micro-?)?services?\b|service$|\bsvc\b|\bapi\b|\bms\b/i
const separate =
  /\b(?:(?:own|separate|isolated|dedicated|different|per[-\s]service|logical) (?:schemas?|databases?|tables?|dbs?|keyspaces?|collections?|logins?)|(?:schemas?|databases?|dbs?|tables?|keyspaces?|collections?) (?:and (?:a |one )?\w+ )?(?:per|for each|for every|each|of its own)|no (?:service|team|module) (?:reads?|touches|writes?|queries|sees) (?:another|the tables|tables of)|(?:each|every) (?:service|team) (?:has|owns|reads|writes|uses) (?:only )?(?:its|an?|one) (?:own )?(?:schemas?|databases?|tables?)|schemas\b|databases\b|multi[-\s]?tenant|(?:collection|table|keyspace|schema)s?\b.{0,60}\b(?:collection|table|keyspace|schema)s?)\b/i
const oneThing =
  /\bmodular monolith|\bmonolith\b|\bone deployable|\bsingle deploy|\bmigrat(?:ion|ing)\b/i
/** Two halves of one service, split by what they do with the same data. */
const half =
  /\b(?:read|write|query|command|public|private|admin|internal|external|v\d+|blue|green|canary|primary|secondary|api|service|svc|server|node|instance|replica|worker|backend|back-end|app|micro)s?\b|\d+/gi

/** One writing service for each owner: by team where teams are named, else by what is left of the name. */
export function ownersWriting(context: CheckContext, store: DesignNode): readonly string[] {
  const byOwner = new Map<string, string>()
  for (const { by, use } of usesOf(context, store.id)) {
    const node = context.index.nodes.get(by)
    if (node === undefined || use === 'reads' || context.kindOf(by).id !== 'service') continue
    if (!serviceName.test(node.label)) continue
    const { team } = node.properties
    const owner = typeof team === 'string' ? `team ${team}` : nameWithoutHalves(node.label)
    if (!byOwner.has(owner)) byOwner.set(owner, by)
  }
  return [...byOwner.values()]
}

function nameWithoutHalves(label: string): string {
  return label
    .toLowerCase()
    .replace(half, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}

/** Whether each of them has a part of its own, or all of them are one program or on their way out of one. */
export function isSeparated(context: CheckContext, store: DesignNode): boolean {
  if (isSaidAbout(context, store.id, separate, ['decisions', 'trade-offs', 'data-model']))
    return true
  return isSaidAnywhere(context, oneThing)
}
