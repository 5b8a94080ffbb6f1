/** Decisions that are more than a line: records under a heading with labelled parts, rows and matrices. */
import type { Decision } from '#shared/design/answers.ts'
import { cellOf, textOf, type Item } from '../outline.ts'
import type { NodeNames } from './node-names.ts'
import { cutPrice } from './decision-words.ts'
import { decisionOf, readDecision } from './read-decisions.ts'

type Part = 'status' | 'context' | 'chosen' | 'options' | 'why' | 'consequence'

const labels: readonly (readonly [Part, RegExp])[] = [
  ['status', /^(?:status|date|deciders?|authors?|state)$/],
  [
    'context',
    /^(?:context(?: and problem(?: statement)?)?|problem(?: statement)?|background|issue|question|kontext)$/,
  ],
  [
    'chosen',
    /^(?:decision|chosen(?: option)?|choice|selected|outcome|decision outcome|we (?:chose|choose|took|take)|solution|entscheidung|decisión|picked|choice and reason)$/,
  ],
  [
    'options',
    /^(?:options?|alternatives?|(?:options|alternatives) considered|considered(?: options| alternatives)?|rejected|over|instead of|not|vs|versus|alternativen|optionen|alternativas|candidates|compared|pros and cons of the options)$/,
  ],
  [
    'why',
    /^(?:why|rationale|reasons?|because|justification|pros?|advantages?|drivers?|decision drivers|positive|good|begründung|vorteile?|razón|motivation|benefits?)$/,
  ],
  [
    'consequence',
    /^(?:consequences?|cons?|downsides?|trade-?offs?|costs?|(?:the )?price|drawbacks?|implications?|negative|bad|in contra|risks?|disadvantages?|nachteile?|konsequenzen|desventajas?|consecuencias)$/,
  ],
]

type Parts = Map<Part | 'rest', string[]>

/** The decision under a heading; the options weighed under "Alternatives considered" have no choice. */
export function readRecord(item: Item, names: NodeNames): Decision {
  const parts: Parts = new Map()
  for (const child of item.children) gather(child, parts)
  const topic = item.text
    .replace(
      /^(?:adr|decision|option|alternative|variant)s?\b[-\s]*(?:\d+|[A-Z]\b)?\s*[:.)–—-]*\s*/i,
      '',
    )
    .replace(/:$/, '')
  const said = (part: Part | 'rest') => (parts.get(part) ?? []).join('; ')
  const own = ownOf(topic, said('chosen'), said('rest'), names)
  const isWeighed = said('chosen') === '' && /^(?:option|alternative|variant)\b/i.test(item.text)
  const prices = [own.consequence, said('consequence')].filter((part) => part !== '')
  const reasons = [own.why, said('why'), said('context')]
  if (own.usesRest !== true) reasons.push(said('rest'))
  return decisionOf(
    {
      topic: isWeighed ? '' : topic,
      chosen: isWeighed ? '' : own.chosen,
      others: [
        ...own.options.slice(1),
        ...optionsIn(said('options')),
        ...(own.options.length > 1 ? [] : candidatesIn(`${said('context')}. ${said('rest')}`)),
        ...(isWeighed ? [topic] : []),
      ].filter((option) => option.toLowerCase() !== own.chosen.toLowerCase()),
      why: reasons
        .map((part) => part.replace(/\.$/, ''))
        .filter((part) => part !== '')
        .join('; '),
      consequence: [...new Set(prices)].join('; ').replace(/\.$/, ''),
    },
    names,
  )
}

type Own = Decision & { readonly usesRest?: boolean }

