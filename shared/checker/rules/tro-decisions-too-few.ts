import type { Decision } from '#shared/design/answers.ts'
import { isWhole, isWritten } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { closingSections, exampleDocument } from '../example-document.ts'
import { isSmall } from '../stated-goals.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'tro-decisions-too-few',
  title: 'Few decisions are weighed',
  category: 'trade-offs',
  why: 'Weighing what else was possible, and naming the price of what was chosen, is what a design is judged by.',
  fix: 'Say for each large choice what else was possible, why this one, and what it costs.',
  question: 'What else did you consider here, and what do you give up by this choice?',
  examples: {
    bad: [
      exampleDocument({
        decisions: `- Storage: PostgreSQL
- Cache: none`,
        'trade-offs': '- The bottleneck is the primary; it saturates first.',
      }),
      `---
peakQps: 4,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Feed service x6] --> db[(Cassandra x3)]

## Requirements
- People follow each other.
## Decisions
- We use Cassandra because it is popular.
- Services are written in Go.
${closingSections}`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        decisions: '',
        'trade-offs': `- PostgreSQL instead of DynamoDB: transactions at the price of one primary, which is the bottleneck.
- We accept stale lists in exchange for fast pages.`,
      }),
      exampleDocument({
        facts: { peakQps: '20', averageQps: '5', dailyActiveUsers: '36,000' },
        decisions: '',
        'trade-offs':
          '- One server over three, because ten people use it; a restart takes it away for a minute.',
      }),
      `---
peakQps: 4,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Feed service x6] --> db[(Cassandra x3)]`,
    ],
  },
  appliesTo: (context) =>
    isWhole(context) && (isWritten(context, 'decisions') || isWritten(context, 'trade-offs')),
  check(context) {
    const needed = isSmall(context) ? 1 : 2
    const count = weighedCount(context)
    if (count >= needed) return []
    return [
      {
        subject: [answerSubject('decisions')],
        severity: 'warning',
        message: `${count === 0 ? 'No decision names' : 'Only one decision names'} what else was possible, a reason and a price; ${needed === 1 ? 'one' : 'two'} would show what was weighed.`,
        evidence: { count, needed },
      },
    ]
  },
})

/** Decisions with options, a reason and a price; a sentence that gives one thing for another is as good. */
function weighedCount(context: CheckContext): number {
  const { decisions, tradeOffs, notes } = context.design.answers
  const said = notes.filter(({ section }) => section === 'decisions' || section === 'trade-offs')
  const isPriced = tradeOffs.length > 0
  const texts = [...tradeOffs, ...said].flatMap(({ text }) => text.split(/(?<=[.])\s+/))
  const weighed = decisions.filter((decision) => isWeighed(decision, isPriced)).length
  return weighed + texts.filter((text) => exchange.test(text) || loss.test(text)).length
}

const versus =
  /\b(?:over|instead of|rather than|not|vs\.?|versus|compared (?:to|with)|alternativ\w*|considered|rejected|against|or)\b/i
const reasons =
  /\b(?:because|since|as (?:it|they|we|the|there)|so that|due to|for (?:its|the|their|fast|strong|simple|low)|needs?|requires?|gives?|allows?|lets?|fits?|avoids?|keeps?|simpl\w+|cheap\w*|fast\w*)\b/i
const prices =
  /\b(?:consequence\w*|cost\w*|price|downside|drawback|but|however|at the (?:cost|price|expense)|means|lose[sd]?|giv(?:e|es|ing) up|accept\w*|risk\w*|trade[sd]?|slower|harder|more (?:work|operations|effort|complex\w*)|later|though|although)\b/i
const exchange =
  /\b(?:in exchange for|at the (?:cost|price|expense) of|trad(?:e|es|ed|ing)\b.*\bfor|give[sn]? up|giving up|sacrific\w*|instead of|rather than|over\b.*\bbecause|accept(?:s|ed|ing)?\b|price (?:of|is|we)|(?:cheap\w*|simpl\w+|fast\w*|easy|easier|consisten\w*|strong\w*)\b.*\b(?:but|and|while|though|yet)\b.*\b(?:lose|loss|slow\w*|stale|hard\w*|cost\w*|takes?|down|less|more|only|cannot|delay\w*|lag\w*)|\bversus\b|\bvs\b)/i

/** What a trade-off admits: "Counts are a minute late". */
const loss =
  /\b(?:may|might|can|could|will)\b.{0,40}\b(?:lose|lost|miss|serve|fail|lag|wrong|stale|late|off|twice|down|old|outdated|slow\w*)\b|\b(?:costs?|stale|late|misses|accepted|lags?)\b/i

function isWeighed({ options, why, consequence, text }: Decision, isPriced: boolean): boolean {
  const hasOptions = options.length > 1 || versus.test(text)
  const hasReason = why !== '' || reasons.test(text)
  return hasOptions && hasReason && (consequence !== '' || isPriced || prices.test(text))
}
