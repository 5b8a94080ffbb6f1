import type { Entity } from '#shared/design/answers.ts'
import { printFigure } from '#shared/estimation/print-figure.ts'
import { isWritten } from '../answered.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { nameOf } from '../parts.ts'
import { recomputedOf } from '../recomputed.ts'
import { instancesOf } from '../redundancy.ts'
import { isSaidNear } from '../said.ts'
import { linesOfEstimates } from '../stated-figures.ts'
import { answerSubject } from '../subject.ts'

/** Below this a second copy changes no decision. */
const notable = 1e11

export default defineRule({
  id: 'est-overheads-ignored',
  title: 'Copies and indexes are not in the storage',
  category: 'estimation',
  why: 'Replicas, indexes and backups multiply the raw volume; three times is a usual total.',
  fix: 'State the raw volume times its copies, and 10 to 30 % for each set of indexes.',
  question: 'How many bytes are on disks for each byte that a user wrote?',
  examples: {
    bad: [
      exampleDocument({
        facts: { dataSize: '' },
        estimates: `- Peak: 600 requests/s
- New photos per day: 1M
- Size of a photo: 500 KB
- Storage per year: 182.5 TB`,
      }),
      `---
peakQps: 5,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Message service x6] --> db[(Cassandra x3)]

## Estimates
- Messages: 100M a day × 1 KB = 100 GB/day`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        facts: { dataSize: '' },
        estimates: `- Peak: 600 requests/s
- New photos per day: 1M
- Size of a photo: 500 KB
- Storage per year: 547 TB with three copies`,
      }),
      exampleDocument({
        facts: { dataSize: '' },
        estimates: `- Peak: 600 requests/s
- Raw: 1M photos a day × 500 KB = 500 GB/day, compressed to a third, which pays for the replicas`,
      }),
      `---
peakQps: 5,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Message service x6] --> db[(Cassandra x3)]`,
    ],
  },
  appliesTo: (context) => isWritten(context, 'estimates') && copiedStore(context) !== undefined,
  check(context) {
    const store = copiedStore(context)
    if (store === undefined || linesOfEstimates(context).some((line) => overhead.test(line)))
      return []
    const raw = recomputedOf(context).find(
      ({ dimension, stated, recomputed }) =>
        dimension === 'data' && recomputed >= notable && Math.abs(stated / recomputed - 1) < 0.2,
    )
    return raw === undefined ? [] : [observe(context, store, raw.stated)]
  },
})

const overhead =
  /\bcop(?:y|ies)\b|\breplica\w*|\breplication\b|\boverheads?\b|\bindex\w*|\bbackups?\b|\bcompress\w*|\braid\b|\berasure\b|(?:x|×) ?[23]\b(?! ?\d)|\b(?:twice|triple|three times|redundan\w*)\b/i

function observe(context: CheckContext, storeId: string, stated: number): Observation {
  return {
    subject: [answerSubject('estimates', 'overheads')],
    nodes: [storeId],
    severity: 'suggestion',
    message: `The storage of ${printFigure(stated, 'data')} is the raw volume, while ${nameOf(context, storeId)} keeps more than that: copies, indexes or backups.`,
    evidence: { stated, store: storeId },
  }
}

/** A store of the drawing that keeps several copies, or is indexed or backed up. */
function copiedStore(context: CheckContext): string | undefined {
  const { graph, answers } = context.design
  // The bulk may lie in the object store, whose copies are its provider's.
  if (graph.nodes.some(({ id }) => context.kindOf(id).id === 'object-store')) return undefined
  const indexed = new Set(answers.entities.filter(isIndexed).flatMap(({ storeIds }) => storeIds))
  return graph.nodes.find((node) => {
    const { traits } = context.kindOf(node.id)
    if (!traits.includes('store') || traits.includes('self-redundant')) return false
    return instancesOf(node) > 1 || indexed.has(node.id) || isSaidNear(context, node.id, copied)
  })?.id
}

const copied = /\b(?:replica\w*|replicat\w*|stand-?by|backups?|snapshots?|cluster)\b/i

function isIndexed({ indexes = [] }: Entity): boolean {
  return indexes.length > 0
}
