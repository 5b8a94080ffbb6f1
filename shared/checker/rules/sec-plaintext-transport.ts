import type { DesignEdge } from '#shared/design/design.ts'
import { exposureOf, frontDoorsOf } from '../exposure.ts'
import { defineRule, type CheckContext, type Severity } from '../define-rule.ts'
import { nameOf, namesOf, plays, sentence, wordsOf } from '../parts.ts'
import { isSaidInAnswers, isSaidInDrawing, isSaidOn, sayingsOf } from '../said.ts'
import { denies, says } from '../says.ts'

export default defineRule({
  id: 'sec-plaintext-transport',
  title: 'Traffic from outside is not encrypted',
  category: 'security',
  why: 'Anybody on the way can read it, copy the credentials in it, or change it.',
  fix: 'Use HTTPS with TLS 1.2 or newer up to the first component of your own, and mutual TLS inside where it is required.',
  question: 'What would somebody on the same network see of this call?',
  examples: {
    bad: [
      `flowchart LR
  web[Browser] c1@--> lb[Load balancer] --> api[Account service] --> db[(PostgreSQL)]
  %% set c1 encrypted false`,
      `flowchart LR
  partner[Partner system]:::external-client -->|http://, port 80| gw[API gateway] --> api[Invoice service] --> db[(MySQL)]`,
      `---
publicFacing: true
---
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway] --> api[Booking service] --> db[(PostgreSQL)]
\`\`\`
## Security
- OAuth for callers; no TLS yet, plain HTTP up to the gateway.`,
    ],
    good: [
      `flowchart LR
  web[Browser] -->|HTTPS| lb[Load balancer] -->|plain HTTP| api[Account service] --> db[(PostgreSQL)]`,
      `flowchart LR
  web[Browser] -->|HTTP| lb["Load balancer, terminates TLS"] --> api[Account service] --> db[(PostgreSQL)]`,
      `---
publicFacing: true
---
\`\`\`mermaid
flowchart LR
  app[Mobile app] -->|HTTP/3| gw[API gateway] --> api[Booking service] --> db[(PostgreSQL)]
\`\`\`
## Security
- OAuth; TLS 1.3 at the edge, no TLS inside the private network.`,
    ],
  },
  appliesTo: (context) => frontDoorsOf(context).edges.length > 0 || partnersOf(context).length > 0,
  check(context) {
    const edges = [...frontDoorsOf(context).edges, ...partnersOf(context)]
    const open = [...new Set(edges)].filter((edge) => isOpen(context, edge))
    return [...new Set(open.map(({ to }) => to))].map((to) => {
      const arrows = open.filter((edge) => edge.to === to)
      const callers = [...new Set(arrows.map(({ from }) => from))]
      const severities = arrows.map((edge) => severityOf(context, edge))
      return {
        subject: [to],
        severity: severities.includes('error') ? 'error' : 'suggestion',
        message: sentence(
          `Nothing between ${namesOf(context, callers)} and ${nameOf(context, to)} is encrypted.`,
        ),
        evidence: { encrypted: false, callers: callers.toSorted() },
        nodes: [...callers, to],
        edges: arrows.map(({ id }) => id),
      }
    })
  },
})

const secure =
  /\b(?:https|m?tls(?: ?1\.\d)?|ssl|wss|quic|vpn|ipsec|private ?link|ssh|sftp|ftps|encrypt\w*|dtls|srtp|webrtc|localhost)\b|http\/[23]/i
const openWords =
  /\bhttp:\/\/|\bws:\/\/|\bftp:\/\/|\bplain(?:[-\s]?text)?,? (?:http|tcp|traffic|sockets?|ftp|mqtt)\b|\bplain[-\s]?text\b|\bclear[-\s]?text\b|\bunencrypted\b|\bnot encrypted\b|\bunsecured?\b|\btelnet\b|\bhttp[^\w]{1,3}port 80\b|\bport 80\b|(?:^|\s):80\b/i
/** "Encrypted" alone may be about anything; these words are about the way. */
const wire =
  /\b(?:https|m?tls(?: ?1\.\d)?|ssl|wss|encrypt\w* (?:in transit|on the wire|traffic|connections?))\b/i
const disks =
  /\b(?:disks?|at rest|backups?|snapshots?|volumes?|stor(?:e|es|ed|age)|databases?|tables?|columns?|passwords?)\b/i
const justHttp = /^\s*(?:http|ws|ftp)\s*$/i
const inside =
  /\b(?:inside|internal\w*|between (?:the )?(?:services|pods|nodes|containers)|behind|within|vpc|private|cluster|east[-\s]west|local\w*|dev\w*)\b/i

/** Arrows to and from other companies, which cross the same networks as those of clients. */
function partnersOf(context: CheckContext): readonly DesignEdge[] {
  return context.design.graph.edges.filter(
    ({ from, to, type }) =>
      type !== 'observability' &&
      !plays(context, from, 'client') &&
      (plays(context, from, 'external') ||
        plays(context, to, 'external') ||
        context.kindOf(from).id === 'iot-device'),
  )
}

function isOpen(context: CheckContext, edge: DesignEdge): boolean {
  const stated = statedOn(context, edge)
  if (stated !== undefined) return !stated
  if (!plays(context, edge.from, 'client') || isTaughtOtherwise(context)) return false
  return isAdmitted(context) || isNamedHttp(edge)
}

/** Whether the arrow or what it leads to says that it is encrypted; `undefined` when neither does. */
function statedOn(context: CheckContext, edge: DesignEdge): boolean | undefined {
  const { encrypted } = edge.properties
  const { encryptedInTransit } = context.index.nodes.get(edge.to)?.properties ?? {}
  const words = wordsOf(edge)
  if (encrypted === true || says(words, secure) || isSaidOn(context, edge.to, secure)) return true
  if (encrypted === false || says(words, openWords) || denies(words, secure)) return false
  return typeof encryptedInTransit === 'boolean' ? encryptedInTransit : undefined
}

/** "HTTP" alone often means either; it counts where nothing anywhere speaks of encryption. */
function isNamedHttp({ protocol, label }: DesignEdge): boolean {
  return justHttp.test(protocol) && justHttp.test(label.replace(protocol, '') || protocol)
}

function isTaughtOtherwise(context: CheckContext): boolean {
  return isSaidInDrawing(context, wire) || isSaidInAnswers(context, wire)
}

/** Whether the answers say that the way from outside is open. */
function isAdmitted(context: CheckContext): boolean {
  return sayingsOf(context).some(
    ({ section, text }) =>
      ['security', 'trade-offs', 'decisions', 'operations'].includes(section) &&
      (denies(text, wire) || (says(text, openWords) && !disks.test(text))) &&
      !inside.test(text),
  )
}

function severityOf(context: CheckContext, edge: DesignEdge): Severity {
  const exposure = exposureOf(context)
  if (exposure === 'internal') return 'suggestion'
  const isStated = edge.properties['encrypted'] === false || !isNamedHttp(edge)
  return isStated || exposure === 'public' ? 'error' : 'suggestion'
}
