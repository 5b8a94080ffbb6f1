/** Failures from "PostgreSQL goes down: writes stop; detected by health checks; standby takes over in 30 s". */
import type { Failure } from '#shared/design/answers.ts'
import { cellOf, textOf, type Item } from '../outline.ts'
import type { NodeNames } from './node-names.ts'
import { failureLine } from './write-lines.ts'

const labels: readonly (readonly [keyof Parts, RegExp])[] = [
  ['effect', /^(?:effects?|impact|symptoms?|consequences?|result)\s*(?::|–|—|\s-\s|\bis\b)\s*/i],
  [
    'detection',
    /^(?:detection|detect(?:ed)?(?: by| through| via| with)?|seen by|noticed by|alert(?:ed)?(?: by| on)?(?=:| when)|monitor(?:ed)?(?: by)?)\s*:?\s+/i,
  ],
  [
    'mitigation',
    /^(?:mitigation|mitigated by|fix|response|recovery|handling|solution|remedy|action|plan)\s*(?::|–|—|\s-\s|\bis\b)?\s+/i,
  ],
]

const cures =
  /\b(?:take[sn]? over|fail(?:s|ed)?[- ]?over|fall(?:s|ing)? ?back|fallback|retr(?:y|ies|ied)|replica\w*|standby|restart\w*|restor\w+|degrad\w+|serv(?:e|es|ed|ing) (?:from|stale)|queue[sd]?|buffer\w*|circuit|back-?off|redeliver\w*|reconnect\w*|backup|go(?:es)? on|carr(?:y|ies)|second(?:ary)? (?:one|cdn|region|provider)|autoscal\w*|promot\w+|redirect\w*|shed\w*|throttl\w*|replay\w*|rebuil[dt]\w*|dead[- ]letter|continues?|outbox|caught up|drain\w*|keeps? (?:a |the )?(?:local|own|old)|cached?|sync\w* later|again|another|elect\w*|quorum|wait\w*|repeat\w*|resen[dt]\w*|skip\w*|polls? every|scal(?:e[sd]?|ing)|remov\w+|replac\w+|switch\w*|spare|roll(?:s|ed)?[- ]?back|rollback|snapshot|deduplicat\w*|unique|supervis\w*|idempoten\w*|übernimmt|asume[ns]?|assumes?)\b/i
