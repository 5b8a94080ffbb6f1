/** The order in which passes walk a design: callers before those they call, arrows back left out. */
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import type { ModelInput } from './model-input.ts'
import { has } from './targets.ts'

export interface EntryPoints {
  readonly ids: readonly string[]
  readonly areClients: boolean
}

/**
 * Clients, and what stands where a client would: nobody calls it, and it calls an entry. Without any of
 * these, entries and then compute that nobody calls. Clients of a few people count only if there are no others.
 */
export function entryPointsOf(input: ModelInput): EntryPoints {
  const ids = input.index.graph.nodes.map((node) => node.id)
  const isCalled = (id: string) => edgesTo(input.index, id).some(({ from }) => from !== id)
  const clients = ids.filter(
    (id) => isClient(input, id) || (!isCalled(id) && callsEntry(input, id)),
  )
  const many = clients.filter((id) => !input.isForFew(id))
  if (clients.length > 0) return { ids: many.length > 0 ? many : clients, areClients: true }
  for (const trait of ['entry', 'compute'] as const) {
    const starts = ids.filter((id) => has(input, id, trait) && !isCalled(id))
    if (starts.length > 0) return { ids: starts, areClients: false }
  }
  return { ids: [], areClients: false }
}

function isClient(input: ModelInput, id: string): boolean {
  return has(input, id, 'client') && edgesFrom(input.index, id).length > 0
}

function callsEntry(input: ModelInput, id: string): boolean {
  if (has(input, id, 'entry') || has(input, id, 'external') || has(input, id, 'watches'))
    return false
  return edgesFrom(input.index, id).some(({ to }) => has(input, to, 'entry'))
}

interface Frame {
  readonly id: string
  readonly waiting: string[]
}

/**
 * Everything that is reached, each before what it leads to, apart from arrows that close a cycle
 * (reverse postorder of a depth-first search, without recursion).
 */
export function orderFrom(
  starts: readonly string[],
  next: (id: string) => readonly string[],
): { readonly order: readonly string[]; readonly hasCycle: boolean } {
  const state = new Map<string, 'open' | 'done'>()
  const finished: string[] = []
  let hasCycle = false
  const enter = (id: string): Frame => {
    state.set(id, 'open')
    return { id, waiting: [...next(id)] }
  }
  for (const start of starts.toReversed()) {
    if (state.has(start)) continue
    const path = [enter(start)]
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const to = frame.waiting.pop()
      if (to === undefined) {
        state.set(frame.id, 'done')
        finished.push(frame.id)
        path.pop()
      } else if (!state.has(to)) path.push(enter(to))
      else if (state.get(to) === 'open') hasCycle = true
    }
  }
  return { order: finished.toReversed(), hasCycle }
}
