/** Whether losing one instance of a component loses the component. */
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import type { CheckContext } from './define-rule.ts'
import { keepsData, plays, wordsOn } from './parts.ts'

/** Words of people who drew one box and mean several machines. */
const several =
  /\b(?:clusters?|clustered|pools?|fleet|farm|auto-?scal\w*|asg|multi[-\s]?az|multi[-\s]?zone|ha|highly available|stand-?bys?|replicated|replica set|redundant|pairs?|active[-\s](?:active|passive)|fail-?over|replicas|servers|instances|nodes|shards)\b/i

/** Products that are several machines wherever they run, or that a provider keeps redundant. */
const redundantProducts =
  /\b(?:dynamodb|cassandra|scylla(?:db)?|hbase|cockroach(?:db)?|yugabyte(?:db)?|tidb|spanner|bigtable|firestore|firebase|cosmos ?db|aurora|atlas|supabase|s3|gcs|r2|azure blob\w*|lambda|cloud functions?|azure functions?|cloud run|fargate|app engine|app runner|heroku|vercel|netlify|workers kv|alb|nlb|elb|cloud load balancing|cloudfront|cloudflare|fastly|akamai|route ?53|api ?gw|aws api gateway|amazon api gateway|cognito|auth0|okta|sqs|sns|kinesis|pub\/sub|bigquery|snowflake|kubernetes|k8s|eks|gke|aks|ecs|hdfs|elastic cloud)\b/i

/** Instances that are stated; one when nobody said. */
export function instancesOf(node: DesignNode): number {
  const { autoscaleMin } = node.properties
  return Math.max(node.replicas ?? 1, typeof autoscaleMin === 'number' ? autoscaleMin : 1)
}

/** Whether somebody else keeps it running: managed, serverless, a provider's, or a platform that restarts it. */
export function isRunByOthers(context: CheckContext, node: DesignNode): boolean {
  if (node.properties['managed'] === true) return true
  if (plays(context, node.id, 'external') || plays(context, node.id, 'self-redundant')) return true
  return redundantProducts.test(wordsOn(node))
}

/** Whether more than one machine stands behind the component; unclear words count as yes. */
export function isRedundant(context: CheckContext, node: DesignNode): boolean {
  if (instancesOf(node) > 1 || isRunByOthers(context, node)) return true
  const { zones, regions } = node.properties
  if (isMany(zones) || isMany(regions)) return true
  return several.test(node.label) || several.test(node.technology) || hasCopy(context, node)
}

/**
 * Whether a store is copied to or from another one, in whichever direction the arrow was drawn. Stores
 * call nobody, so a plain arrow between two of one kind is a copy as well.
 */
function hasCopy(context: CheckContext, node: DesignNode): boolean {
  if (!keepsData(context, node.id)) return false
  const outgoing = edgesFrom(context.index, node.id).map((edge) => [edge.type, edge.to] as const)
  const incoming = edgesTo(context.index, node.id).map((edge) => [edge.type, edge.from] as const)
  return [...outgoing, ...incoming].some(([type, other]) => {
    if (other === node.id || !keepsData(context, other)) return false
    const { id } = context.kindOf(other)
    if (type === 'replication' || type === 'failover' || id === 'read-replica') return true
    return id === node.kind && type !== 'batch'
  })
}

function isMany(value: unknown): boolean {
  return typeof value === 'number' && value > 1
}
