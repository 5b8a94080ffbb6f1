import { entitiesOf, isWhole, isMentioned } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { closingSections, exampleDocument } from '../example-document.ts'
import { isSaidInDrawing } from '../said.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'req-availability-overkill',
  title: 'The promise is larger than the need',
  category: 'requirements',
  why: 'Every further nine costs money and complexity, and most systems of this size do not need it.',
  fix: 'Consider a lower target, or write down the reason why an hour of outage a year is too much.',
  question: 'What does an outage of one hour cost whom, at this load?',
  examples: {
    bad: [
      `---
peakQps: 40
availabilityTarget: 99.99%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Recipe service x2] --> db[(PostgreSQL + standby)]

## Functional requirements
- People keep recipes.
- People share recipes.
- People search recipes.
${closingSections}`,
      `---
peakQps: 500
availabilityTarget: 99.999
---
flowchart LR
  app[Mobile app] --> gw[API gateway x2] --> api[Quiz service x3] --> db[(MySQL + standby)]

## Non-functional requirements
- Available 99.999% of the time.
${closingSections}`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        facts: {
          availabilityTarget: '99.99%',
          peakQps: '40',
          averageQps: '10',
          actionsPerUser: '',
        },
        'functional-requirements': `- FR1 (must): Dispatchers send an ambulance.
- FR2 (must): Dispatchers call it back.
- FR3 (must): Dispatchers see which crews are free.`,
      }),
      exampleDocument({
        facts: { availabilityTarget: '99.99%' },
        decisions: `- Availability: 99.99% over 99.9% because a tournament cannot be repeated when reservations are down; consequence: two more zones are paid for
- Storage: PostgreSQL over DynamoDB because reservations need transactions; consequence: one primary takes all writes`,
      }),
      `---
peakQps: 40
availabilityTarget: 99.99%
---
flowchart LR
  web[Browser] --> lb[Load balancer x2] --> api[Recipe service x2, multi-AZ] --> db[(PostgreSQL + standby, multi-AZ)]`,
    ],
  },
  appliesTo: (context) =>
    isWhole(context) && (context.design.scale.availabilityTarget ?? 0) >= 99.99,
  check(context) {
    const { availabilityTarget, peakQps } = context.design.scale
    if (!['XS', 'S'].includes(context.band) || isJustified(context)) return []
    return [
      {
        subject: [answerSubject('non-functional-requirements', 'availability')],
        severity: 'suggestion',
        message: `${availabilityTarget}% is promised for ${Math.round(peakQps ?? 0)} requests a second, and nothing says why.`,
        evidence: { target: availabilityTarget, band: context.band },
      },
    ]
  },
})

const critical =
  /\b(?:safety|emergenc\w*|ambulance|hospital|patients?|clinic\w*|medical|alarms?|life|rescue|police|fire brigade|air traffic|grid|payments?|bank\w*|trading|regulat\w*|sla\b|contract\w*|penalt\w*|mission[- ]critical|business[- ]critical)\b/i
const reason =
  /(?:99\.99|\bnines?\b|\bavailab\w*|\bdowntime\b|\boutages?\b).*\b(?:because|since|as|so that|costs?|lose|demand\w*|require\w*|contract\w*|cannot)\b/i

function isJustified(context: CheckContext): boolean {
  if (entitiesOf(context, 'money', 'health').length > 0) return true
  if (isMentioned(context, reason) || isMentioned(context, critical)) return true
  return isSaidInDrawing(context, critical)
}
