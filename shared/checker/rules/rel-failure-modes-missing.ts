import type { DesignNode } from '#shared/design/design.ts'
import { defineRule, type CheckContext, type Severity } from '../define-rule.ts'
import { namedIn, sentencesIn } from '../lacks.ts'
import { oncePerCheck } from '../once-per-check.ts'
import { namesOf } from '../parts.ts'
import { sayingsOf, type Saying } from '../said.ts'
import { isDue } from '../exposure.ts'
import { isAtLeast } from '../scale.ts'
import { answerSubject } from '../subject.ts'
import { hasAnswers, isPromised, truthStoresOf } from '../truth-stores.ts'

export default defineRule({
  id: 'rel-failure-modes-missing',
  title: 'Few failures are thought through',
  category: 'reliability',
  why: 'Saying what happens when a part fails brings out assumptions that no drawing shows.',
  fix: 'Write for each critical part what users see, how it is noticed and what brings it back.',
  question: 'Which part fails first, how do you notice, and what do users see until it is back?',
  examples: {
    bad: [
      `---
peakQps: 3,000
---
## Functional requirements
- FR1 (must): People post photos.

## API
- \`POST /photos\` uploads a photo (auth)

\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> photos[Photo service x3] --> db[(PostgreSQL + standby)]
  photos --> cache[Redis cache]
\`\`\``,
      `---
peakQps: 500
availabilityTarget: 99.9%
---
## Failures
- Load balancer dies: the second one takes over its address
- A bad release: rolled back
- Redis is empty: reads are slow for some minutes

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Quiz service x2] --> db[(PostgreSQL + standby)]
  api --> cache[Redis cache]
\`\`\``,
    ],
    good: [
      `---
peakQps: 3,000
---
## Failures
- PostgreSQL goes down: posting stops; detected by health checks; standby takes over in 30 s
- Redis is lost: reads go to the database; detected by hit rate; it warms up again
- A photo service instance crashes: nobody notices; the gateway leaves it out

\`\`\`mermaid
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> photos[Photo service x3] --> db[(PostgreSQL + standby)]
  photos --> cache[Redis cache]
\`\`\``,
      `---
peakQps: 5
---
## Failures
- The database is gone: restored from last night's dump within a day

\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Guest book] --> db[(SQLite)]
\`\`\``,
      `flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> photos[Photo service x3] --> db[(PostgreSQL + standby)]`,
    ],
  },
  appliesTo: (context) => hasAnswers(context) && partsOf(context).length > 1,
  check(context) {
    const { answers } = context.design
    const count = countOf(context)
    const enough = partsOf(context).length <= 3 ? 1 : 3
    const stores = truthStoresOf(context)
    const silent = [...stores, ...othersOf(context)].filter((node) => !isCovered(context, node))
    const isStoreSilent = stores.length > 0 && stores.every((node) => silent.includes(node))
    const isShort = count < enough
    if (!isShort && silent.length === 0) return []
    const ids = silent.map((node) => node.id)
    return [
      {
        subject: [answerSubject('failures')],
        severity: isShort || isStoreSilent ? severityOf(context) : 'suggestion',
        message: isShort
          ? `${countInWords(count)}; ${enough === 1 ? 'one' : 'three'} for the critical parts${ids.length > 0 ? `, such as ${namesOf(context, ids)},` : ''} would do.`
          : `Nothing says what happens when ${namesOf(context, ids)} ${ids.length > 1 ? 'fail' : 'fails'}.`,
        evidence: { entries: answers.failures.length, silent: ids.toSorted() },
        nodes: ids,
      },
    ]
  },
})

const fails =
  /\b(?:fail(?:s|ed|ure|ures|over)?|down|crash\w*|dies|lost|outage|unavailable|unreachable|dead|gone|away|broken|breaks?|stuck|stalls?|hangs?|slow|full|loses|times? out|restarts?|overload\w*|exhausted|corrupt\w*)\b/i