/** What the choice itself says; sentences below a heading complete what the heading leaves open. */
function ownOf(topic: string, chosen: string, rest: string, names: NodeNames): Own {
  const said = chosen.replace(/^chosen(?: option)?:\s*/i, '').replaceAll(/["“”]/g, '')
  if (said !== '') return readDecision(said, names)
  const heading = readDecision(topic.replace(/\s+and not\s+/i, ' over '), names)
  if (rest === '') return heading
  const isGoingOn = /^(?:was |is )?(?:chosen|preferred|picked|selected|taken)\b/i.test(rest)
  const line = isGoingOn ? `${topic} ${rest.charAt(0).toLowerCase()}${rest.slice(1)}` : rest
  const own = readDecision(line, names)
  if (own.options.length > 1 && heading.options.length < 2) return { ...own, usesRest: true }
  const [reason, price] = cutPrice(`${topic}. ${rest}`)
  const why = reason.slice(topic.length).replace(/^[.;\s]+/, '')
  return {
    ...heading,
    why: heading.why || why,
    consequence: heading.consequence || price,
    usesRest: true,
  }
}

/** "Candidates were DynamoDB and Aurora", "ECS and EKS were compared", "PostgreSQL would need a second machine". */
function candidatesIn(text: string): readonly string[] {
  const listed =
    /\b(?:candidates (?:were|are|was)|compared|considered|looked at|options (?:were|are)|choice between|alternatives?(?: was| were| is|:)?)\s+([^.;]{3,80})/i.exec(
      text,
    )?.[1] ??
    /(?:^|[.;]\s)([^.;]{3,60}?)\s+(?:were|was) (?:compared|considered|weighed|evaluated|rejected)\b/i.exec(
      text,
    )?.[1]
  const would = /(?:^|[.;]\s)((?:[A-Z][\w.+#-]*\s?){1,3})\s?would\b/.exec(text)?.[1]
  return [
    ...(listed === undefined ? [] : optionsIn(listed.split(/,\s+(?:which|but)\b/)[0] ?? '')),
    ...(would === undefined ? [] : [would.trim()]),
  ]
}

const inlineLabel =
  /(?:(?<=[.;])\s+|^)(?=(?:Options?|Alternatives?|Considered(?: options)?|Rejected|Chosen|Decision|Choice|Why|Reasons?|Rationale|Because|Consequences?|Price|Costs?|Downsides?|Drawbacks?|Trade-?offs?|Pros?|Cons?|Context|Status|Bad|Good|Positive|Negative)\s*[:,]\s)/

function gather(item: Item, parts: Parts): void {
  const pieces = item.children.length > 0 ? [item.text] : item.text.split(inlineLabel)
  if (pieces.length > 1) {
    for (const text of pieces) if (text.trim() !== '') gather({ ...item, text: text.trim() }, parts)
    return
  }
  const versus = /^(?:vs\.?|versus|instead of|rather than|over|not|rejected)\s+(?=\S)(.+)$/i.exec(
    item.text,
  )?.[1]
  if (versus !== undefined) return add(parts, 'options', [versus])
  const found = partOf(item.text)
  const words = found === undefined ? [textOf(item)] : [found.rest, ...belowOf(item, parts)]
  const isPrice =
    found === undefined && /^(?:we (?:accept|lose|pay|give up)|bad,|negative)/i.test(item.text)
  add(parts, found?.part ?? (isPrice ? 'consequence' : 'rest'), words)
}

/** Parts that are labelled themselves, "Negative: one writer" below "Consequences", go where they belong. */
function belowOf({ children }: Item, parts: Parts): readonly string[] {
  return children.flatMap((child) => {
    const own = partOf(child.text)
    if (own === undefined || own.part === 'chosen') return [textOf(child)]
    gather(child, parts)
    return []
  })
}

function partOf(text: string): { readonly part: Part; readonly rest: string } | undefined {
  // Of headings in each other the last one counts: "Decision Outcome: Consequences:".
  const nested = /^[\p{L} -]{3,30}:\s*(?=[\p{L} -]{3,30}:$)/u
  const [, label = '', rest = ''] =
    /^([\p{L} -]{2,34}?)\s*(?::|,(?=\s+because\b))\s*(.*)$/u.exec(text.replace(nested, '')) ?? []
  const part = labels.find(([, pattern]) => pattern.test(label.toLowerCase()))?.[0]
  return part === undefined ? undefined : { part, rest: rest.replace(/^because\s+/i, '') }
}

function add(parts: Parts, key: Part | 'rest', words: readonly string[]): void {
  parts.set(key, [...(parts.get(key) ?? []), ...words.filter((word) => word !== '')])
}

/** Options under headings of their own, of which one is marked as chosen. */
export function readOptionRecords(
  items: readonly Item[],
  topic: string,
  names: NodeNames,
): Decision {
  const nameOf = ({ text }: Item) => unmarked(text.replace(optionHead, ''))
  const winner = items.find(({ text }) => mark.test(text))
  const parts: Parts = new Map()
  for (const child of winner?.children ?? []) gather(child, parts)
  const said = (part: Part | 'rest') => (parts.get(part) ?? []).join('; ')
  return decisionOf(
    {
      topic,
      chosen: winner === undefined ? '' : nameOf(winner),
      others: items.filter((item) => item !== winner).map(nameOf),
      why: said('why') || said('rest'),
      consequence: said('consequence'),
    },
    names,
  )
}

const optionHead = /^(?:option|alternative|variant)\b\s*(?:\d+|[A-Z])?\s*[:.)–—-]*\s*/i

/** Whether an entry is one of several options under headings of their own. */
export function isOptionRecord({ form, text }: Item): boolean {
  return form === 'titled' && /^(?:option|alternative|variant)\s*(?:\d+|[A-Z])\b/i.test(text)
}

function optionsIn(text: string): readonly string[] {
  return text
    .split(/;\s+|,\s*(?:and |or )?|\s+(?:and|or|und|oder|vs\.?)\s+|\s+\/\s+/)
    .map((part) => (part.split(/:\s|\s[–—-]\s|\s\(/)[0] ?? '').replace(/\.$/, '').trim())
    .filter((part) => part !== '' && part.split(' ').length <= 7)
}

/** A row such as "Order store | Aurora, DynamoDB | Aurora | transactions | one writer". */
export function readDecisionRow(item: Item, names: NodeNames): Decision {
  const at = (pattern: RegExp) => cellOf(item, pattern).replaceAll('`', '')
  const stated = at(
    /^(?:chosen|choice|selected|pick(?:ed)?|we (?:use|chose|took|take|picked)|outcome|technology|result)\b/,
  )
  const made = at(/^decision\b/)
  const named = at(/^(?:topic|area|concern|question|what|component|aspect|#?id|problem)\b/)
  const chosen = stated || made
  const topic = named || (stated === '' ? '' : made)
  const why = at(
    /^(?:why|rationale|reasons?|justification|because|since|pros?|argument|motivation)\b/,
  )
  const own = readChosenCell(chosen, names)
  return decisionOf(
    {
      topic: topic || own.topic,
      chosen: own.chosen,
      others: [
        ...own.options.slice(1),
        ...optionsIn(
          at(
            /^(?:(?:other )?options?|alternatives?|considered|rejected|over|instead(?: of)?|rather than|against|not|others?|dropped|left(?: out)?|discarded)\b|\bnot tak\w+/,
          ),
        ).filter((option) => option.toLowerCase() !== own.chosen.toLowerCase()),
      ],
      why: own.why || why,
      consequence:
        own.consequence ||
        at(
          /^(?:consequences?|trade-?offs?|cons?|downsides?|drawbacks?|costs?|risks?|implications?|we pay)\b|\bprice\b|\bexpense\b/,
        ),
    },
    names,
  )
}

/** "MongoDB: a page is one document" gives the choice, and the reason behind the colon. */
function readChosenCell(text: string, names: NodeNames): Decision {
  const own = readDecision(text, names)
  const [, chosen, why] = /^([^:,]{1,40}):\s+(.+)$/.exec(text) ?? []
  if (chosen === undefined || why === undefined || own.options.length > 1) return own
  return { ...own, topic: '', chosen, options: [], why: own.why || why }
}

/** A matrix has a row for each option; one that says so in a cell was chosen. */
export function readMatrix(rows: readonly Item[], names: NodeNames): Decision | undefined {
  const [first] = rows
  if (first === undefined || !isMatrix(first)) return undefined
  const options = rows.map(optionOf).filter((option) => option !== '')
  const winner = rows.find(({ cells = [] }) => cells.some(({ text }) => mark.test(text)))
  const criteria = winner?.cells?.slice(1) ?? []
  const why = criteria.map(({ head, text }) => `${head} ${unmarked(text)}`).join('; ')
  const chosen = winner === undefined ? '' : optionOf(winner)
  return decisionOf({ topic: '', chosen, others: options, why, consequence: '' }, names)
}

const mark = /\b(?:chosen|selected|winner|we pick|picked|our choice)\b|✅|⭐|🏆/i

function isMatrix(row: Item): boolean {
  const head = row.cells?.[0]?.head ?? ''
  const isOfOptions = /^(?:options?|alternatives?|candidates?|technology|store|database)\b/.test(
    head,
  )
  return isOfOptions && cellOf(row, /^(?:chosen|why|rationale|reasons?)$/) === ''
}

function optionOf({ cells }: Item): string {
  return unmarked(cells?.[0]?.text ?? '')
}

function unmarked(text: string): string {
  return text.replace(/\s*\(?(?:chosen|selected)\)?|✅|⭐|🏆/giu, '').trim()
}
