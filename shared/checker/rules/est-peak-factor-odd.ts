import { printFigure } from '#shared/estimation/print-figure.ts'
import { isMentioned, isWritten } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { statedFigures } from '../stated-figures.ts'
import { isSmall } from '../stated-goals.ts'
import { answerSubject } from '../subject.ts'

/** The usual peak is 2 to 10 times the mean, give or take what rounding does. */
const least = 1.8
const most = 11

export default defineRule({
  id: 'est-peak-factor-odd',
  title: 'The peak is an unusual multiple of the mean',
  category: 'estimation',
  why: 'Traffic is uneven: the busiest moment is usually 2 to 10 times the mean, and it decides the size of everything.',
  fix: 'Use 2 to 10 and say why, or describe the event or the smoothness that makes this case different.',
  question: 'When is the busiest minute, and what makes it so?',
  examples: {
    bad: [
      exampleDocument({
        facts: { dailyActiveUsers: '', averageQps: '500' },
        estimates: `- Average: 500 requests/s
- Peak: 600 requests/s
- Storage per year: 200 GB with indexes and copies`,
      }),
      `---
averageQps: 2,000
peakQps: 90,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Quiz service x90] --> db[(DynamoDB)]

## Estimates
- Storage per year: 2 TB`,
      `---
averageQps: 3,000
peakQps: 900
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Catalogue x4] --> db[(PostgreSQL + standby)]

## Estimates
- Storage: 2 TB of pictures and texts`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        facts: { averageQps: '20', dailyActiveUsers: '150,000' },
        estimates: `- Peak: 600 requests/s, thirty times the mean, when the booking window opens at noon
- Storage per year: 200 GB with indexes and copies`,
      }),
      exampleDocument({
        facts: { averageQps: '560', actionsPerUser: '48' },
        estimates: `- Peak: 600 requests/s; sensors report at a constant rate, so it is barely above the mean
- Storage per year: 200 GB with indexes and copies`,
      }),
      `---
averageQps: 2,000
peakQps: 90,000
---
flowchart LR
  app[Mobile app] --> lb[Load balancer x2] --> api[Quiz service x90] --> db[(DynamoDB)]`,
    ],
  },
  appliesTo: (context) => isWritten(context, 'estimates') && factorOf(context) !== undefined,
  check(context) {
    const factor = factorOf(context)
    if (factor === undefined || (factor >= least && factor <= most)) return []
    if (factor >= 1 && isMentioned(context, reason)) return []
    // A handful of requests comes as it pleases.
    if (factor > most && isSmall(context)) return []
    return [
      {
        subject: [answerSubject('estimates', 'peak factor')],
        severity: factor < 1 ? ('error' as const) : ('warning' as const),
        message: `The peak is ${printFigure(Number(factor.toPrecision(2)), 'count')} times the mean; usually it is 2 to 10 times, and nothing says what is different here.`,
        evidence: { factor: Number(factor.toPrecision(3)) },
      },
    ]
  },
})

const reason =
  /\b(?:smooth|steady|steadily|flat|even(?:ly)?|constant|uniform|sensors?|machines?|devices?|batch(?:es)?|flash[- ]sales?|live|events?|launch\w*|drops?|on-?sale|black friday|cyber monday|new year\w*|holidays?|seasonal|burst\w*|spik\w*|surge|match(?:es)?|lunch|noon|morning|evening|office hours|opens?|deadline|election|match day|viral|campaigns?|kick-?off|world ?wide|around the clock|time ?zones?|start of (?:the|a|each|every) (?:day|week|month|term|season)|end of (?:the|a|each) (?:day|week|month))\b/i

/** Peak over mean as stated. One number for both, which is how a lone average is kept, says nothing. */
function factorOf(context: CheckContext): number | undefined {
  const { averageQps, peakQps } = context.design.scale
  const figures = statedFigures(context)
  if (figures.peakFactor !== undefined) return figures.peakFactor.value
  const average = averageQps ?? figures.average?.value
  const peak = peakQps === averageQps ? (figures.peak?.value ?? peakQps) : peakQps
  if (average === undefined || peak === undefined || average <= 0) return undefined
  return average === peak && figures.peak === undefined ? undefined : peak / average
}
