/** Decisions that are more than a line: records under a heading with labelled parts, rows and matrices. */
import type { Decision } from '#shared/design/answers.ts'
import { cellOf, textOf, type Item } from '../outline.ts'
import type { NodeNames } from './node-names.ts'
import { decisionOf, readDecision } from './read-decisions.ts'

type Part = 'status' | 'context' | 'chosen' | 'options' | 'why' | 'consequence'

const labels: readonly (readonly [Part, RegExp])[] = [
  ['status', /^(?:status|date|deciders?|authors?)$/],
  ['context', /^(?:context|problem|background|issue|question)$/],
  [
    'chosen',
    /^(?:decision|chosen|choice|selected|outcome|decision outcome|we (?:chose|choose)|solution)$/,
  ],
  [
    'options',
    /^(?:options?|alternatives?|(?:options|alternatives) considered|considered options|rejected|over|instead of)$/,
  ],
  [
    'why',
    /^(?:why|rationale|reasons?|because|justification|pros?|advantages?|drivers?|decision drivers)$/,
  ],
  [
    'consequence',
    /^(?:consequences?|cons?|downsides?|trade-?offs?|costs?|price|drawbacks?|implications?|negative)$/,
  ],
]

/** The decision under a heading; the options weighed under "Alternatives considered" have no choice. */
export function readRecord(item: Item, names: NodeNames): Decision {
  const parts = new Map<Part | 'rest', string[]>()
  for (const child of item.children) gather(child, parts)
  const topic = item.text
    .replace(/^(?:adr|decision|option|alternative)[-\s]*\d*\s*[:.)–—-]*\s*/i, '')
    .replace(/:$/, '')
  const said = (part: Part | 'rest') => (parts.get(part) ?? []).join('; ')
  const own = readDecision(said('chosen') || topic, names)
  const isWeighed = said('chosen') === '' && /^(?:option|alternative)\b/i.test(item.text)
  return decisionOf(
    {
      topic: isWeighed ? '' : topic,
      chosen: isWeighed ? '' : own.chosen,
      others: [
        ...own.options.slice(1),
        ...optionsIn(said('options')),
        ...(isWeighed ? [topic] : []),
      ],
      why: [own.why, said('why'), said('context'), said('rest')]
        .map((part) => part.replace(/\.$/, ''))
        .filter((part) => part !== '')
        .join('; '),
      consequence: own.consequence || said('consequence').replace(/\.$/, ''),
    },
    names,
  )
}

function gather(item: Item, parts: Map<Part | 'rest', string[]>): void {
  const [, label = '', rest = ''] = /^([\p{L} -]{3,24}?)\s*:\s*(.*)$/u.exec(item.text) ?? []
  const part = labels.find(([, pattern]) => pattern.test(label.toLowerCase()))?.[0]
  const words = part === undefined ? [textOf(item)] : [rest, ...item.children.map(textOf)]
  const key = part ?? 'rest'
  parts.set(key, [...(parts.get(key) ?? []), ...words.filter((word) => word !== '')])
}

function optionsIn(text: string): readonly string[] {
  return text
    .split(/;\s+|,\s*(?:and |or )?|\s+(?:and|or)\s+/)
    .map((part) => (part.split(/:\s|\s[–—-]\s|\s\(/)[0] ?? '').replace(/\.$/, '').trim())
    .filter((part) => part !== '' && part.split(' ').length <= 6)
}

/** A row such as "Order store | Aurora, DynamoDB | Aurora | transactions | one writer". */
export function readDecisionRow(item: Item, names: NodeNames): Decision {
  const at = (pattern: RegExp) => cellOf(item, pattern).replaceAll('`', '')
  const stated = at(/^(?:chosen|choice|selected|pick(?:ed)?|we (?:use|chose)|outcome|technology)\b/)
  const made = at(/^decision\b/)
  const named = at(/^(?:topic|area|concern|question|what|component|aspect|#?id|problem)\b/)
  const chosen = stated || made
  const topic = named || (stated === '' ? '' : made)
  const why = at(/^(?:why|rationale|reasons?|justification|because|pros?)\b/)
  const own = readDecision(chosen, names)
  return decisionOf(
    {
      topic: topic || own.topic,
      chosen: own.chosen,
      others: [
        ...own.options.slice(1),
        ...optionsIn(at(/^(?:options?|alternatives?|considered|rejected|over)\b/)),
      ],
      why: own.why || why,
      consequence:
        own.consequence || at(/^(?:consequences?|trade-?offs?|cons?|downsides?|cost|price)\b/),
    },
    names,
  )
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
