/** Decisions that were weighed: something else was possible, and a reason or a price is given. */
import type { Decision } from '#shared/design/answers.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'
import { sayingsOf } from './said.ts'

/** Decisions whose options, reason and price were all understood. A section of trade-offs gives the price of all. */
export function weighedDecisions({ design }: CheckContext): number {
  const { decisions, tradeOffs } = design.answers
  return decisions.filter((decision) => isWeighed(decision, tradeOffs.length > 0)).length
}

/**
 * What was weighed, wherever and however it is told. Several choices may stand in one entry, and an entry
 * that was read wrongly still holds its words: the rule that counts them has to be sure that they are not there.
 */
export const weighedCount = oncePerCheck((context): number =>
  sayingsOf(context)
    .filter(({ section }) => !askedFor.has(section))
    .reduce((sum, { section, text }) => {
      const isHere = section === 'decisions' || section === 'trade-offs'
      return sum + (isHere ? choicesIn(text) : remarksIn(text))
    }, 0),
)

const askedFor: ReadonlySet<string> = new Set([
  'functional-requirements',
  'non-functional-requirements',
  'estimates',
  'api',
  'data-model',
  'failures',
])

/** An option that was left, as people write it. */
const versus =
  /\b(?:(?<!\b(?:joins?|spread|sums?|scans?|distributed) )over(?! the (?:last|next|past|network|wire)\b| \d)|(?:instead|in place|in lieu) of|(?:rather|better|simpler|cheaper|faster|safer) than|versus|vs\.?|compared (?:to|with)|alternativ\w*|considered|reject\w*|ruled out|dismiss\w*|discard\w*|dropped|against|in favou?r of|prefer\w*|as opposed to|could have|would have|looked at|thought about|debated|statt|anstatt|en (?:lugar|vez) de|either|or)\b|[:,;(.]\s*(?:and |but )?(?:not|no)\s+(?!longer|more|one|later|only|yet)\w+|\band (?:not|no)\s|\bnot (?:an?|the|one|two|three|many|on|by|in|with|per|yet another|[A-Z]\w+|\w+s)\b|(?:^|[.:;]\s+)No\s\w+/i
const reasons =
  /\b(?:because|since|as (?:it|they|we|the|there|one|each|most|every\w*)|so that|so (?:we|it|the|one|that|a)|due to|thanks to|given|for (?:its|the|their|fast|strong|simple|low|a|an|one|two|\d+)|needs?|wants?|requires?|must|gives?|allows?|lets?|fits?|avoids?|keeps?|saves?|easy|easier|enough|suffices?|simpl\w+|cheap\w*|fast\w*|reasons?|why|well|little|natural|already|knows?|weil|porque)\b|:\s+\S+\s+\S+/i
const prices =
  /\b(?:consequence\w*|costs?|price|prices|pay|paid|pays|downsides?|drawbacks?|but|however|means|lose[sd]?|loss|giv(?:e|es|ing) up|accept\w*|risk\w*|trad(?:e|es|ed|ing)|slower|harder|more (?:work|operations|effort|complex\w*)|later|though|although|lag\w*|stale|less|only|fewer|in exchange|at the expense)\b/i
const exchange =
  /\b(?:in exchange for|at the (?:cost|price|expense) of|trad(?:e|es|ed|ing)\b.*\bfor|give[sn]? up|giving up|sacrific\w*|accept(?:s|ed|ing)?\b|price (?:of|is|we|for)|we pay|(?:cheap\w*|simpl\w+|fast\w*|easy|easier|consisten\w*|strong\w*)\b.*\b(?:but|and|while|though|yet)\b.*\b(?:lose|loss|slow\w*|stale|hard\w*|cost\w*|takes?|down|less|more|only|cannot|delay\w*|lag\w*))\b/i

/** What a trade-off admits: "Counts are a minute late". */
const loss =
  /\b(?:may|might|can|could|will)\b.{0,40}\b(?:lose|lost|miss|serve|fail|lag|wrong|stale|late|off|twice|down|old|outdated|slow\w*)\b|\b(?:costs?|stale|late|misses|accepted|lags?)\b/i

/** Choices of an entry: each sentence that sets something aside counts, where the entry says why or at what price. */
function choicesIn(text: string): number {
  const isGiven = reasons.test(text) || prices.test(text)
  const pieces = sentencesOf(text)
  const setAside = isGiven ? pieces.filter((piece) => versus.test(piece)).length : 0
  const traded = pieces.filter((piece) => !versus.test(piece) && isTrade(piece)).length
  return setAside > 0 ? setAside : Math.min(traded, 1)
}

function isTrade(text: string): boolean {
  return exchange.test(text) || loss.test(text)
}

/** Elsewhere a sentence has to say both by itself. */
const chooses =
  /\b(?:instead of|rather than|over\b.*\b(?:because|since)|in exchange for|at the (?:cost|price|expense) of|chose|chosen|decided|prefer\w*|rejected|alternatives?)\b/i

function remarksIn(text: string): number {
  return sentencesOf(text).filter(
    (piece) => chooses.test(piece) && (reasons.test(piece) || prices.test(piece)),
  ).length
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[^\s.][.;?!])\s+(?=\S)/)
}

function isWeighed({ options, why, consequence, text }: Decision, isPriced: boolean): boolean {
  const hasReason = why !== '' || reasons.test(text)
  return options.length > 1 && hasReason && (consequence !== '' || isPriced || prices.test(text))
}
