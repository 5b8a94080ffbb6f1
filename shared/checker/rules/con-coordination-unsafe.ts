import { withAdmitted } from '../admissions.ts'
import { unsafeLock } from '../admitted-words.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { nameOf, namesOf, sentence, wordsOf, wordsOn } from '../parts.ts'
import { isRunByOthers } from '../redundancy.ts'
import { isSaidAbout } from '../said.ts'
import { meantBy, toldAbout } from '../told.ts'
import { nodesOf } from '../stores.ts'

export default defineRule({
  id: 'con-coordination-unsafe',
  title: 'A vote without a majority, or a lock without an end',
  category: 'consistency',
  why: 'One, two or four members cannot outvote a split better than one less, and a lock whose owner died stays for ever.',
  fix: 'Run three or five members, and give a lock a lease that only its owner can release.',
  question: 'The owner of this lock crashes: what releases it, and what if it wakes up again?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] --> api[Scheduler API x3] --> zk[ZooKeeper x2]`,
      `flowchart LR
  a[Ingest service x4] --> etcd["etcd (4 nodes)"]`,
      `flowchart LR
  w[Billing worker x3] -->|SETNX lock, no TTL| r[Redis]`,
    ],
    good: [
      `flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Scheduler API x3] --> zk[ZooKeeper x3]`,
      `flowchart LR
  dev[Sensors] --> lb[Load balancer x2] --> a[Ingest service x4] --> zk[ZooKeeper ensemble]`,
      `flowchart LR
  w[Billing worker x3] -->|"SETNX lock, TTL 30 s, owner token"| r[Redis]`,
      `flowchart LR
  w[Import worker x3] -->|advisory lock| db[(PostgreSQL)]`,
    ],
  },
  check(context) {
    const clusters = nodesOf(context, clusterKinds).filter((node) => !isRunByOthers(context, node))
    return withAdmitted(context, [...votes(context, clusters), ...locks(context)], {
      ...unsafeLock,
      candidates: nodesOf(context, lockKinds),
      severity: 'warning',
      tells: 'holds a lock that stays when its owner dies',
    })
  },
})

const clusterKinds: ReadonlySet<string> = new Set(['coordination'])

/** Members that were counted; an ensemble without a number is taken to be well made. */
function votes(context: CheckContext, clusters: readonly DesignNode[]): readonly Observation[] {
  const counted = clusters.filter(({ replicas }) => replicas !== undefined)
  const drawn = clusters.filter((node) => node.replicas === undefined && /\d\s*$/.test(node.label))
  const families = new Map<string, DesignNode[]>()
  for (const node of drawn) {
    const name = node.label.replace(/[\s#_-]*\d+\s*$/, '')
    families.set(name, [...(families.get(name) ?? []), node])
  }
  const single = counted.map((node) => ({ nodes: [node], members: node.replicas ?? 1 }))
  const several = [...families.values()]
    .filter((nodes) => nodes.length > 1)
    .map((nodes) => ({ nodes, members: nodes.length }))
  return [...single, ...several]
    .filter(({ members }) => members < 3 || members % 2 === 0)
    .map(({ nodes, members }) => ({
      subject: nodes.map((node) => node.id),
      severity: 'warning' as const,
      message: sentence(
        `${namesOf(
          context,
          nodes.map((node) => node.id),
        )} ${members === 1 ? 'is a single member' : `has ${members} members`}, which leaves no better majority than one less.`,
      ),
      evidence: { members },
    }))
}

const lockKinds: ReadonlySet<string> = new Set([
  'cache',
  'key-value-db',
  'session-store',
  'document-db',
])
const lock =
  /\b(?:(?:distributed|dist|global|mutex|exclusive)[-\s]locks?|locks?|locking|mutex|setnx|leader (?:key|election))\b/i
const endless =
  /\b(?:no|without(?: an?| any)?|never)\s+(?:ttl|expir\w*|lease|time-?out|owner(?:\s+check)?)|\bnever expires?\b|\bheld until (?:released|deleted)\b/i
const ending =
  /\b(?:ttl|expir\w*|leases?|leased|time-?out|fenc\w*|redlock|redisson|watchdog|renew\w*|heartbeat|ephemeral node|session|px|ex \d+|\d+\s?(?:s|sec|seconds|ms|min|minutes))\b/i

/** A lock in a store that forgets nothing by itself. What is said to have no end is sure; silence is a question. */
function locks(context: CheckContext): readonly Observation[] {
  const candidates = nodesOf(context, lockKinds)
  return candidates.flatMap((node) => {
    const around = [...edgesTo(context.index, node.id), ...edgesFrom(context.index, node.id)]
    const locking = around.filter((edge) => lock.test(wordsOf(edge)))
    const isLock = locking.length > 0 || lock.test(wordsOn(node))
    const answers = toldAbout(context, lock).filter((saying) =>
      meantBy(context, saying, candidates).includes(node),
    )
    if (!isLock && answers.length === 0) return []
    const words = [wordsOn(node), ...locking.map(wordsOf), ...answers.map(({ text }) => text)].join(
      '. ',
    )
    const isEndless = endless.test(words)
    const isPlain = /\bsetnx\b/i.test(words) && !ending.test(words)
    if (!isEndless && !isPlain) return []
    if (!isEndless && isSaidAbout(context, node.id, ending)) return []
    return [
      {
        subject: [node.id],
        severity: 'warning' as const,
        message: sentence(
          `The lock in ${nameOf(context, node.id)} has no end when its owner dies.`,
        ),
        evidence: { expires: false },
        edges: locking.map((edge) => edge.id),
      },
    ]
  })
}
