import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { isAnswered } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { nameOf, plays, sentence, wordsOn } from '../parts.ts'

export default defineRule({
  id: 'hl-orphan-node',
  title: 'A component is not connected',
  category: 'high-level',
  why: 'A box that nothing reaches has no part in any flow, so a reader cannot tell what it is for.',
  fix: 'Connect it to what uses it, or take it off the board.',
  question: 'What talks to this component, and when?',
  examples: {
    bad: [
      `flowchart LR
        web[Browser] --> api[Order service] --> db[(PostgreSQL)]
        cache[Redis cache]`,
      `flowchart LR
        app[Mobile app] --> gw[API gateway] --> feed[Feed service]
        feed --> posts[(MongoDB)]
        search[Elasticsearch]`,
    ],
    good: [
      `flowchart LR
        web[Browser] --> api[Order service] --> db[(PostgreSQL)]
        api --> cache[Redis cache]`,
      `flowchart LR
        web[Browser] --> api[Order service] --> db[(PostgreSQL)]
        prom[Prometheus]`,
      `flowchart LR
        web[Browser]
        api[Order service]`,
    ],
  },
  appliesTo: ({ design }) => design.graph.nodes.length > 2 && design.graph.edges.length > 0,
  check(context) {
    const lonely = context.design.graph.nodes.filter((node) => isOrphan(context, node.id))
    const lists = listsIn(context, lonely)
    // A sketch with many loose boxes lists what there is; it is no design with a forgotten arrow.
    const isList = lonely.length > 2 && !isAnswered(context) && context.band === 'unknown'
    return lonely.map((node) => ({
      subject: [node.id],
      severity:
        isList || isBackground(context, node) || lists.has(node.groupId ?? '')
          ? ('suggestion' as const)
          : ('warning' as const),
      message: sentence(`${nameOf(context, node.id)} has no connection to anything else.`),
      evidence: { connections: 0 },
    }))
  },
})

function isOrphan(context: CheckContext, id: string): boolean {
  if (plays(context, id, 'watches') || isSentence(context, id)) return false
  return edgesFrom(context.index, id).length === 0 && edgesTo(context.index, id).length === 0
}

const verbs =
  /\b(?:is|are|runs?|has|have|lives?|uses?|must|should|will|can|may|means|stands?|everything|all of|each of)\b/i

/** "Everything runs in one VPC, three zones" is a word about the drawing. */
function isSentence(context: CheckContext, id: string): boolean {
  const { label = '', technology = '' } = context.index.nodes.get(id) ?? {}
  const [name = ''] = label.split(/[,:(]/, 1)
  return technology === '' && name.split(/\s+/).length >= 4 && verbs.test(name)
}

/** Frames that hold several components and no arrow: a list of things, or a legend. */
function listsIn(context: CheckContext, lonely: readonly DesignNode[]): ReadonlySet<string> {
  const alone = new Set(lonely.map((node) => node.id))
  const members = new Map<string, DesignNode[]>()
  for (const node of context.design.graph.nodes) {
    if (node.groupId === undefined) continue
    members.set(node.groupId, [...(members.get(node.groupId) ?? []), node])
  }
  const lists = [...members].filter(
    ([, nodes]) => nodes.length > 1 && nodes.every((node) => alone.has(node.id)),
  )
  return new Set(lists.map(([id]) => id))
}

const background =
  /\b(?:secrets?|vault|config\w*|registry|zookeeper|etcd|consul|feature flags?|kms|kubernetes|k8s|(?:service )?mesh|istio|linkerd|ci(?:\/cd)?|backups?|terraform|legend|notes?|assumptions?|out of scope|future|todo)\b/i

/** Registries, secrets and the like serve everything; few people draw all of those arrows. */
function isBackground(context: CheckContext, node: DesignNode): boolean {
  return context.kindOf(node.id).group === 'coordination' || background.test(wordsOn(node))
}
