/**
 * What a decision answered weighs less (knowledge E.0, guard 5): a suggestion about a component becomes
 * `info` where a decision names both it and the topic, and what was accepted in so many words comes down one step. Nothing is hidden.
 */
import type { Design } from '#shared/design/design.ts'
import { severities, type Category, type Finding } from './define-rule.ts'

/** Words of people who know the price and pay it. */
const accepts =
  /\b(?:accept\w*|tolera\w*|deliberate\w*|on purpose|conscious\w*|intentional\w*|knowingly|good enough|(?:is|are) enough|suffic\w*|(?:can )?live with|we do ?n[o']t need|no need|not needed|not worth|risk)\b/i

/** What such a decision has to speak of to be about a finding of a category; any words where none are listed. */
const topics: Partial<Readonly<Record<Category, RegExp>>> = {
  reliability:
    /\b(?:stand-?by|replicas?|copy|copies|fail-?over|fail\w*|redundan\w*|back-?ups?|restor\w*|single|one (?:instance|node|server|box|machine|zone|region)|instances?|availab\w*|outages?|down\w*|loss|lose|lost|losing|zones?|regions?|spof|dlq|dead-?letter|time-?outs?|retr\w*|breaker|queue)\b/i,
  scalability:
    /\b(?:scal\w*|load|peak|traffic|capacity|cdn|grow\w*|lag|throughput|autoscal\w*|stateful|sticky|sessions?)\b/i,
  performance:
    /\b(?:laten\w*|slow\w*|fast\w*|cach\w*|stale\w*|ttl|wait\w*|sync\w*|inline|seconds?|ms|load)\b/i,
  security:
    /\b(?:secur\w*|auth\w*|public\w*|anonym\w*|encrypt\w*|tls|plain|rate|limit\w*|quota\w*|threat\w*|expos\w*|internal|private)\b/i,
  consistency:
    /\b(?:consisten\w*|stale\w*|eventual\w*|conflict\w*|last[- ]write|duplicat\w*|order\w*|idempoten\w*|oversel\w*|lag\w*)\b/i,
}

/** The findings with their severities as the decisions leave them. */
export function lowerDecided(
  findings: readonly Finding[],
  { answers }: Design,
): readonly Finding[] {
  const entries = [...answers.decisions, ...answers.tradeOffs].filter(
    (entry) => entry.nodeIds.length > 0,
  )
  const decided = answers.decisions.filter((decision) => decision.nodeIds.length > 0)
  const accepted = entries.filter(({ text }) => accepts.test(text))
  if (decided.length + accepted.length === 0) return findings
  return findings.map((finding) => {
    const isOver =
      finding.severity === 'suggestion' &&
      decided.some(({ text, nodeIds }) => names(finding, nodeIds) && isAbout(finding, text))
    const isPaid = accepted.some(
      ({ text, nodeIds }) => names(finding, nodeIds) && isAbout(finding, text),
    )
    return isOver || isPaid ? oneStepDown(finding) : finding
  })
}

function names({ subject }: Finding, nodeIds: readonly string[]): boolean {
  return subject.some((part) => nodeIds.includes(part))
}

function isAbout({ category }: Finding, text: string): boolean {
  return topics[category]?.test(text) ?? true
}

function oneStepDown(finding: Finding): Finding {
  const next = severities[severities.indexOf(finding.severity) + 1]
  return next === undefined ? finding : { ...finding, severity: next }
}
