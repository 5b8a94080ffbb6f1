import type { Thread } from '#client/live/session.ts'

export const threadFilters = [
  { value: 'open', title: 'Open' },
  { value: 'resolved', title: 'Resolved' },
  { value: 'all', title: 'All' },
] as const
export type ThreadFilter = (typeof threadFilters)[number]['value']

export function isOpen(thread: Thread): boolean {
  return thread.resolvedAt === null
}

/** Those that pass, and the one that is looked at whatever its state. */
export function filterThreads(
  threads: readonly Thread[],
  filter: ThreadFilter,
  selected: string | undefined,
): readonly Thread[] {
  return threads.filter(
    (thread) =>
      filter === 'all' || thread.id === selected || isOpen(thread) === (filter === 'open'),
  )
}
