/** Which kinds a drawing holds: dozens of rules ask for a few of them, and each kind is asked, not each node. */
import type { DesignNode } from '#shared/design/design.ts'
import type { Kind } from '#shared/kinds/define-kind.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'

/** Nodes whose kind is wanted, in the order of the graph. */
export function nodesWhose(
  context: CheckContext,
  isWanted: (kind: Kind) => boolean,
): readonly DesignNode[] {
  const wanted = [...nodesByKind(context).keys()].filter(isWanted)
  const [only, ...others] = wanted
  if (only === undefined) return []
  if (others.length === 0) return nodesByKind(context).get(only) ?? []
  const kinds = new Set(wanted)
  return context.design.graph.nodes.filter(({ id }) => kinds.has(context.kindOf(id)))
}

const nodesByKind = oncePerCheck((context): ReadonlyMap<Kind, readonly DesignNode[]> => {
  const byKind = new Map<Kind, DesignNode[]>()
  for (const node of context.design.graph.nodes) {
    const kind = context.kindOf(node.id)
    const known = byKind.get(kind)
    if (known === undefined) byKind.set(kind, [node])
    else known.push(node)
  }
  return byKind
})
