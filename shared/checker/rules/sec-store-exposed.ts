import type { EntityClass } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { holdsAny } from '../held-data.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { keepsData, nameOf, sentence, wordsOn } from '../parts.ts'
import { sayingsAbout, type Saying } from '../said.ts'
import { says } from '../says.ts'

export default defineRule({
  id: 'sec-store-exposed',
  title: 'A store can be reached from the internet',
  category: 'security',
  why: 'It can be attacked directly, with nothing in front that checks who asks and for what.',
  fix: 'Put it into a private network and let only the services that need it in, each with the fewest rights.',
  question: 'Who can open a connection to this store, and from where?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer x2] --> app[Loan service x2] --> db[(PostgreSQL + standby)]
\`\`\`
## Security
- The accountant connects to PostgreSQL from home over the internet.`,
      `flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]
  %% set db public true`,
      `flowchart LR
  app[Mobile app] --> alb[Load balancer] --> api[Game service] --> cache[Redis cache]
  subgraph pub[Public subnet]
    alb
    cache
  end
  api --> db[(MySQL)]`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Catalogue service] --> es[Elasticsearch]
  api --> db[(PostgreSQL)]
  db -->|CDC| es
\`\`\`
## Security
- Elasticsearch is open to the internet so that the dashboards of partners can ask it.`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer x2] --> app[Loan service x2] --> db[(PostgreSQL + standby)]
\`\`\`
## Security
- Only the load balancer is reachable from the internet, PostgreSQL is not.`,
      `flowchart LR
  web[Browser] --> cdn[CDN] --> s3[S3 bucket with public pictures]
  %% set s3 public true`,
      `flowchart LR
  web[Browser] --> alb[Load balancer] --> api[Order service] --> db[(PostgreSQL)]
  subgraph pub[Public subnet]
    alb
  end
  subgraph priv[Private subnet]
    api
    db
  end`,
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]
\`\`\`
## Security
- PostgreSQL is never reachable from the internet.`,
    ],
  },
  appliesTo: (context) => storesOf(context).length > 0,
  check(context) {
    return storesOf(context)
      .filter((node) => isExposed(context, node) && !isMeantToBe(context, node))
      .map((node) => ({
        subject: [node.id],
        severity: 'error' as const,
        message: sentence(`${nameOf(context, node.id)} can be reached from the internet.`),
        evidence: { public: true },
      }))
  },
})

const onComponent =
  /\b(?:publicly (?:accessible|reachable|exposed|available)|(?:exposed|accessible|reachable|open) publicly|public access(?: enabled| on|:? (?:true|yes))?|public(?:ly)? (?:ip|endpoint|address)|internet[-\s]facing|(?:exposed|open|reachable|accessible)(?: \w+)? (?:to|from|on|over) (?:the )?(?:public )?(?:internet|world|web)|0\.0\.0\.0(?:\/0)?|(?:endpoint|address|ip|port(?: \d+)?) (?:is|are) (?:public|exposed|open)|(?:reach(?:ed|able)|connect\w*|accessible|open)\b[^.;,]{0,50}\b(?:from (?:anywhere|everywhere)|over the (?:public )?internet))\b/i
const publicFrame =
  /\b(?:public (?:sub-?net\w*|zone|network|tier|vpc)|dmz|internet[-\s]facing (?:zone|tier|subnet))\b/i
/** What stands in a public frame by right, should it be taken for a store ("ALB standby"). */
const doorway =
  /\b(?:[an]?lb|elb|balancer|gateway|gw|nat|bastion|proxy|cdn|jump|host|server|cloudfront)\b/i
const privateFrame =
  /\b(?:private|internal|isolated|protected|data (?:tier|subnet)|back[-\s]?end (?:tier|subnet))\b/i
const files: ReadonlySet<string> = new Set(['object-store', 'file-store', 'archive-store'])
const sensitive: ReadonlySet<EntityClass> = new Set(['money', 'pii', 'health'])

function storesOf(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter((node) => keepsData(context, node.id))
}

function isExposed(context: CheckContext, node: DesignNode): boolean {
  if (node.properties['public'] === true || says(wordsOn(node), onComponent)) return true
  if (node.properties['public'] === false) return false
  if (isInPublicFrame(context, node) && !doorway.test(node.label)) return true
  const said = sayingsAbout(context, onComponent)
  return said.some(
    (saying) =>
      saying.section !== 'flows' &&
      (saying.nodeIds.includes(node.id) || isOnlyOne(context, saying, node)) &&
      isMeant(context, saying, node),
  )
}

const database = /\b(?:databases?|db|5432|3306|27017|6379|1433|9200)\b/i

/** A sentence that names no component, of a port or of the database, where there is only one. */
function isOnlyOne(context: CheckContext, saying: Saying, node: DesignNode): boolean {
  if (saying.nodeIds.length > 0 || !database.test(saying.text)) return false
  const records = storesOf(context).filter(({ id }) => !files.has(context.kindOf(id).id))
  return records.length === 1 && records[0]?.id === node.id
}

const guarded = /\b(?:vpn|bastion|tunnel|private link|peering|allow-?list\w*)\b/i

/** Where a door is named beside the store, the part of the sentence with the words has to name the store. */
function isMeant(context: CheckContext, { text, nodeIds }: Saying, node: DesignNode): boolean {
  if (guarded.test(text)) return false
  if (nodeIds.every((id) => keepsData(context, id))) return true
  const clause = text
    .split(/[,;:()]|\b(?:but|while|whereas)\b/i)
    .find((part) => says(part, onComponent))
  const name = /[\w-]{3,}/.exec(node.label)?.[0] ?? ''
  return (
    clause !== undefined &&
    (clause.toLowerCase().includes(name.toLowerCase()) ||
      /\b(?:database|db|store|bucket)\b/i.test(clause))
  )
}

/** The innermost frame that says which it is decides. */
function isInPublicFrame(context: CheckContext, node: DesignNode): boolean {
  const { groups } = context.design.graph
  let id = node.groupId
  for (let depth = 0; id !== undefined && depth < 20; depth += 1) {
    const inner = id
    const frame = groups.find((group) => group.id === inner)
    if (frame === undefined || privateFrame.test(frame.label)) return false
    if (publicFrame.test(frame.label)) return true
    id = frame.parentId
  }
  return false
}

/** Pictures and downloads are often handed out on purpose; whoever keeps records in files says so. */
function isMeantToBe(context: CheckContext, node: DesignNode): boolean {
  if (!files.has(context.kindOf(node.id).id)) return false
  return !holdsAny(context, node, sensitive)
}
