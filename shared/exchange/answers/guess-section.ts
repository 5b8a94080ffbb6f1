/** What a table, a list or a block of code is by itself, where no heading says it. */
import type { SectionId } from '#shared/design/answers.ts'
import type { Item } from '../outline.ts'
import { quantitiesIn } from './quantity.ts'

const call = /^`?(?:GET|POST|PUT|PATCH|DELETE)\s+`?\/\S/

/** `undefined` for words that could be anything. */
export function guessSection(item: Item, beside: readonly Item[]): SectionId | undefined {
  if (item.form === 'row') return sectionOfRow(item, beside)
  if (item.form === 'code') return sectionOfCode(item.text)
  if (call.test(item.text)) return 'api'
  if (isChoices(item, beside)) return 'decisions'
  const tables = item.text.match(/\b[a-z_]\w*\s?`?\s?\([a-z_]\w*(?:,\s*[a-z_]\w*)+\)/g) ?? []
  return tables.length > 1 ? 'data-model' : undefined
}

/** Entries of a list that mostly set one thing against another and give its reason or its price. */
function isChoices({ form }: Item, beside: readonly Item[]): boolean {
  if (form !== 'bullet' && form !== 'numbered') return false
  const list = beside.filter((one) => one.form === form)
  const chosen = list.filter(({ text }) => choice.test(text))
  return chosen.length >= 2 && chosen.length >= list.length / 2
}

const choice =
  /^(?:[^.;]{1,40}: )?[^.;:]{2,60}\s(?:over|instead of|rather than|and not|not|versus|vs\.?)\s[^.;:]{2,60}(?:[:;,.]\s|\s(?:because|since|so that|as)\s)/i

function sectionOfCode(code: string): SectionId | undefined {
  if (/\bcreate\s+table\b|^\s*model\s+\w+\s*\{|\bTable\s+\w+\s*\{/im.test(code)) return 'data-model'
  if (
    /^\s*(?:GET|POST|PUT|PATCH|DELETE)\s+\/\S/m.test(code) ||
    /^\s*rpc\s+\w+\s*\(|^\s*\$?\s*curl\s.*https?:/m.test(code)
  ) {
    return 'api'
  }
  const goals = code.split('\n').filter((line) => goalName.test(line) && /\d/.test(line))
  return goals.length >= 2 ? 'non-functional-requirements' : undefined
}

const kinds: readonly (readonly [SectionId, readonly RegExp[]])[] = [
  [
    'failures',
    [
      /\b(?:failures?|faults?|risks?|failure modes?|loss|lost|gone|down|dead|dies|broken|breaks?|fails?|failing|if|when|event|outage|what|part|component|item|scenario|incident)\b/,
      /\b(?:effects?|impact|consequences?|seen|symptoms?|happens|sees?|feels?|experience|detect\w*|found|notices?d?|alarms?|signals?)\b/,
      /\b(?:mitigat\w*|recover\w*|responses?|measures?|counter\w*|actions?|mended|answer|remedy|handling|fallback|way out|cure|fix|repair\w*|then|we do|what we do|plan|return|reaction|how it ends|back)\b/,
    ],
  ],
  [
    'decisions',
    [
      /\b(?:decisions?|questions?|choices?|chosen|chose|picked|took|taken|topic|concern|area|for|we use|use)\b/,
      /\b(?:options?|alternatives?|rejected|considered|over|instead(?: of)?|rather than|against|not|dropped|other)\b/,
      /\b(?:why|reasons?|rationale|because|since|prices?|consequences?|trade-?offs?|cons?|costs?|downsides?|for it|we pay)\b/,
    ],
  ],
  ['api', [/^(?:method|verb|http method|http)$/, /\b(?:path|route|endpoint|uri|url)\b/]],
  [
    'data-model',
    [
      /^(?:entity|table|collection|record|document|object)s?$/,
      /\b(?:store|stored|keys?|pk|primary|fields|columns|kept|database)\b/,
    ],
  ],
  [
    'functional-requirements',
    [
      /\b(?:requirements?|user stor(?:y|ies)|use cases?|as an?|goals?)\b/,
      /\b(?:priority|moscow|id|no|prio|scope)\b|^#$/,
    ],
  ],
]

const aboutCalls =
  /^(?:does|what(?: it does)?|description|purpose|returns?|answers?|response|auth|notes?|remarks?|meaning|who|by)\b/

/** A row of calls with what they do, whatever stands above; calls with their load are estimates. */
export function isCallRow({ form, cells = [] }: Item): boolean {
  return (
    form === 'row' &&
    cells.some(({ text }) => call.test(text)) &&
    cells.some(({ head }) => aboutCalls.test(head))
  )
}

function sectionOfRow(row: Item, beside: readonly Item[]): SectionId | undefined {
  const heads = (row.cells ?? []).map(({ head }) => head)
  const found = kinds.find(([, wanted]) =>
    wanted.every((pattern) => heads.some((head) => pattern.test(head))),
  )
  if (found !== undefined) return found[0]
  const isOfCalls = row.cells?.some(({ text }) => call.test(text)) ?? false
  if (isOfCalls) return 'api'
  return isFactTable(row, beside) ? 'non-functional-requirements' : undefined
}

const goalName =
  /^\s*\W*(?:(?:peak|average|avg|mean|max)\b|(?:monthly )?(?:availab\w*|uptime|latency|response times?|rto|rpo|recovery|regions?|team|engineers|budget|compliance|regulations?|reads?|writes?|requests?|dau|daily|users?|throughput|traffic|load|qps|rps|retention|p\d\d|slo|rules))\b/i

/** A table of facts: few columns, and most rows name a figure that judges look for. */
function isFactTable(row: Item, beside: readonly Item[]): boolean {
  const heads = (row.cells ?? []).map(({ head }) => head).join('|')
  const rows = beside.filter(
    (one) => one.form === 'row' && (one.cells ?? []).map(({ head }) => head).join('|') === heads,
  )
  if ((row.cells?.length ?? 0) > 4) return false
  const named = rows.filter(
    ({ cells = [] }) =>
      goalName.test(cells[0]?.text ?? '') &&
      (quantitiesIn(
        cells
          .slice(1)
          .map(({ text }) => text)
          .join(' '),
      ).length > 0 ||
        /\b(?:gdpr|hipaa|pci|ccpa|none|nines)\b/i.test(
          cells
            .slice(1)
            .map(({ text }) => text)
            .join(' '),
        )),
  )
  return named.length >= 2 && named.length >= rows.length / 2
}
