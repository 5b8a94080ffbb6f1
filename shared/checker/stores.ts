/** Which kinds keep records that users' requests change, and where they are drawn. */
import type { DesignNode } from '#shared/design/design.ts'
import type { CheckContext } from './define-rule.ts'
import { nodesWhose } from './drawn-kinds.ts'
import { oncePerThing } from './once-per-check.ts'

/** Databases of records, as rules about tables, keys and shards mean them; no files, no copies. */
export const recordStores: ReadonlySet<string> = new Set([
  'sql-db',
  'newsql-db',
  'document-db',
  'key-value-db',
  'wide-column-db',
  'graph-db',
])
export const cacheKinds: ReadonlySet<string> = new Set(['cache', 'local-cache', 'session-store'])

/** Nodes of some kinds, in the order of the graph. */
export const nodesOf = oncePerThing(
  (context: CheckContext, kinds: ReadonlySet<string>): readonly DesignNode[] =>
    nodesWhose(context, ({ id }) => kinds.has(id)),
)

/** Whether a node is of one of some kinds; an id that no node has is of none. */
export function isOf(context: CheckContext, id: string, kinds: ReadonlySet<string>): boolean {
  return context.index.nodes.has(id) && kinds.has(context.kindOf(id).id)
}
