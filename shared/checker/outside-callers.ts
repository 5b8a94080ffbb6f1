/** Which clients stand outside: a box named like a caller may be a program that others call. */
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerThing } from './once-per-check.ts'
import { carriesWork, plays } from './parts.ts'
import { instancesOf } from './redundancy.ts'

/**
 * A box called "Users" that a gateway or a queue leads to, and that calls nobody but its store, is a service.
 * So is what others call and what runs as several instances ("Front ends x12").
 */
export const standsOutside = oncePerThing((context: CheckContext, id: string): boolean => {
  if (!plays(context, id, 'client')) return false
  const isCalled = edgesTo(context.index, id).some(
    (edge) => carriesWork(context, edge) && edge.type !== 'stream' && leadsIn(context, edge.from),
  )
  if (isCalled && hasInstances(context, id)) return false
  const calls = edgesFrom(context.index, id).some(
    ({ to }) => plays(context, to, 'entry') || plays(context, to, 'compute'),
  )
  return calls || !(isCalled || hasInstances(context, id))
})

const leading = ['entry', 'client', 'messaging', 'compute'] as const

function leadsIn(context: CheckContext, id: string): boolean {
  return leading.some((part) => plays(context, id, part))
}

function hasInstances(context: CheckContext, id: string): boolean {
  const node = context.index.nodes.get(id)
  return node !== undefined && instancesOf(node) > 1
}