/** Entries of the section, or sentences elsewhere that speak of a part that fails. */
function countOf(context: CheckContext): number {
  const { failures } = context.design.answers
  const elsewhere = sayingsOf(context).filter(
    (saying) =>
      tellsOfFailure(saying) &&
      (saying.nodeIds.length > 0 || recovers.test(saying.text)) &&
      fails.test(saying.text),
  )
  const told = sayingsOf(context).filter(({ section }) => section === 'failures')
  const stories = told.flatMap(({ text }) =>
    text.split(/(?<=[.;!?])\s+/).filter((sentence) => fails.test(sentence)),
  )
  return Math.max(failures.length, stories.length) + elsewhere.length + strayOf(context).length
}

const recovers =
  /\b(?:fail-?over|fails? over|promot\w*|takes? over|elect\w*|re-?built|rebuild\w*|catch(?:es)? up|retr(?:y|ied|ies)|tried again|comes? back|recover\w*|replaced?|resum\w*|reconnect\w*|returns? to|others? (?:carr|take|go)\w*|falls? back|fall-?back|restor\w*|restarted|drained|waits?|goes? on|go on|carr(?:y|ies) on|takes? it out|read[-\s]only|late|slower|degrad\w*|error page|outbox|other zones?|50\d)\b/i

/**
 * Stories of failures under a heading that nobody takes for one, such as rows of a table: they name a part,
 * say that it is gone or what people see then, and what brings it back.
 */
const strayOf = oncePerCheck((context): readonly Saying[] => {
  const notes = sayingsOf(context).filter(({ isTold }) => isTold === true)
  return notes.flatMap((saying) => {
    const parts = saying.text.includes(' | ') ? [saying.text] : sentencesIn(saying.text)
    return parts
      .filter((text) => isStory(text, saying))
      .map((text) => ({ ...saying, text, nodeIds: storyIds(context, text, saying) }))
  })
})

function isStory(text: string, { nodeIds }: Saying): boolean {
  const isRow = text.split(' | ').length > 2 && nodeIds.length > 0
  return recovers.test(text) && (isRow || fails.test(text) || /^[^:.]{3,30}:\s/.test(text))
}

function storyIds(context: CheckContext, text: string, { nodeIds }: Saying): readonly string[] {
  const named = namedIn(context, text)
  return named.length > 0 ? named : nodeIds
}

/** Notes beside the flows are read sentence by sentence, as stories of their own. */
function tellsOfFailure({ section, isTold }: Saying): boolean {
  return isTold !== true && ['operations', 'trade-offs', 'decisions'].includes(section)
}

function partsOf(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter((node) => {
    const { traits } = context.kindOf(node.id)
    return !traits.includes('client') && !traits.includes('watches')
  })
}

const critical: ReadonlySet<string> = new Set([
  'queue',
  'event-stream',
  'cache',
  'external-service',
])

function othersOf(context: CheckContext): readonly DesignNode[] {
  return context.design.graph.nodes.filter((node) => critical.has(context.kindOf(node.id).id))
}

/** What a family of components is called where no single one is named. */
const families: Readonly<Record<string, RegExp>> = {
  queue: /\b(?:queues?|messages?|brokers?|workers?|jobs?|consumers?|backlog)\b/i,
  'event-stream': /\b(?:stream|events?|brokers?|consumers?|lag|kafka|queues?|messages?)\b/i,
  cache: /\b(?:caches?|redis|memcached)\b/i,
  'external-service': /\b(?:providers?|external|third[-\s]part\w+|partners?|gateway|api)\b/i,
  store:
    /\b(?:databases?|dbs?|stores?|storage|primary|replicas?|stand-?by|disks?|shards?|zones?|regions?|data ?cent(?:er|re)s?)\b/i,
}

function isCovered(context: CheckContext, node: DesignNode): boolean {
  const words = families[context.kindOf(node.id).id] ?? families['store']
  return sayingsOf(context).some(({ section, text, nodeIds, isTold }) => {
    if (section !== 'failures' && !fails.test(text)) return false
    if (section === 'functional-requirements' || (section === 'flows' && isTold !== true))
      return false
    return nodeIds.includes(node.id) || (section === 'failures' && words?.test(text) === true)
  })
}

function countInWords(count: number): string {
  if (count === 0) return 'No failure is described'
  return count === 1 ? 'One failure is described' : `${count} failures are described`
}

function severityOf(context: CheckContext): Severity {
  if (!isDue(context, 'failures')) return 'suggestion'
  return isPromised(context) || isAtLeast(context.band, 'S') ? 'warning' : 'suggestion'
}
