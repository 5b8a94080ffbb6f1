/** Whether losing one instance of a component loses the component. */
import type { DesignEdge, DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { lacks, type Lack } from './lacks.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerThing } from './once-per-check.ts'
import { keepsData, nodesWith, plays, wordsOf, wordsOn } from './parts.ts'
import { isSaidOn, sayingsAbout } from './said.ts'

/** Words of people who drew one box, or a frame around it, and mean several machines. */
const several =
  /\b(?:clusters?|clustered|pools?|fleet|farm|auto[-\s]?scal\w*|asg|multi[-\s]?(?:az|zone|region|node|primary|master)|ha|highly available|high[-\s]availability|stand-?bys?|replicated|replica ?sets?|redundant|pairs?|active[-\s](?:active|passive|standby)|fail-?over|replicas?|followers?|secondar(?:y|ies)|servers|instances|nodes|pods|shards|galera|group replication|patroni|vrrp|keepalived|always ?on|availability groups?|data guard|rac|repmgr|stolon|daemon ?sets?|one (?:per|in each|in every) (?:zone|az|region|site)|min(?:imum)?\.?:? (?:[2-9]|\d\d)|paar|r[ée]pliques?|instanzen|instancias|istanze|knoten|servidores|serveurs|nodos|sentinel|two zones|three zones|[2-9] zones|[2-9] azs?|(?:two|three) azs?|regional|zone[-\s]redundant|zonal|geo[-\s]?(?:redundant|replicated)|raft|quorum|mirrored)\b|[x×]\s?(?:[2-9]|[1-9]\d+)\b/i

/** "Two nginx", "3 API servers"; a "2 factor service" is one. */
const counted =
  /^\W*(?:two|three|four|five|six|eight|ten|[2-9]|[1-9]\d{1,2})\s(?!factor|phase|step|way|tier|minute|hour|day|d\b)\p{L}/iu

/** The same in a sentence, where "servers" or "nodes" may be anybody's. */
const severalInProse =
  /\b(?:stand-?bys?|fail(?:s|ed|ing)?[-\s]?over|replica ?sets?|replicas|redundan\w+|(?:two|three|four|five|six|several|multiple|at least [23]|[2-9]|[1-9]\d+)\+? (?:\w+ )?(?:instances|replicas|copies|nodes|pods|servers|zones|azs|machines|members)|multi[-\s]?az|active[-\s](?:active|passive|standby)|auto[-\s]?scal\w*|(?:the |an)?others? (?:instances? )?(?:takes?|carr\w+|serves?|goes? on|keeps?)|takes over|promoted|second (?:instance|copy|node)|its pair|in pairs|n ?\+ ?1)\b/i

/** What a sentence that names no component has to speak of to be about every part of a family. */
const families = {
  data: /\b(?:databases?|dbs?|(?:data )?stores?|primary|primaries|everything|every (?:tier|component|part|layer)|all (?:tiers|components|parts|layers))\b/i,
  rest: /\b(?:services?|servers?|apps?|apis?|stateless|instances?|pods|compute|gateways?|balancers?|everything|every (?:tier|component|part|layer)|all (?:tiers|components|parts|layers))\b/i,
} as const

/** What only stores have. */
const ofData = /\b(?:stand-?bys?|patroni|galera|rds|cloud sql|replica ?sets?|quorum)\b/i

/** Products that are several machines wherever they run, or that a provider keeps redundant. */
const redundantProducts =
  /\b(?:dynamodb|documentdb|cassandra|keyspaces|scylla(?:db)?|hbase|cockroach(?:db)?|yugabyte(?:db)?|tidb|vitess|planetscale|spanner|bigtable|foundationdb|firestore|firebase|cosmos ?db|aurora|azure sql|neptune|atlas|astra|supabase|neon|memorydb|s3|gcs|r2|azure blob\w*|lambda|cloud functions?|azure functions?|cloud run|fargate|app engine|app runner|beanstalk|heroku|vercel|netlify|workers kv|cloudflare workers|alb|nlb|elb|(?:gcp|google|cloud|aws|azure|application|network|classic|elastic|global) (?:cloud )?load[-\s]?balanc(?:er|ing)|application gateway|front door|traffic manager|apigee|cloudfront|cloudflare|fastly|akamai|route ?53|api ?gw|aws api gateway|amazon api gateway|cognito|auth0|okta|entra|sqs|sns|kinesis|event ?bridge|event hubs?|service bus|pub\/sub|bigquery|snowflake|redshift|databricks|kubernetes|k8s|openshift|eks|gke|aks|ecs|nomad|swarm|hdfs|elastic cloud|appsync|amplify|timestream|iot (?:core|hub)|step functions|firehose|msk|notification hubs|aiven|timescale cloud|elastic cloud|confluent(?: cloud)?|upstash|scylla ?cloud|instaclustr|crunchy bridge|dynos?|fly\.io|render|railway|container apps|app services?|api management|apim|ingress(?: controller)?|(?:hetzner|do|digital ?ocean|ovh\w*|scaleway|linode|akamai|vultr|exoscale|ionos|upcloud|oci|oracle|ibm|alibaba|tencent|yandex|huawei|stackit|open telekom) (?:cloud )?(?:load[-\s]?balanc(?:er|ing)|lb))\b/i

/** Words of people who mean one machine, and say so. */
const alone =
  /\b(?:single|one|sole) (?:\w+ )?(?:vm|vps|virtual (?:machine|server)|server|machine|instance|box|host|node|droplet|raspberry pi)\b/i

/** Instances that are stated; one when nobody said. */
export function instancesOf(node: DesignNode): number {
  const { autoscaleMin } = node.properties
  return Math.max(node.replicas ?? 1, typeof autoscaleMin === 'number' ? autoscaleMin : 1)
}

/** "SMTP provider", "Government ID check (external)": other people's, whatever its kind was taken for. */
export function soundsForeign(label: string): boolean {
  return /\bproviders?$|\b(?:third[-\s]party|external(?! (?:users?|traffic|load|clients?)))\b/i.test(
    label,
  )
}

/** Whether somebody else keeps it running: managed, serverless, a provider's, or a platform that restarts it. */
export const isRunByOthers = oncePerThing((context: CheckContext, node: DesignNode): boolean => {
  const { managed, external } = node.properties
  if (managed === true || external === true) return true
  // "Inbound mail server, a single VM" is ours, whatever it sounds like.
  if (alone.test(wordsOn(node))) return false
  if (
    soundsForeign(node.label) ||
    plays(context, node.id, 'external') ||
    plays(context, node.id, 'self-redundant')
  )
    return true
  return redundantProducts.test(wordsOn(node)) || isSaidOn(context, node.id, redundantProducts)
})

/** Whether more than one machine stands behind the component; unclear words count as yes. */
export const isRedundant = oncePerThing((context: CheckContext, node: DesignNode): boolean => {
  if (instancesOf(node) > 1 || isRunByOthers(context, node)) return true
  if (isStatedToBeSeveral(node) || isSaidOn(context, node.id, several) || counted.test(node.label))
    return true
  if (hasCopy(context, node)) return true
  if (alone.test(wordsOn(node)) || isAdmittedlyAlone(context, node)) return false
  return isSaidToBeSeveral(context, node)
})

function isStatedToBeSeveral({ properties }: DesignNode): boolean {
  const { zones, regions, replication, autoscaleMax } = properties
  if (isMany(zones) || isMany(regions) || isMany(autoscaleMax)) return true
  return replication !== undefined && replication !== 'none'
}

/** "We have no standby for the database": what is said of others does not help it. */
function isAdmittedlyAlone(context: CheckContext, node: DesignNode): boolean {
  if (!keepsData(context, node.id)) return lacks(context, node, loneServer, [node])
  return lacks(context, node, loneStore, nodesWith(context, 'store'))
}

const spare =
  /(?<!\bread[-\s])\b(?:stand-?bys?|hot spares?|replicas?|replication|redundan\w+|(?:second|spare|other) (?:\w+ )?(?:node|machine|instance|copy|server|member)s?)\b/i
const lonely =
  /\b(?:single|one|sole|only one) (?:\w+ )?(?:vm|vps|virtual machine|machine|instance|box|node|copy) (?:for|of|holds|with|until|only|alone)\b|\b(?:runs|lives|sits|is) (?:on|in )?\s?(?:an? |the )?(?:single|sole|one) (?:\w+ )?(?:vm|vps|virtual machine|machine|instance|box|node)\b|\b(?:is|remains|stays) (?:a|the|our) single point of failure\b/i
const loneStore: Lack = { thing: spare, outright: lonely, family: families.data }
const loneServer: Lack = { thing: spare, outright: lonely, family: /(?!)/ }

/** "The standby takes over in 30 s", "every service runs three instances". */
function isSaidToBeSeveral(context: CheckContext, { id }: DesignNode): boolean {
  const family = keepsData(context, id) ? families.data : families.rest
  return sayingsAbout(context, severalInProse).some(({ section, text, nodeIds }) => {
    if (section === 'functional-requirements') return false
    if (section === 'decisions' && !severalInProse.test(chosenIn(text))) return false
    const isFamily = family.test(text) || (keepsData(context, id) && ofData.test(text))
    return nodeIds.includes(id) || (nodeIds.length === 0 && isFamily)
  })
}

/** What a decision took, without what it took it over. */
function chosenIn(text: string): string {
  return text.replace(
    /\b(?:over|instead of|rather than)\b(?:(?!\b(?:because|since|as|so)\b)[^.;:,])*/gi,
    ' ',
  )
}

/**
 * Whether a store is copied to or from another one, in whichever direction the arrow was drawn. Stores
 * call nobody, so a plain arrow between two of one kind is a copy as well.
 */
function hasCopy(context: CheckContext, node: DesignNode): boolean {
  if (!keepsData(context, node.id)) return false
  const spares = (edge: DesignEdge) => !dumps.test(wordsOf(edge))
  const outgoing = edgesFrom(context.index, node.id).filter(spares)
  const incoming = edgesTo(context.index, node.id).filter(spares)
  const others = [
    ...outgoing.map((edge) => [edge.type, edge.to] as const),
    ...incoming.map((edge) => [edge.type, edge.from] as const),
  ]
  return others.some(([type, other]) => {
    if (other === node.id || !keepsData(context, other)) return false
    const { id } = context.kindOf(other)
    if (id === 'read-replica') return true
    const isSame = isAlike(context, node.id, other)
    if (type === 'replication' || type === 'failover') return isSame
    return id === node.kind && type !== 'batch' && type !== 'cdc'
  })
}

/** What is kept for a bad day takes over from nobody. */
const dumps =
  /\b(?:dump\w*|back(?:ed)?[-\s]?ups?|snapshots?|export\w*|archiv\w*|pg_?dump|mysqldump)\b/i

/** A feed into a search index or a warehouse is no spare for the store. */
function isAlike(context: CheckContext, one: string, other: string): boolean {
  if (context.kindOf(one).id === context.kindOf(other).id) return true
  if ([one, other].some((id) => places.has(context.kindOf(id).id))) return false
  return plays(context, one, 'store') && plays(context, other, 'store')
}

/** Copies of a database that lie there have to be loaded first. */
const places: ReadonlySet<string> = new Set(['object-store', 'archive-store', 'backup'])

function isMany(value: unknown): boolean {
  return typeof value === 'number' && value > 1
}
