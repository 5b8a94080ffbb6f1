import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Severity } from '../define-rule.ts'
import { carriesWork, mayRun, nameOf, namesOf, sentence, wordsOf } from '../parts.ts'
import { instancesOf, isRunByOthers } from '../redundancy.ts'
import { standsOutside } from '../outside-callers.ts'
import { isSaidInAnswers, isSaidOn } from '../said.ts'
import { nodesOf } from '../stores.ts'

export default defineRule({
  id: 'hl-replicas-without-balancer',
  title: 'Several instances, nothing that spreads requests',
  category: 'high-level',
  why: 'Nothing decides which instance gets a request, and nothing leaves out one that died.',
  fix: 'Add a load balancer with health checks in front, or say what else spreads the requests.',
  question: 'How does a request find a healthy instance?',
  examples: {
    bad: [
      `flowchart LR
        web[Browser] --> api[Order service x4] --> db[(PostgreSQL)]`,
      `flowchart LR
        web[Browser] --> cdn[CDN] --> api[Video service x3] --> db[(PostgreSQL)]`,
    ],
    good: [
      `flowchart LR
        web[Browser] --> lb[Load balancer] --> api[Order service x4] --> db[(PostgreSQL)]`,
      `flowchart LR
        web[Browser] --> api[Order service] --> q[Queue] --> mail[Mail worker x5]`,
      `flowchart LR
        web[Browser] -->|DNS round robin| api[Order service x2] --> db[(PostgreSQL)]`,
      `flowchart LR
        web[Browser] --> api["Order service on Kubernetes x3"] --> db[(PostgreSQL)]`,
      `flowchart LR
        web[Browser] --> fn[AWS Lambda x10] --> db[DynamoDB]`,
      `flowchart LR
        web[Visitors] --> edge[Cloudflare, WAF] --> app[Django on Azure App Service, 2 instances] --> db[(PostgreSQL)]`,
      `flowchart LR
        web[Visitors] --> edge[Azure Front Door] --> app[Ticket shop x4] --> db[(SQL Server + standby)]`,
    ],
  },
  appliesTo: ({ design }) => design.graph.nodes.some((node) => instancesOf(node) > 1),
  check(context) {
    return context.design.graph.nodes.flatMap((node) => {
      const edges = isReplicated(context, node) ? directEdges(context, node.id) : []
      if (edges.length === 0) return []
      const callers = [...new Set(edges.map((edge) => edge.from))]
      const count = instancesOf(node)
      return [
        {
          subject: [node.id],
          severity: severityOf(context, node.id),
          message: sentence(
            `${nameOf(context, node.id)} has ${count} instances, but ${namesOf(context, callers)} ${callers.length > 1 ? 'reach' : 'reaches'} it with nothing in between that picks one.`,
          ),
          evidence: { isReplicated: true, callers: callers.toSorted() },
          nodes: [node.id, ...callers],
          edges: edges.map((edge) => edge.id),
        },
      ]
    })
  },
})

/** Orchestrators, meshes and hosts of whole applications: each brings what spreads requests. */
const platforms =
  /\b(?:(?:azure )?app services?|app ?engine|app ?runner|app platform|beanstalk|container (?:apps?|instances)|cloud ?run|cloud foundry|heroku|dynos?|fly\.io|render(?:\.com)?|railway|scalingo|clever cloud|platform\.sh|dokku|coolify|vercel|netlify|passenger|openshift|service fabric|kamal|managed (?:platform|paas)|paas|kubernetes|k8s|ecs|eks|gke|aks|nomad|swarm|mesh|istio|linkerd|ingress|behind (?:an? )?(?:lb|load balancer|alb|elb)|load[-\s]?balanc(?:ed|ing|es)|round[-\s]?robin|anycast|dns|client[-\s]side (?:lb|balanc\w*|load[-\s]?balanc\w*)|service discovery|consul|envoy|haproxy|nginx|traefik|auto-?scaling group|target group|(?:global )?accelerator|traffic manager|front door|origin (?:group|pool)s?|routers?|gateway|spread(?:s|ing)? (?:over|across|between)|picks? (?:one|a server|an instance)|shards? by|sticky|virtual ip|vip|vrrp|keepalived)\b/i

/** A fleet of socket gateways is often drawn alone, its balancer being a matter of course. */
function severityOf(context: CheckContext, id: string): Severity {
  return context.kindOf(id).id === 'websocket-gateway' ? 'suggestion' : 'error'
}

function isReplicated(context: CheckContext, node: DesignNode): boolean {
  if (instancesOf(node) < 2) return false
  if (!mayRun(context, node.id) && !webServers.test(node.label)) return false
  if (isRunByOthers(context, node) || isSaidOn(context, node.id, platforms)) return false
  return !isSpreadElsewhere(context)
}

/** What may be taken for a proxy by its name alone. */
const webServers = /^\W*(?:\w+ )?(?:web|app(?:lication)?)[-\s]?servers?\b/i

/** A platform that is drawn or told of beside the services spreads what reaches any of them. */
function isSpreadElsewhere(context: CheckContext): boolean {
  return nodesOf(context, platformKinds).length > 0 || isSaidInAnswers(context, balanced)
}

const platformKinds: ReadonlySet<string> = new Set(['container-platform', 'service-mesh'])
const balanced =
  /\b(?:load[-\s]?balanc\w*|kubernetes|k8s|ecs|eks|gke|aks|nomad|ingress|service mesh|istio|round[-\s]?robin|anycast|haproxy|nginx)\b/i

/** Arrows straight from clients and CDNs; none when anything that spreads requests leads there as well. */
function directEdges(context: CheckContext, id: string): readonly DesignEdge[] {
  const incoming = edgesTo(context.index, id).filter((edge) => carriesWork(context, edge))
  if (incoming.some((edge) => spreads(context, edge))) return []
  return incoming.filter(
    ({ from, type }) =>
      (standsOutside(context, from) || context.kindOf(from).id === 'cdn') &&
      ['sync', 'stream', 'pull-through'].includes(type),
  )
}

function spreads(context: CheckContext, edge: DesignEdge): boolean {
  const caller = context.kindOf(edge.from)
  if (!caller.traits.includes('client') && isSaidOn(context, edge.from, platforms)) return true
  if (caller.traits.includes('balancer') || platforms.test(wordsOf(edge))) return true
  return caller.traits.includes('entry') && caller.id !== 'cdn' && caller.id !== 'waf'
}
