/** Decisions from "Storage: PostgreSQL over Cassandra because …; consequence: …" and from labelled records. */
import type { Decision } from '#shared/design/answers.ts'
import type { NodeNames } from './node-names.ts'
import { against, cutPrice, weighedIn } from './decision-words.ts'
import { decisionLine } from './write-lines.ts'

const consequenceAt =
  /[;.,]\s*(?:the\s+)?(?:(?:consequences?|downside|cost|price|drawback|disadvantage|nachteil)\s*:?|at the (?:price|cost) of|which means)\s+/i
const becauseAt =
  /[,;]?\s+(?:because(?: of)?|since|as it|as they|due to|so that|given that|weil|porque)\s+/i
const overAt = new RegExp(String.raw`(?:^|\s+)${against}\s+`, 'i')
const verbs =
  /^(?:we\s+)?(?:(?:will\s+)?(?:use|chose|choose|pick(?:ed)?|go(?:ing)? with|decided (?:on|to use|for)|selected|prefer(?:red)?|adopt(?:ed)?))\s+/i

/** The decision that a line states. A line without any of the usual words is its own topic and choice. */
export function readDecision(written: string, names: NodeNames): Decision {
  const line = written.replace(ordinal, '')
  const plain = readPlain(line, names)
  if (isComplete(plain)) return { ...plain, text: written }
  const [, topic = '', rest = ''] = /^([^:.?]{2,50}?):\s+(.*)$/.exec(line) ?? []
  const behindTopic = rest === '' ? undefined : weighedIn(rest)
  const weighed = behindTopic === undefined ? weighedIn(line) : { ...behindTopic, topic }
  const found = weighed === undefined ? plain : decisionOf({ ...weighed, text: written }, names)
  const best = richness(found) > richness(plain) ? found : plain
  const price = best.consequence === '' ? cutPrice(line)[1] : best.consequence
  return { ...best, consequence: price, text: written }
}

/** "7.1", "D2 –", "Q3:" number a decision and say nothing about it. */
const ordinal = /^(?:(?:D|Q|DR|ADR|AD)[-\s]?\d+|\d+(?:\.\d+)+)\s*[:.)–—-]?\s+/

function richness({ options, why, consequence, chosen }: Decision): number {
  const isLong = chosen.split(' ').length > 14
  const given = [options.length > 1, why !== '', consequence !== ''].filter(Boolean).length
  return given - (isLong ? 0.5 : 0) + (chosen === '' ? -0.5 : 0)
}

function isComplete(decision: Decision): boolean {
  return richness(decision) === 3
}

function readPlain(line: string, names: NodeNames): Decision {
  const [, topic = '', rest = ''] = /^([^:]{1,60}?):\s+(.*)$/.exec(line) ?? [undefined, '', line]
  const [said, consequence] = cut(rest.replace(/\.$/, ''), consequenceAt)
  // "Redis over Memcached: it keeps sorted sets" says the choice first and the reason behind the colon.
  const isChoice = /\S\s+(?:over|instead of|rather than|not)\s/i.test(topic) && !overAt.test(said)
  const body = isChoice ? `${topic}: ${said}` : said
  const [choice, because] = cut(body, becauseAt)
  const [picked, others] = cut(choice.replace(/^(?:not|rejected:?)\s/i, ' over '), overAt)
  const isCausal = because !== '' || others !== ''
  const [chosenText, colonWhy] = isCausal ? [picked, ''] : cut(picked, /[;,]\s+|\.\s+/)
  const [otherText, otherWhy] = because === '' ? cut(others, /:\s+|;\s+/) : [others, '']
  const chosen = chosenText.replace(verbs, '').replace(passive, '').trim()
  const weighed = otherText
    .split(/,\s*(?:and |or )?|\s+(?:and|or)\s+/)
    .map((part) => part.trim().replace(/^(?:a|an|the)\s/i, ''))
  const compared = topic.split(/\s+(?:vs\.?|versus)\s+/i)
  if (compared.length > 1) weighed.push(...compared.map((option) => option.trim()))
  const why = [because, colonWhy, otherWhy].filter((part) => part !== '').join('; ')
  return decisionOf(
    { topic: isChoice ? '' : topic.trim(), chosen, others: weighed, why, consequence, text: line },
    names,
  )
}

const passive = /\s+(?:was|is|were|are|got) (?:chosen|picked|selected|used|preferred)$/i

export interface DecisionParts {
  readonly topic: string
  readonly chosen: string
  readonly others: readonly string[]
  readonly why: string
  readonly consequence: string
  /** As it was written; said again in its parts where it was no line. */
  readonly text?: string
}

export function decisionOf(parts: DecisionParts, names: NodeNames): Decision {
  const others = parts.others.filter((option) => option !== '' && option !== parts.chosen)
  const options = parts.chosen === '' ? others : [parts.chosen, ...others]
  const { topic, chosen, why, consequence } = parts
  const worded = { topic, chosen, options: others.length === 0 ? [] : options, why, consequence }
  const text = parts.text ?? decisionLine(worded)
  return { ...worded, nodeIds: names.namedIn([topic, chosen, text].join(' . ')), text }
}

/** The words before and behind what divides them; all is before where nothing does. */
function cut(text: string, at: RegExp): readonly [string, string] {
  const match = at.exec(text)
  if (match === null) return [text.trim(), '']
  return [text.slice(0, match.index).trim(), text.slice(match.index + match[0].length).trim()]
}
