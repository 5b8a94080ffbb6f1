import type { DesignEdge } from '#shared/design/design.ts'
import { defineRule, type CheckContext, type Severity } from '../define-rule.ts'
import { standsOutside } from '../outside-callers.ts'
import { carriesWork, nameOf, nodesWith, plays, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isSaidAbout } from '../said.ts'

export default defineRule({
  id: 'hl-client-to-store',
  title: 'A client reaches a store directly',
  category: 'high-level',
  why: 'It passes by authorisation and validation, and ties every installed client to the schema.',
  fix: 'Put a service or a gateway between the client and the store, or hand out signed URLs for files.',
  question: 'Who checks what this client may read or write?',
  examples: {
    bad: [
      `flowchart LR
        web[Browser] --> db[(PostgreSQL)]
        web --> api[Order service] --> db`,
      `flowchart LR
        app[Mobile app] --> api[Profile service] --> db[(MongoDB)]
        app --> cache[Redis cache]
        api --> cache`,
    ],
    good: [
      `flowchart LR
        web[Browser] --> api[Order service] --> db[(PostgreSQL)]`,
      `flowchart LR
        app[Mobile app] --> api[Upload service] --> db[(PostgreSQL)]
        app -->|upload by signed URL| s3[S3 bucket]`,
      `flowchart LR
        app[Mobile app] --> local[(SQLite on the device)]
        app --> api[Sync service] --> db[(PostgreSQL)]`,
      `flowchart LR
        web[Browser] --> db[Firestore]:::document-db`,
      `flowchart LR
        web[Browser] --> api[Shop] --> db[(PostgreSQL)]
        web -->|search as you type| algolia[Algolia]:::search-index`,
      `flowchart LR
        web[Browser] --> gw[API gateway] --> chat[Chat API] --> q[[SQS]]
        q --> meter[Usage meter x2] --> usage[(Usage in Aurora)]`,
    ],
  },
  appliesTo: (context) => nodesWith(context, 'client').length > 0,
  check(context) {
    const direct = context.design.graph.edges.filter((edge) => isDirect(context, edge))
    return direct.map((edge) => ({
      subject: [edge.from, edge.to],
      severity: severityOf(context, edge),
      message: sentence(
        `${nameOf(context, edge.from)} reaches ${nameOf(context, edge.to)} with nothing in between.`,
      ),
      evidence: { from: context.kindOf(edge.from).id, to: context.kindOf(edge.to).id },
      nodes: [edge.from, edge.to],
      edges: [edge.id],
    }))
  },
})

const signed = /\b(?:pre-?)?signed\b|\bsas\b|\bdirect(?:ly)? (?:up|down)load|\bupload url/i
const onDevice =
  /\b(?:on[-\s](?:the )?device|on[-\s]device|local(?:storage)?|indexeddb|sqlite|realm|core data|offline|browser cache|(?:client )?librar(?:y|ies)|sdk|driver)\b/i
const backEnds =
  /\b(?:firebase|firestore|supabase|appwrite|pocketbase|amplify|appsync|baas|back[-\s]?end[-\s]as[-\s]a[-\s]service|algolia|typesense|meilisearch|row[-\s]level security)\b/i
/** People of the house who look at the data with their own tools. */
const insiders =
  /\b(?:analysts?|data scientists?|data engineers?|dbas?|admin\w*|operators?|developers?|engineers?|support|back ?office|bi|cli|scripts?)\b/i
/** Files may be meant for everybody, and copies for reporting have readers of their own. */
const mildKinds: ReadonlySet<string> = new Set([
  'object-store',
  'file-store',
  'archive-store',
  'data-lake',
])
const shared: ReadonlySet<string> = new Set(['cache', 'session-store', 'search-index'])
const ownDoor: ReadonlySet<string> = new Set(['realtime-db', 'local-cache'])

function isDirect(context: CheckContext, edge: DesignEdge): boolean {
  const store = context.index.nodes.get(edge.to)
  if (store === undefined || !carriesWork(context, edge)) return false
  if (!standsOutside(context, edge.from) || !isOwnStore(context, edge.to)) return false
  const words = `${wordsOn(store)} ${wordsOf(edge)}`
  if (signed.test(words) || onDevice.test(words) || backEnds.test(words)) return false
  return !isSaidAbout(context, edge.to, backEnds) && !isSaidAbout(context, edge.to, signed)
}

/** What only the product's own services should reach; a read model for analysts has its own door. */
function isOwnStore(context: CheckContext, id: string): boolean {
  const kind = context.kindOf(id).id
  if (ownDoor.has(kind)) return false
  return plays(context, id, 'store') || shared.has(kind)
}

/** Files are often handed out by signed URLs that nobody wrote down, and a cache may be the product itself. */
function severityOf(context: CheckContext, { from, to }: DesignEdge): Severity {
  if (mildKinds.has(context.kindOf(to).id)) return 'suggestion'
  if (insiders.test(context.index.nodes.get(from)?.label ?? '')) return 'suggestion'
  const isProduct = plays(context, to, 'derived') && !hasCompute(context)
  return isProduct ? 'suggestion' : 'error'
}

/** Ends at the first one, since it is asked once for each finding. */
function hasCompute(context: CheckContext): boolean {
  return context.design.graph.nodes.some((node) => plays(context, node.id, 'compute'))
}
