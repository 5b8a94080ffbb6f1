/** What two words of a name make together: "Redis queue", "Kafka server", "Slack webhook", "BFF Node.js". */
import type { Kind } from '#shared/kinds/define-kind.ts'
import type { Lexicon, Match } from './lexicon.ts'
import { singular } from './tokens.ts'
import { carriers, jobNouns, neutral } from './word-lists.ts'

export interface NameReading {
  readonly kinds: readonly string[]
  readonly weight: number
  readonly isWeak: boolean
}

/**
 * What stands before a general noun: the product that it is made of, even with a subject in between
 * ("HBase page store"), or else whatever stands next to it.
 */
export function beforeLast(
  lexicon: Lexicon,
  last: Match,
  matches: readonly Match[],
): Match | undefined {
  const group = groupOf(lexicon, last)
  const isMake = (match: Match) => isProduct(match) && groupOf(lexicon, match) === group
  const earlier = matches.slice(0, -1)
  return (last.phrase.isWeak ? earlier.findLast(isMake) : undefined) ?? earlier.at(-1)
}

/** What two words make together where the last one alone would mislead. */
export function readJoined(lexicon: Lexicon, before: Match, last: Match): NameReading | undefined {
  if (isAboutPeople(lexicon, before, last)) {
    return { kinds: before.phrase.kinds, weight: 0.88, isWeak: false }
  }
  if (isConnector(lexicon, before, last)) return { kinds: ['service'], weight: 0.7, isWeak: true }
  if (isOfPartner(lexicon, before, last)) {
    return { kinds: before.phrase.kinds, weight: 0.86, isWeak: false }
  }
  if (isOtherwiseFramework(lexicon, before, last)) {
    return { kinds: before.phrase.kinds, weight: 0.86, isWeak: before.phrase.isWeak }
  }
  if (isApiOfPartner(before, last)) {
    return { kinds: ['external-service'], weight: 0.88, isWeak: false }
  }
  const isCarrier = carriers.has(last.phrase.tokens.map(singular).join(' '))
  if (!last.phrase.isWeak || !decides(lexicon, before, last, isCarrier)) return undefined
  const isWhole = before.phrase.product !== undefined || !before.phrase.isWeak
  return { kinds: kindsBefore(before, last), weight: isWhole ? 0.88 : 0.7, isWeak: !isWhole }
}

function decides(lexicon: Lexicon, before: Match, last: Match, isCarrier: boolean): boolean {
  const a = groupOf(lexicon, before)
  if (last.phrase.kinds[0] === 'read-replica') return before.phrase.kinds[0] !== 'sql-db'
  if (jobNouns.has(last.phrase.tokens.join(' '))) return runsJobs(lexicon, before)
  if (isProduct(before)) {
    if (a === 'data' && isPlainPlural(lexicon, last)) return true
  } else if (before.end !== last.start) return false
  return isOneThing(lexicon, before, last, isCarrier)
}

/** Of two words of which the last says little, whether the first names the whole. */
function isOneThing(lexicon: Lexicon, before: Match, last: Match, isCarrier: boolean): boolean {
  const [a, b] = [groupOf(lexicon, before), groupOf(lexicon, last)]
  if (isCarrier) return !before.phrase.isWeak && carries(lexicon, before)
  if (isOfModel(before, last)) return true
  if (last.phrase.tokens.includes('api')) return a === 'outside' || isEntry(before)
  return !before.phrase.isWeak && a === b && a !== 'edge' && a !== 'compute'
}

/** "Language model API" and "Llama engine" are the model. */
function isOfModel({ phrase }: Match, last: Match): boolean {
  const isAsked = /^(?:api|engine|layer|backend|endpoint)$/.test(last.phrase.tokens.at(-1) ?? '')
  const isNamed = phrase.product !== undefined || /^(?:model|llm)$/.test(phrase.tokens.at(-1) ?? '')
  return isAsked && isNamed && phrase.kinds[0] === 'ml-serving' && !phrase.isWeak
}

/** "API gateway REST API" is of the gateway. */
function isEntry({ phrase }: Match): boolean {
  return phrase.kinds[0] === 'api-gateway' && !phrase.isWeak
}

/** "Elastic cluster", "MySQL nodes": words that only say that there are several. */
function isPlainPlural(lexicon: Lexicon, last: Match): boolean {
  const isNeutral = last.phrase.tokens.every((word) => neutral.has(word))
  return last.phrase.isWeak && isNeutral && groupOf(lexicon, last) === 'compute'
}

const inHand = new Set(['web-client', 'mobile-client', 'iot-device'])

/** Whether "… service" and "… server" after it are still the thing itself. */
function carries(lexicon: Lexicon, { phrase }: Match): boolean {
  const [kind = ''] = phrase.kinds
  return !inHand.has(kind) && lexicon.kinds.has(kind)
}

const heldPeople = new Set(['user', 'users', 'end users', 'people', 'visitors', 'person'])

/** "MongoDB users" are what MongoDB holds. */
function isAboutPeople(lexicon: Lexicon, before: Match, { phrase }: Match): boolean {
  const holds = ['data', 'messaging'].includes(groupOf(lexicon, before) ?? '')
  return holds && isProduct(before) && heldPeople.has(phrase.tokens.join(' '))
}

/** A "Stripe client" or a "Redis client" is a piece of one's own program. */
function isConnector(lexicon: Lexicon, before: Match, { phrase }: Match): boolean {
  if (!['client', 'sdk'].includes(phrase.tokens.join(' ')) || before.phrase.product === undefined)
    return false
  return groupOf(lexicon, before) !== 'edge'
}

/** "BFF Node.js" is a BFF: what it is written in says no more. */
function isOtherwiseFramework(lexicon: Lexicon, before: Match, { phrase }: Match): boolean {
  if (phrase.product === undefined || phrase.kinds[0] !== 'service') return false
  const group = groupOf(lexicon, before)
  return before.phrase.product === undefined && (group === 'edge' || group === 'compute')
}

/** "GitHub REST API" is GitHub's. */
function isApiOfPartner({ phrase: { product, kinds } }: Match, { phrase }: Match): boolean {
  const isPartner = product !== undefined && kinds.includes('external-service')
  return isPartner && phrase.tokens.includes('api')
}

const theirs = new Set(['webhook', 'channel', 'group', 'workspace'])

/** "Slack webhook" is Slack's, while a "Telegram bot" is one's own. */
function isOfPartner(lexicon: Lexicon, before: Match, { phrase }: Match): boolean {
  return groupOf(lexicon, before) === 'outside' && theirs.has(phrase.tokens.at(-1) ?? '')
}

/** What runs on any platform is not named by it: "Kubernetes job", "Node.js app". */
function runsJobs(lexicon: Lexicon, { phrase }: Match): boolean {
  const kind = lexicon.kinds.get(phrase.kinds[0] ?? '')
  if (phrase.product === undefined || kind === undefined) return false
  return (
    !['service', 'container-platform', 'monolith'].includes(kind.id) && kind.group !== 'outside'
  )
}

/** A product of several kinds is the one that the word after it names: "Redis queue". */
function kindsBefore(before: Match, last: Match): readonly string[] {
  const shared = last.phrase.kinds.filter((kind) => before.phrase.kinds.includes(kind))
  return [...new Set([...shared, ...before.phrase.kinds])]
}

export function groupOf(lexicon: Lexicon, { phrase }: Match): Kind['group'] | undefined {
  return lexicon.kinds.get(phrase.kinds[0] ?? '')?.group
}

export function isProduct({ phrase }: Match): boolean {
  return phrase.product !== undefined
}
