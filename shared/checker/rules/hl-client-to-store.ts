import type { DesignEdge } from '#shared/design/design.ts'
import { defineRule, type CheckContext, type Severity } from '../define-rule.ts'
import {
  carriesWork,
  keepsData,
  nameOf,
  nodesWith,
  plays,
  sentence,
  wordsOf,
  wordsOn,
} from '../parts.ts'

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
    ],
  },
  appliesTo: (context) => nodesWith(context, 'client').length > 0,
  check(context) {
    const direct = context.design.graph.edges.filter((edge) => isDirect(context, edge))
    return direct.map(({ id, from, to }) => ({
      subject: [from, to],
      severity: severityOf(context, to),
      message: sentence(
        `${nameOf(context, from)} reaches ${nameOf(context, to)} with nothing in between.`,
      ),
      evidence: { from: context.kindOf(from).id, to: context.kindOf(to).id },
      nodes: [from, to],
      edges: [id],
    }))
  },
})

const signed = /\b(?:pre-?)?signed\b|\bsas\b|\bdirect(?:ly)? (?:up|down)load|\bupload url/i
const onDevice =
  /\b(?:on[-\s](?:the )?device|local(?:storage)?|indexeddb|sqlite|realm|core data|offline|browser cache)\b/i
const backEnds = /\b(?:firebase|firestore|supabase|appwrite|pocketbase|amplify|appsync|baas)\b/i

function isDirect(context: CheckContext, edge: DesignEdge): boolean {
  const store = context.index.nodes.get(edge.to)
  if (store === undefined || !carriesWork(context, edge)) return false
  if (!plays(context, edge.from, 'client') || !keepsData(context, edge.to)) return false
  const words = `${wordsOn(store)} ${wordsOf(edge)}`
  return !signed.test(words) && !onDevice.test(words) && !backEnds.test(words)
}

/** Files are often handed out by signed URLs that nobody wrote down, and a cache may be the product itself. */
function severityOf(context: CheckContext, storeId: string): Severity {
  if (context.kindOf(storeId).id === 'object-store') return 'suggestion'
  const isProduct = plays(context, storeId, 'derived') && !hasCompute(context)
  return isProduct ? 'suggestion' : 'error'
}

/** Ends at the first one, since it is asked once for each finding. */
function hasCompute(context: CheckContext): boolean {
  return context.design.graph.nodes.some((node) => plays(context, node.id, 'compute'))
}
