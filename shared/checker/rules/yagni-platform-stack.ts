import type { SectionId } from '#shared/design/answers.ts'
import { deployablesOf } from '../deployables.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { namesOf, sentence, wordsOn } from '../parts.ts'
import { isSaidInAnswers, isSaidInDrawing } from '../said.ts'

export default defineRule({
  id: 'yagni-platform-stack',
  title: 'The platform is larger than what runs on it',
  category: 'anti-patterns',
  why: 'A cluster with a mesh, a registry or a coordination service takes more care than the application itself.',
  fix: 'Consider plain machines, managed containers or functions until there are services enough to manage.',
  question: 'What would you lose if these services ran on two plain machines?',
  examples: {
    bad: [
      `---
peakQps: 12
---
flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]
  k8s[Kubernetes]:::container-platform --> api
  mesh[Istio]:::service-mesh --> api`,
      `---
peakQps: 30
---
flowchart LR
  web[Browser] --> api
  subgraph k[Kubernetes cluster]
    api[Diary service] --> zk[ZooKeeper]:::coordination
  end
  api --> db[(PostgreSQL)]`,
      `---
peakQps: 400
---
flowchart LR
  app[Mobile app] --> gw[API gateway] --> a[Quiz service] & b[Score service] --> db[(MySQL)]
  k8s[Kubernetes cluster]:::container-platform --> a & b
  a & b --> consul[Consul]:::service-registry`,
    ],
    good: [
      `---
peakQps: 12
---
flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]
  k8s[Kubernetes]:::container-platform --> api`,
      `---
peakQps: 400
---
flowchart LR
  app[Mobile app] --> api[Quiz service] --> db[(MySQL)]
  run["Managed containers (Fargate)"]:::container-platform --> api
  mesh[Linkerd]:::service-mesh --> api`,
      `---
peakQps: 20k
---
flowchart LR
  app[Mobile app] --> gw[API gateway x3] --> a[Quiz service x20]
  k8s[Kubernetes]:::container-platform --> a
  mesh[Istio]:::service-mesh --> a`,
    ],
  },
  appliesTo: ({ band }) => band === 'XS' || band === 'S',
  check(context) {
    const platforms = withKinds(context, ['container-platform'])
    const extras = withKinds(context, [
      'service-mesh',
      'service-registry',
      'coordination',
      'schema-registry',
    ])
    const isLarge = (platforms.length > 0 || hasPlatformFrame(context)) && extras.length > 0
    const services = deployablesOf(context).length
    // Under a hundred requests a second half a dozen services do not make up for it either.
    const most = context.band === 'XS' ? 8 : 3
    if (!isLarge || services > most || isGiven(context, platforms)) return []
    const parts = [...platforms, ...extras]
    return [
      {
        subject: parts,
        severity: 'suggestion',
        message: sentence(
          `${namesOf(context, parts)} ${parts.length > 1 ? 'serve' : 'serves'} ${services === 1 ? 'one service' : `${services} services`} at this load.`,
        ),
        evidence: { services, band: context.band },
      },
    ]
  },
})

const managed =
  /\b(?:managed|fargate|cloud run|app runner|autopilot|heroku|fly\.io|render|app engine|container apps|gke|eks|aks|serverless)\b/i
const cluster = /\b(?:kubernetes|k8s|openshift|nomad|docker swarm|mesos)\b/i
const standard =
  /\b(?:company|corporate|organi[sz]ation\w*|platform team|enterprise|house) (?:standard|platform|wide|cluster|policy)|\b(?:existing|shared) (?:cluster|platform|kubernetes|k8s)|\bplatform team\b/i
const sections: readonly SectionId[] = [
  'non-functional-requirements',
  'decisions',
  'trade-offs',
  'operations',
]

function withKinds(context: CheckContext, kinds: readonly string[]): readonly string[] {
  const { nodes } = context.design.graph
  return nodes.map(({ id }) => id).filter((id) => kinds.includes(context.kindOf(id).id))
}

/** Often the cluster is drawn as the frame around what runs in it. */
function hasPlatformFrame({ design }: CheckContext): boolean {
  const labels = design.graph.groups.map(({ label }) => label)
  return labels.some((label) => cluster.test(label) && !managed.test(label))
}

function isGiven(context: CheckContext, platforms: readonly string[]): boolean {
  const isManaged = platforms.some((id) => {
    const node = context.index.nodes.get(id)
    return (
      node?.properties['managed'] === true || (node !== undefined && managed.test(wordsOn(node)))
    )
  })
  return (
    isManaged || isSaidInDrawing(context, standard) || isSaidInAnswers(context, standard, sections)
  )
}
