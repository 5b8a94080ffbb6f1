import { isSaidSomewhere } from '../answered.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { figure } from '../figures.ts'
import { nameOf, sentence, wordsOn } from '../parts.ts'
import { isSaidOn, sayingsAbout, sayingsOf } from '../said.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'scale-feed-celebrity',
  title: 'One post becomes a write for every follower',
  category: 'scalability',
  why: 'Fan-out on write turns a post of somebody with a million followers into a million writes, and everybody else’s posts wait behind them.',
  fix: 'Consider a hybrid: push the posts of ordinary authors, and fetch those of the biggest when a feed is read.',
  question:
    'The author with most followers posts. How many writes is that, and how long do they take?',
  examples: {
    bad: [
      `---
peakQps: 20000
---
# Feed
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> post[Post service x30] --> k[Kafka x3 with DLQ] --> fan[Fan-out worker x20] --> feeds[(Redis feeds x12)]
\`\`\`
## Estimates
- Largest account: 30M followers
## Decisions
- Feed: fan-out on write over fan-out on read because reads are cheap; consequence: more writes`,
      `---
peakQps: 9000
---
# Micro posts
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> post[Post service x14] --> db[(Cassandra x9)]
\`\`\`
## Flows
- Post (FR1): Post service → push the post into every follower's timeline
## Non-functional requirements
- The most popular authors have 2 million followers.`,
    ],
    good: [
      `---
peakQps: 20000
---
# Feed
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> post[Post service x30] --> k[Kafka x3 with DLQ] --> fan[Fan-out worker x20] --> feeds[(Redis feeds x12)]
\`\`\`
## Estimates
- Largest account: 30M followers
## Decisions
- Feed: hybrid fan-out over pure fan-out on write because of celebrities; consequence: feeds of the largest accounts are merged at read time`,
      `---
peakQps: 20000
---
# Team news
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> post[Post service x30] --> k[Kafka x3 with DLQ] --> fan[Fan-out worker x20] --> feeds[(Redis feeds x12)]
\`\`\`
## Decisions
- Feed: fan-out on write over fan-out on read because groups have at most 200 members; consequence: more writes`,
      `flowchart LR
  app[Mobile app] --> post[Post service] --> k[Kafka with DLQ] --> fan[Fan-out worker] --> feeds[(Redis feeds)]`,
      `---
peakQps: 20000
---
# Feed
\`\`\`mermaid
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> post[Post service x30] --> db[(Cassandra x9)]
\`\`\`
## Decisions
- Feed: fan-out on read over fan-out on write because authors have up to 5M followers; consequence: slower reads`,
    ],
  },
  appliesTo: ({ design, band }) => band !== 'unknown' && design.answers.sections.length > 0,
  check(context) {
    const audience = largestAudience(context)
    if (audience === undefined || audience <= limit || isSaidSomewhere(context, pulls)) return []
    const worker = context.design.graph.nodes.find((node) => fanOut.test(wordsOn(node)))
    const isPushed =
      isChosen(context) || (worker !== undefined && isSaidOn(context, worker.id, fanOut))
    if (!isPushed) return []
    return [observe(context, audience, worker?.id)]
  },
})

/** Writes for one post from which it delays everybody else's. */
const limit = 100_000
const fanOut = /\bfan[-\s]?out\b/i
const pushes =
  /\bfan[-\s]?out[-\s]on[-\s]write\b|\bpush(?:es|ed)?(?:[-\s]based| model| the (?:post|tweet|photo|item|update))\b[^.]*\b(?:followers?|feeds?|timelines?)\b|\bpush[-\s](?:model|based)\b|\b(?:writes?|copie[sd]|inserts?|adds?|push\w*) [^.;]{0,40}\b(?:every|each|all(?: of)?(?: the| their| its)?) (?:follower|subscriber)s?\b|\b(?:every|each|all) followers?\b[^.;]{0,40}\b(?:gets?|receives?)\b[^.;]{0,20}\b(?:a copy|an entry|the post|it|a row)\b|\bpush(?:es)? to (?:all|every|each) followers?\b|\b(?:timelines?|feeds?|inbox(?:es)?) (?:is|are) (?:filled|written|built|updated) at (?:write|post) time\b|\bbecomes \d[\d.,]*\s?(?:k|m|million|thousand) (?:inserts?|writes?|rows|entries)|\b(?:written|copied|inserted|added|pushed|delivered|appended)\b[^.;]{0,50}\b(?:of|to|for) (?:every|each|all(?: of)?(?: the| their| its)?) (?:follower|subscriber)s?\b/i
