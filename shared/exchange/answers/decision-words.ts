/** Phrases that weigh one thing against another, in the forms in which people write decisions. */

export interface WeighedParts {
  readonly topic: string
  readonly chosen: string
  readonly others: readonly string[]
  readonly why: string
  readonly consequence: string
}

/** What a decision costs: begins with such words, or stands behind them. */
const pricePhrase =
  /[;.,]?\s*(?:\b(?:and |but )?(?:the\s+)?(?:consequences?|downsides?|drawbacks?|disadvantages?|trade-?offs?|cons?|risks?|in contra|nachteile?|desventajas?|the price|price|cost)(?:\s+(?:is|are|we pay))?(?: that)?\s*[:,]?\s+|\baccepting(?: that)?\s+|\bat the (?:price|cost|expense) of\s+|\b(?:and )?we (?:accept|pay (?:with|for)|lose|give up|sacrifice)\s+|\bwhich (?:means|costs)(?: that)?\s+|\bit means(?: that)?\s+|\bcosts? us\s+|\bbad,?\s+because\s+)/i
const priceSentence =
  /^(?:(?:it|this|that|they|we|one|the) (?:\w+ )?(?:costs?|adds?|lags?|los[et]s?|means|delays?|needs?|cannot|can't|may|might|will|has to|have to|pay|give|lose|accept)\b|costs?\b|less\b|more\b|no\b|only\b|harder\b|slower\b|reporting\b|stale\b|.{0,60}\b(?:harder|slower|by hand|stale|late|later|may be lost|is harder|as a result|delay(?:s|ed)?|lags?|would be work|vacuum\w*|have to migrate)\b)/i

/** "…; consequence: one writer" cut in two; sentences at the end that tell a price count as well. */
export function cutPrice(text: string): readonly [string, string] {
  const match = pricePhrase.exec(text)
  if (match !== null && match.index > 8) {
    const price = text.slice(match.index + match[0].length).trim()
    if (price !== '') return [text.slice(0, match.index).trim(), price.replace(/\.$/, '')]
  }
  const pieces = text.split(/(?<=[^.\s][.;])\s+/)
  const at = pieces.findIndex((piece, i) => i > 0 && priceSentence.test(piece))
  if (at === -1) return [text, '']
  const said = pieces.slice(0, at).join(' ')
  return [said.replace(/[.;]$/, ''), pieces.slice(at).join(' ').replace(/\.$/, '')]
}

const verb = String.raw`(?:chose|choose|picked?|took|take|use|went (?:with|for)|go with|decided (?:on|for|to use)|selected|prefer(?:red)?|adopt(?:ed)?|keep|kept|settled on)`
/** What was left stands behind these; "joins over shards", "over the last hour" and "not worth it" leave nothing. */
export const against = String.raw`(?:(?<!\b(?:joins?|spread|sums?|scans?|quer(?:y|ies)|transactions?|distributed|shared|averaged|handed|takes?|taken|goes|send|sent|run)(?: out)?\s)over(?! the (?:last|next|past|network|wire|air)\b| \d)|instead of|rather than|in place of|and not|not(?! (?:worth|only|just|enough|needed|yet|so|more|less|to be|the same|every)\b)|against|in favou?r of|vs\.?|versus|statt|anstatt|anstelle von|en (?:lugar|vez) de)`
const reason = String.raw`(?:because(?: of)?|since|as (?=\w)|so that|due to|given that|:|;|–|—|\. |, which |, as |weil|da\b|porque|for (?=its|the|their))`

type Form = readonly [
  RegExp,
  (groups: Readonly<Record<string, string | undefined>>) => Partial<WeighedParts>,
]

const list = (text = ''): readonly string[] =>
  text
    .split(/,\s*(?:and |or )?|\s+(?:and|or|y|und|oder)\s+|\s*\/\s*/)
    .map((part) => part.replace(/^(?:a|an|the|both|either)\s/i, '').trim())
    .filter((part) => part !== '')

const forms: readonly Form[] = [
  // "In the context of X, facing Y, we decided for A and against B, to achieve C, accepting D"
  [
    /^in the context of (?<topic>[^,]+),\s*(?:facing (?<facing>[^,]+),\s*)?we decided (?:for|to use|on) (?<chosen>.+?)(?:,)?\s+(?:and\s+)?(?:against|neglected|over|not|instead of)\s+(?<others>[^,]+),\s*(?:to achieve|so that|in order to|for)\s+(?<why>.+)$/i,
    ({ topic, facing = '', chosen, others, why }) => ({
      ...(topic === undefined ? {} : { topic }),
      ...(chosen === undefined ? {} : { chosen }),
      others: list(others),
      why: [facing, why].filter((part) => part !== '').join('; '),
    }),
  ],
  // "B was rejected in favour of A because …"
  [
    /^(?<others>.{2,70}?) (?:was|were|is|has been) (?:rejected|dropped|dismissed|given up) in favou?r of (?<chosen>.{2,60}?)(?:,)?\s+(?:because|since|as|so that|due to)\s+(?<why>.+)$/i,
    ({ chosen, others, why }) => ({ chosen: chosen ?? '', others: list(others), why: why ?? '' }),
  ],
  // "We looked at A and B. We went with B since …"
  [
    new RegExp(
      String.raw`(?:we )?(?:looked at|considered|compared|evaluated|weighed|candidates (?:were|are)|options (?:were|are)|choice (?:was|is) between)\s+(?<all>[^.;:]{3,90})[.;:]\s+(?:so )?(?:we )?(?:finally )?${verb}\s+(?<chosen>.{2,60}?)(?:,)?\s+(?:because(?: of)?|since|as|so that|due to|for)\s+(?<why>.+)$`,
      'i',
    ),
    ({ all, chosen, why }) => ({ chosen: chosen ?? '', others: list(all), why: why ?? '' }),
  ],
  // "A was chosen over B because …", "A, preferred to B: …"
  [
    new RegExp(
      String.raw`^(?<chosen>.{2,60}?),? (?:was |is |were )?(?:chosen|preferred|picked|selected) (?:over|to|instead of|rather than) (?<others>.{2,60}?)\s*(?:,\s*)?${reason}\s*(?<why>.+)$`,
      'i',
    ),
    ({ chosen, others, why }) => ({ chosen: chosen ?? '', others: list(others), why: why ?? '' }),
  ],
  // "(We chose) A instead of B: because …", "A (not B): …"
  [
    new RegExp(
      String.raw`^(?:we )?(?:(?:have )?${verb} )?(?:to use )?(?<chosen>[^:;.]{2,70}?),?\s+\(?${against}\s+(?<others>[^:;.]{2,70}?)\)?(?:,)?\s*${reason}\s*(?<why>.+)$`,
      'i',
    ),
    ({ chosen, others, why }) => ({ chosen: chosen ?? '', others: list(others), why: why ?? '' }),
  ],
  // "A or B? A, because …", "A vs B: A, …"
  [
    /^(?<all>[^?:.]{3,80}\s(?:or|vs\.?|versus)\s[^?:.]{2,60})[?:]\s+(?<chosen>[^,;.]{1,50})[,;.]\s+(?:because |since |as )?(?<why>.+)$/i,
    ({ all = '', chosen, why }) => ({
      topic: all.trim(),
      chosen: chosen ?? '',
      others: all.split(/\s+(?:or|vs\.?|versus)\s+/i).map((part) => part.trim()),
      why: why ?? '',
    }),
  ],
  // "A or B (for X): order and stock change in one transaction"; which was taken is left to the reader
  [
    /^(?<all>[^?:.]{2,60}\sor\s[^?:.]{2,60}):\s+(?<why>.+)$/i,
    ({ all = '', why }) => ({
      topic: all.trim(),
      others: all
        .replace(/\s*\([^)]*\)|\sfor\s.*$/g, '')
        .split(/\s+or\s+/i)
        .map((part) => part.trim()),
      why: why ?? '',
    }),
  ],
  // "A. Considered: B. …", "A. Alternatives: B, C. Reason: …"
  [
    /^(?<chosen>[^.;:]{2,80})[.;]\s+(?:also )?(?:alternatives?|considered|options?|rejected)(?: was| were| considered)?:?\s+(?<others>[^.;]{2,80})[.;,]\s+(?:reason|because|why|since)?:?\s*(?<why>.+)$/i,
    ({ chosen, others, why }) => ({ chosen: chosen ?? '', others: list(others), why: why ?? '' }),
  ],
  // "…, an alternative was B, which …, but …"; "We could have used B. A is good enough"
  [
    /^(?<chosen>.{4,160}?)[;.,]\s+(?:an |the |one )?alternative(?:s)? (?:was|were|is|would be|would have been)\s+(?<others>[^,;.]{2,80})[,;.]\s+(?<why>.+)$/i,
    ({ chosen, others, why }) => ({ chosen: chosen ?? '', others: [others ?? ''], why: why ?? '' }),
  ],
  [
    /^(?:we )?(?:could have (?:used|taken)|(?:also )?considered|thought about|looked at)\s+(?<others>[^,;.]{2,80})[,;.]\s+(?<why>.+)$/i,
    ({ others, why }) => ({ chosen: '', others: list(others), why: why ?? '' }),
  ],
]

/** The parts of a sentence that weighs something; `undefined` for another one. */
export function weighedIn(line: string): WeighedParts | undefined {
  const [said, consequence] = cutPrice(line.trim().replace(/\.$/, ''))
  for (const [pattern, partsOf] of forms) {
    const groups = pattern.exec(said)?.groups
    if (groups === undefined) continue
    const parts = partsOf(groups)
    if ((parts.chosen ?? '').split(' ').length > 26) continue
    return { topic: '', chosen: '', others: [], why: '', ...parts, consequence }
  }
  return undefined
}
