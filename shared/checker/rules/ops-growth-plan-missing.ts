import { isWhole, isMentioned, isSaidSomewhere } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { answerSubject } from '../subject.ts'

const watched =
  '- Metrics, logs, alerts against the SLO; canary releases; nightly backups kept elsewhere.'

export default defineRule({
  id: 'ops-growth-plan-missing',
  title: 'Growth and recovery are stated but not planned',
  category: 'operations',
  why: 'Growth and disasters arrive before the capacity is ordered, and a recovery that was never tried rarely works.',
  fix: 'Say what the next stage is and how much room there is (2-3 times, 6-12 months ahead), and when a recovery is practised.',
  question: 'What breaks first when this doubles, and when did you last restore a backup?',
  examples: {
    bad: [
      exampleDocument({ operations: watched }),
      exampleDocument({
        facts: { rto: '', rpo: '', availabilityTarget: '' },
        'functional-requirements': `- FR1 (must): Members reserve a court.
- FR2 (must): Members cancel a reservation.
- FR3 (must): Members see which courts are free; users double every year.`,
        'trade-offs': '- One primary in exchange for strong consistency.',
        operations: watched,
      }),
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        operations: `${watched}
- A game day every half year takes the primary away and restores a backup.`,
      }),
      exampleDocument({
        facts: {
          rto: '',
          rpo: '',
          availabilityTarget: '',
          peakQps: '20',
          averageQps: '',
          actionsPerUser: '',
        },
        'non-functional-requirements':
          '- Answers within 200 ms at p99; best effort, nobody is called at night.',
        operations: watched,
      }),
      `---
rto: 1 h
rpo: 5 min
---
flowchart LR
  web[Browser] --> api[Shop service] --> db[(PostgreSQL + standby)]`,
    ],
  },
  appliesTo: (context) => isWhole(context) && (isGrowing(context) || hasRecoveryGoal(context)),
  check(context) {
    const open = [
      ...(isGrowing(context) && !isSaidSomewhere(context, nextStage)
        ? ['the load is said to grow, and nothing says what happens then']
        : []),
      ...(hasRecoveryGoal(context) && !isSaidSomewhere(context, drill)
        ? ['RTO or RPO are stated, and nothing says when a recovery is tried']
        : []),
    ]
    if (open.length === 0) return []
    const text = open.join('; ')
    return [
      {
        subject: [answerSubject('operations', 'growth and recovery')],
        severity: 'suggestion',
        message: `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
        evidence: { open },
      },
    ]
  },
})

const growth =
  /\b(?:doubl\w+|tripl\w+|tenfold|grow(?:s|ing|th)?\b.{0,40}(?:\d|\byear|\bmonth|\bquickly|\bfast)|\d+ ?% (?:growth|more|increase|yoy)|\d+ ?[x×] (?:in|within|next|a|per)|year[- ]on[- ]year)\b/i
const nextStage =
  /\b(?:headroom|next (?:stage|step|phase)|autoscal\w*|scale[sd]? (?:out|up|to|by)|when (?:it|load|traffic|we|that|this) (?:doubles|grows|reaches|passes|exceeds)|at (?:2|5|10|100)[x×]|10x|later (?:we|shard|split|add)|then (?:we |it )?(?:shard|split|add|move|partition)|shard\w* (?:later|when|once)|capacity (?:plan\w*|review\w*|is reviewed)|room for|(?:two|three|four|five|ten|\d+)(?: times|[-\s]?fold|x|×) (?:the )?(?:load|traffic|headroom|peak)|spare capacity|in reserve|migrate to|path to|bottleneck)\b/i
const drill =
  /\b(?:drills?|game ?days?|(?:restores?|recovery|failovers?|backups?|dr|disaster recovery) (?:is |are |gets? |tests? |drills? )*(?:tested|tests?|practi[cs]ed|rehears\w*|tried|verified|exercis\w*|restored)|(?:test\w*|practi[cs]\w*|rehears\w*|verif\w*|try|exercis\w*) (?:the |a |of |our )*(?:restores?|restoring|recovery|recoveries|fail-?overs?|backups?|dr)|chaos|fire drills?|tested restores?|pull(?:s|ed)? the plug|(?:we|somebody|team) (?:also )?restores? |restore\w* (?:every|each|once|twice|last)|(?:switch|change) to the stand-?by is (?:tried|done|tested)|(?:fail-?over|restore|recovery|standby)\w* (?:\w+ ){0,4}(?:every|each|twice|once) (?:a )?(?:\w+ )?(?:week|month|quarter|term|year|spring|half[-\s]year|april))\b/i

function isGrowing(context: CheckContext): boolean {
  return isMentioned(context, growth, [
    'functional-requirements',
    'non-functional-requirements',
    'estimates',
  ])
}

function hasRecoveryGoal({ design }: CheckContext): boolean {
  return design.scale.rtoMinutes !== undefined || design.scale.rpoMinutes !== undefined
}
