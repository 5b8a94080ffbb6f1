/** Where requests come in: what somebody looks at first who cannot see the whole drawing at once. */
import type { DesignNode, Graph } from '#shared/design/design.ts'
import { findInPalette } from '#shared/kinds/find-in-palette.ts'

/** A client that calls something, else what nothing calls, else the first component; none on an empty page. */
export function entryOf({ nodes, edges }: Graph): DesignNode | undefined {
  const callers = new Set(edges.map(({ from }) => from))
  const called = new Set(edges.map(({ to }) => to))
  const starts = nodes.filter(({ id }) => callers.has(id))
  return (
    starts.find(({ kind }) => findInPalette(kind).traits.includes('client')) ??
    starts.find(({ id }) => !called.has(id)) ??
    starts[0] ??
    nodes[0]
  )
}
