/** Goals in words that nobody could measure: "fast", "highly available", "scalable". */
import type { Requirement } from '#shared/design/answers.ts'
import { isMentioned, isWritten, requirementsOf } from './answered.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'
import { hasAvailability, hasLatency, hasLoad, type Goal } from './stated-goals.ts'

const isRule =
  /\b(?:gdpr|hipaa|pci|soc ?2|iso ?\d+|ccpa|complian\w*|audit\w*|legal|law|licen[cs]e\w*)\b/i
const isNumber =
  /\d|\b(?:one|two|three|four|five|ten|zero|half|no|never|every|any single|all) \w+|\bnines\b/i
/** Absolutes that nobody measures: "never down", "no waiting". */
const wish =
  /\b(?:never|no|not|always|every time|at all times)\b (?:(?:should|must|to|be|have|go|goes|is|are|any|noticeable) ){0,3}(?:down\w*|slow\w*|offline|unavailable|wait\w*|delays?|lag\w*|outages?|interrupt\w*|times)\b/gi
/** What makes security definite. */
const means =
  /\b(?:tls|https|oauth\w*|jwt|oidc|sso|mfa|2fa|encrypt\w*|rbac|acls?|tokens?|hash\w*|sign\w*|password\w*|owners?|roles?|private)\b/i

interface Attribute {
  readonly goal?: Goal
  readonly words: RegExp
  /** Whether the attribute has its number elsewhere. */
  readonly isQuantified: (context: CheckContext) => boolean
}

const attributes: readonly Attribute[] = [
  {
    words:
      /\b(?:fast|quick(?:ly)?|low[- ]latency|responsive|snappy|performant|instant(?:ly|aneous)?|real[- ]?time|high performance|good performance|(?:prompt|speed|swift|smooth)(?:y|ly)?|without (?:noticeable )?(?:delays?|lag|waiting)|(?:not|never|nobody)(?: should)?(?: have to| be made to| to)? waits?\b[^,;]{0,10}|(?:minimal|minimum|acceptable|low|short) (?:latency|response times?|delays?|waiting)|(?:response times?|latency|pages?) (?:is|are|stays?) (?:acceptable|good|short|low)|(?:latency|response times?|delays?)[:\s]+(?:(?:is|are|as|should be|must be|very|kept?) )*(?:low|short|small|minimal|good|acceptable)(?: as possible)?)\b/i,
    goal: 'latency',
    isQuantified: hasLatency,
  },
  {
    words:
      /\b(?:high(?:ly)? availab\w*|high availability|reliab\w*|always (?:on|up|available|there)|resilient|robust|fault[- ]tolerant|dependable|never (?:be |go |goes )?(?:down|offline|unavailable)|(?:as )?(?:little|few) (?:downtime|outages?) as possible|(?:maximal|maximum|best possible|good) availability|minimal downtime|availability[:\s]+(?:(?:is|should be|must be|very) )*(?:high|good|maximal|excellent))\b/i,
    goal: 'availability',
    isQuantified: hasAvailability,
  },
  {
    words:
      /\b(?:scalab\w*|scales? (?:well|easily|out|up|horizontally)|elastic|high(?:ly)? load|high throughput|lots of (?:users|load|traffic)|(?:many|millions of) users|any (?:load|number of users)|(?:scalability|throughput)[:\s]+(?:(?:is|should be|must be|very) )*(?:high|good|excellent))\b/i,
    goal: 'scale',
    isQuantified: hasLoad,
  },
  {
    words: /\b(?:secure(?:ly)?|security|safe)\b/i,
    isQuantified: (context) => isWritten(context, 'security') || isMentioned(context, means),
  },
]

/** Requirements that ask for a quality and give no number, here or elsewhere. */
export const vagueRequirements = oncePerCheck((context: CheckContext): readonly Requirement[] =>
  requirementsOf(context, 'non-functional').filter(
    (requirement) =>
      requirement.priority !== 'out' && openAttributes(context, requirement).length > 0,
  ),
)

/** The goals that are spoken of only so. */
export function vagueGoals(context: CheckContext): ReadonlySet<Goal> {
  const open = vagueRequirements(context).flatMap((one) => openAttributes(context, one))
  return new Set(open.flatMap(({ goal }) => goal ?? []))
}

function openAttributes(context: CheckContext, { text }: Requirement): readonly Attribute[] {
  if (isRule.test(text) || isNumber.test(text.replace(wish, ''))) return []
  const named = attributes.filter(({ words }) => words.test(text))
  return named.filter(({ isQuantified }) => !isQuantified(context))
}
