/** Subgraphs that hold each other cannot be drawn: the later of two stays where it was first. */
import type { Problem } from '../problem.ts'
import { noteAt, type DiagramGroup } from './diagram-model.ts'

/** Groups without cycles, and a note for every member that was taken out of one. */
export function breakCycles(
  groups: readonly DiagramGroup[],
  text: string,
): { readonly groups: readonly DiagramGroup[]; readonly problems: readonly Problem[] } {
  const ids = new Set(groups.map((group) => group.id))
  const parents = new Map<string, string>()
  const problems: Problem[] = []
  const kept = groups.map((group) => {
    const members = group.members.filter((member) => {
      if (!ids.has(member) || member === group.id) return true
      if (!isAbove(member, group.id, parents)) {
        parents.set(member, group.id)
        return true
      }
      problems.push(noteAt(lineOf(text, member), cycleMessage(group.id, member)))
      return false
    })
    return members.length === group.members.length ? group : { ...group, members }
  })
  return { groups: kept, problems }
}

function cycleMessage(outer: string, inner: string): string {
  return `Subgraphs "${outer}" and "${inner}" hold each other: "${inner}" was left outside. Take one out of the other.`
}

/** Whether `id` is `start` or holds it. The walk ends, since `parents` never gets a cycle. */
function isAbove(id: string, start: string, parents: ReadonlyMap<string, string>): boolean {
  let current: string | undefined = start
  while (current !== undefined) {
    if (current === id) return true
    current = parents.get(current)
  }
  return false
}

function lineOf(text: string, id: string): number {
  const lines = text.split(/\r\n|\r|\n/)
  const found = lines.findIndex((line) => /^\s*subgraph\b/.test(line) && line.includes(id))
  return found + 1
}
