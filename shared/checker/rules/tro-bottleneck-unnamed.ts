import { isWhole, isWritten } from '../answered.ts'
import { defineRule } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { modelOf } from '../model-of.ts'
import { nameOf } from '../parts.ts'
import { sayingsOf } from '../said.ts'
import { isAtLeast } from '../scale.ts'
import { answerSubject } from '../subject.ts'

const large = { peakQps: '4,000', averageQps: '1,000', dailyActiveUsers: '7M' }
const silent =
  '- One primary in exchange for strong consistency; reservations stop while it fails over.'

export default defineRule({
  id: 'tro-bottleneck-unnamed',
  title: 'Nobody said what gives way first',
  category: 'trade-offs',
  why: 'Improving anything but the bottleneck is wasted, and growth meets it whether it is known or not.',
  fix: 'Say which part is full first at twice and at ten times the load, and what is done then.',
  question: 'The load is ten times as high tomorrow: what breaks first?',
  examples: {
    bad: [
      exampleDocument({
        facts: large,
        'trade-offs': silent,
        operations: '- Metrics, logs, alerts; canary releases.',
      }),
      exampleDocument({
        facts: { ...large, peakQps: '40,000' },
        'trade-offs': '- Eventual reads in exchange for latency.',
        operations: '- Metrics, logs, alerts; canary releases.',
      }),
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        facts: { peakQps: '40', averageQps: '10', dailyActiveUsers: '72,000' },
        'trade-offs': silent,
      }),
      exampleDocument({
        'trade-offs': `${silent} At ten times the load the primary runs out of writes first; then reservations are split by club.`,
      }),
      `---
peakQps: 4,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Feed service x6] --> db[(Cassandra x3)]`,
    ],
  },
  appliesTo: (context) =>
    isWhole(context) &&
    (isWritten(context, 'trade-offs') || isWritten(context, 'decisions')) &&
    isAtLeast(context.band, 'S'),
  check(context) {
    if (sayingsOf(context).some(({ text }) => isNamed(text))) return []
    const tightest = [...modelOf(context).utilisations].toSorted(
      ([, a], [, b]) => b.share.least - a.share.least,
    )[0]
    const guess =
      tightest === undefined ? '' : `; by its load it may be ${nameOf(context, tightest[0])}`
    return [
      {
        subject: [answerSubject('trade-offs', 'bottleneck')],
        severity: 'suggestion',
        message: `Nothing says which part is full first when the load grows${guess}.`,
        evidence: { named: false },
      },
    ]
  },
})

/** "Bottleneck: we have not looked into it" names none. */
function isNamed(text: string): boolean {
  return text
    .split(/(?<=[.;!?])\s+/)
    .some((sentence) => bottleneck.test(sentence) && !open.test(sentence))
}

const open =
  /\b(?:not|never|nobody|no one|n['’]t|have yet to|yet to be)\b[^.;]{0,30}\b(?:look\w*|know\w*|measured?|investigat\w*|analy[sz]\w*|identif\w*|found|thought|examined|studied|determined|tested|decided)\b|\bbottlenecks?\b\W{0,3}(?:is |are )?(?:still )?(?:unknown|unclear|open|tbd|todo|none|not known|to be (?:found|determined))\b/i

const bottleneck =
  /\b(?:bottlenecks?|chokepoints?|choke points?|saturat\w*|hot ?spots?|limiting factor|(?:first|next) (?:to|thing to|part to|limit)|(?:breaks?|fails?|fills?|gives? way|runs? out|full|maxes out|limit\w*|hurts?) (?:of \w+ )?first|first\b.{0,30}\b(?:breaks?|fails?|fills?|saturat\w*|limit)|(?:at|to|beyond|past|above|until|up to) (?:about |roughly )?(?:2|5|10|100|two|five|ten|a hundred) ?(?:x|×|times)|10x|ceiling|headroom|write limit|upper limit|max(?:es)? out|caps? (?:out|at)|limits? (?:us|writes?|throughput|scale|growth)|outgrow\w*|shard\w*\b.{0,30}\b(?:later|when|once|beyond|past)|(?:when|once) (?:it|load|traffic|writes|reads|we) (?:grows?|doubles?|exceeds?|reach\w*|pass\w*|outgrow\w*))\b/i
