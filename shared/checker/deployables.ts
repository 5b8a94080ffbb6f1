/** The services that are released on their own, as a drawing shows them. */
import type { DesignNode } from '#shared/design/design.ts'
import { oncePerCheck } from './once-per-check.ts'

const servingKinds: ReadonlySet<string> = new Set(['service', 'bff', 'ml-serving'])
/** Parts of a program, which unknown boxes often are. */
const partOf =
  /\b(?:modules?|components?|controllers?|repositor(?:y|ies)|librar(?:y|ies)|packages?|class(?:es)?|layers?|handlers?|pages?|screens?|views?|ui|forms?|steps?|scripts?|files?|sdk|cli|middleware|plug-?ins?|models?|schemas?|tables?|helpers?|utils?|domain|use cases?|threads?|process(?:es)?)\b/i
const oneProgram =
  /\b(?:monolith\w*|modular|modules|single (?:app\w*|process|binary|deploy\w*)|one (?:app\w*|process|binary|deployable)|application core|layers?|app server|rails|django|laravel|same process)\b/i
/** What tells instances of one service apart: "API 2", "Node B", "App server #3". */
const number = /[\s#_-]*(?:#?\d+|\b[a-d]\b|\((?:primary|secondary|blue|green|canary)\))\s*$/i

/** One node for each service, instances drawn side by side and modules of one program counted once. */
export const deployablesOf = oncePerCheck((context): readonly DesignNode[] => {
  const { nodes, groups } = context.design.graph
  const programs = new Set(groups.filter(({ label }) => oneProgram.test(label)).map(({ id }) => id))
  const known = new Map<string, DesignNode>()
  for (const node of nodes) {
    if (!servingKinds.has(context.kindOf(node.id).id) || node.properties['external'] === true)
      continue
    if (partOf.test(node.label)) continue
    const isModule = node.groupId !== undefined && programs.has(node.groupId)
    const name = isModule ? `group ${node.groupId}` : baseName(node.label)
    if (!known.has(name)) known.set(name, node)
  }
  return [...known.values()]
})

function baseName(label: string): string {
  return label.trim().toLowerCase().replace(number, '')
}