/** What people notice, and nothing that anybody does about it. */
const harms =
  /^(?:no(?:thing)?\b|errors?\b|none\b|(?:[\w' -]{1,40}\s)?(?:lost|stops?|unavailable|fails?|cannot|can't|errors?|empty|late|delayed|missing|away|refused|lags?)\b)[^,;]*$/i

interface Parts {
  effect: string
  detection: string
  mitigation: string
}

/** The failure that a line states; everything behind its first colon is effect until it says more. */
export function readFailure(written: string, names: NodeNames): Failure {
  const line = written
    .replace(/^[\s.…]+/, '')
    .replace(
      /^(?:if|when|should|once|wenn|falls|si|cuando)\s+([^,:]{3,80}),\s+(?:then\s+)?/i,
      '$1: ',
    )
    .replace(/^([^:?]{3,90})\?\s+/, '$1: ')
  const [, what = line, rest = ''] =
    /^([^:]{1,100}?)\s*(?::|→|->|=>|\s[–—-])\s+(.*)$/.exec(line) ?? told(line) ?? []
  const parts = rest === '' && cures.test(line) ? { ...nothing, mitigation: line } : partsOf(rest)
  const { effect, detection, mitigation } = parts
  return {
    what: what.trim(),
    effect,
    detection,
    mitigation,
    nodeIds: names.namedIn(what),
    text: written,
  }
}

const nothing: Parts = { effect: '', detection: '', mitigation: '' }

/** "A crashed worker is restarted", "An outage of Vault only matters at start-up". */
function told(line: string): RegExpExecArray | null {
  return /^(?:an?\s|the\s)?((?:broken|crashed|lost|dead|failed|failing|stuck|slow)\s[\w -]{2,40}?|(?:outage|loss|failure|crash)\s(?:of|in)\s[\w -]{2,40}?)\s+((?:is|are|only|does|means|leads|costs|will|can|would)\b.*)$/i.exec(
    line,
  )
}

/** A heading with sentences and labelled lines below it. */
export function readFailureRecord(item: Item, names: NodeNames): Failure {
  const below = item.children.map(textOf).map((text) => text.replace(/[.;]$/, ''))
  return readFailure(`${item.text.replace(/[:.]$/, '')}: ${below.join('; ')}`, names)
}

/** A row such as "Kafka | messages queue up | lag alert | brokers in three zones". */
export function readFailureRow(item: Item, names: NodeNames): Failure {
  const part = /^(?:component|element|item|part|asset|system|dependency|service|store|loss)\b/
  const mode =
    /\b(?:failures?(?: mode)?|scenario|mode|event|risk|fault|what|case|if|incident|loss|problem)\b/
  const cells = item.cells ?? []
  const named =
    cells.find(({ head }) => part.test(head)) ?? cells.find(({ head }) => mode.test(head))
  const what = named?.text ?? cells[0]?.text ?? ''
  const own = cells.find(
    (cell) => cell !== named && mode.test(cell.head) && !effects.test(cell.head),
  )
  const worded = {
    what: own === undefined || own.text === '' ? what : `${what}, ${own.text}`,
    effect: cellOf(item, effects),
    detection: cellOf(item, /detect|alert|monitor|signal|notice|found|alarm/),
    mitigation: cellOf(item, remedies) || lastUnnamed(item),
  }
  return { ...worded, nodeIds: names.namedIn(what), text: failureLine(worded) }
}

const effects = /effect|impact|happens|symptom|consequence|result|\bsees?n?\b|auswirkung|efecto/
const remedies =
  /mitigat|response|recover|handling|remedy|action|fallback|solution|plan|measure|mended|answer|repair|reaction|what we do|maßnahme|medida/

/** The last column, where its heading says nothing that is known. */
function lastUnnamed({ cells = [] }: Item): string {
  const last = cells.at(-1)
  const isOther =
    last === undefined ||
    cells.length < 3 ||
    /detect|alert|notice|found|owner|status|prob|likel/.test(last.head)
  return isOther || effects.test(last.head) ? '' : last.text
}

function partsOf(rest: string): Parts {
  const parts: Parts = { effect: '', detection: '', mitigation: '' }
  const pieces = rest
    .replace(/\.$/, '')
    .split(/;\s+|\.\s+(?=[A-Z])|,\s+(?=(?:detect|mitigat)\w*\b)/)
    .map((piece) => piece.trim())
  for (const [i, piece] of pieces.entries()) {
    if (piece === '') continue
    const label = labels.find(([, pattern]) => pattern.test(piece))
    const words = label === undefined ? piece : piece.replace(label[1], '')
    add(parts, label?.[0] ?? placeOf(piece, i, pieces.length), words)
  }
  return parts
}

function placeOf(piece: string, i: number, count: number): keyof Parts {
  if (
    /\b(?:alert(?:s|ed|ing)?|health[- ]?checks?|heartbeats?|alarms?|paged?)\b/i.test(piece) &&
    !cures.test(piece)
  )
    return 'detection'
  if (i === 0 && count > 1)
    return /\b(?:removes?|restarts?|takes? over|fails? over|elects?|promot\w+)\b/i.test(piece)
      ? 'mitigation'
      : 'effect'
  return i > 0 || cures.test(piece) || !harms.test(piece) ? 'mitigation' : 'effect'
}

function add(parts: Parts, key: keyof Parts, words: string): void {
  parts[key] = parts[key] === '' ? words : `${parts[key]}; ${words}`
}
