/** Decisions that were weighed: what else was possible, why this one, and what it costs. */
import type { Decision } from '#shared/design/answers.ts'
import type { CheckContext } from './define-rule.ts'

/** Decisions that were weighed, sentences apart. A section of trade-offs gives the price of all. */
export function weighedDecisions({ design }: CheckContext): number {
  const { decisions, tradeOffs } = design.answers
  return decisions.filter((decision) => isWeighed(decision, tradeOffs.length > 0)).length
}

/** Decisions with options, a reason and a price; a sentence that gives one thing for another is as good. */
export function weighedCount(context: CheckContext): number {
  const { tradeOffs, notes } = context.design.answers
  const said = notes.filter(({ section }) => section === 'decisions' || section === 'trade-offs')
  const texts = [...tradeOffs, ...said].flatMap(({ text }) => text.split(/(?<=[.])\s+/))
  return (
    weighedDecisions(context) +
    texts.filter((text) => exchange.test(text) || loss.test(text)).length
  )
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