const pulls =
  /\bhybrid\b|\b(?:more|over|above|beyond) (?:than )?\d[\d,.]*\s?(?:k|m|million|thousand)? (?:followers|subscribers)\b[^.]*\b(?:left out|merged?|fetched|pull\w*|on read|at read|skipped|excluded|not (?:pushed|fanned|copied))|\b(?:merged?|fetched|pull\w*)\b[^.;]{0,60}\b(?:when|as|while|at the time)\b[^.;]{0,40}\bread\b|\bmerged? (?:\w+ ){0,3}(?:at|on|when) read\w*|\b(?:celebrit\w*|large|big\w*|popular|famous)\b[^.]*\b(?:pull\w*|on read|at read|merged?|fetched)\b|\b(?:pull\w*|fetch\w*)\b[^.]*\b(?:celebrit\w*|largest|biggest|popular|famous)\b/i
const audiences =
  /(\d[\d.,]*)\s?(k|m|million|thousand|mio)?\s+(?:\w+\s)?(?:followers|subscribers|fans|members of one|readers of one)\b/i
/** "The largest account has 40 million", in a text about followers. */
const largest =
  /\b(?:largest|biggest|top|most followed) (?:account|author|person|star|user|creator|profile)s?\b[^,;.\d]{0,25}?(\d[\d.,]*)\s?(k|m|million|thousand|mio)\b/i
const followedBy =
  /\bfollowed by (?:over |more than |up to )?(\d[\d.,]*)\s?(k|m|million|thousand|mio)\b/i
const named = /\b(?:followers?|subscribers?|audience|fan-?outs?|celebrit\w*)\b/i
const average = /\b(?:average|mean|median|typical|usual|total|all|daily|monthly)\b/i

/** A decision for pushing, or a flow that does it; what was weighed and left is no choice. */
function isChosen(context: CheckContext): boolean {
  const { decisions } = context.design.answers
  if (decisions.some(({ chosen }) => pushes.test(chosen))) return true
  if (decisions.some(({ chosen }) => /\bon[-\s]read\b|\bpull\b/i.test(chosen))) return false
  return sayingsAbout(context, pushes).some(({ section }) => section !== 'functional-requirements')
}

function largestAudience(context: CheckContext): number | undefined {
  const estimated = context.design.answers.estimates
    .filter(
      ({ dimension, name, text }) =>
        dimension === 'count' && named.test(name) && !average.test(text),
    )
    .map(({ value }) => value)
  const clauses = sayingsOf(context).flatMap(({ text }) => text.split(/[,;]\s|\.\s/))
  const said = clauses.flatMap((text) => {
    const match = audiences.exec(text) ?? largest.exec(text) ?? followedBy.exec(text)
    if (match === null || average.test(text)) return []
    const factor = /^m/i.test(match[2] ?? '') ? 1e6 : /^(?:k|th)/i.test(match[2] ?? '') ? 1e3 : 1
    return [Number((match[1] ?? '').replaceAll(',', '')) * factor]
  })
  const all = [...estimated, ...said].filter((value) => Number.isFinite(value))
  return all.length === 0 ? undefined : Math.max(...all)
}

function observe(context: CheckContext, audience: number, worker: string | undefined): Observation {
  const who = worker === undefined ? 'Fan-out on write' : nameOf(context, worker)
  return {
    subject: [worker ?? answerSubject('decisions', 'fan-out')],
    severity: 'warning',
    message: sentence(
      `${who} writes one entry for each follower, and the largest author has ${figure(audience)}.`,
    ),
    evidence: { audience },
  }
}
