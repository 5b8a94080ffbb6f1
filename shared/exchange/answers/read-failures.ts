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
  /\b(?:take[sn]? over|fail(?:s|ed)?[- ]?over|fall(?:s|ing)? ?back|fallback|retr(?:y|ies|ied)|replica\w*|standby|restart\w*|restor\w+|degrad\w+|serv(?:e|es|ed|ing) (?:from|stale)|queue[sd]?|buffer\w*|circuit|back-?off|redeliver\w*|reconnect\w*|backup|go(?:es)? on|carr(?:y|ies)|second(?:ary)? (?:one|cdn|region|provider)|autoscal\w*|promot\w+|redirect\w*|shed\w*|throttl\w*|replay\w*|rebuil[dt]\w*|dead[- ]letter|continues?|outbox|caught up|drain\w*)\b/i

interface Parts {
  effect: string
  detection: string
  mitigation: string
}

/** The failure that a line states; everything behind its first colon is effect until it says more. */
export function readFailure(written: string, names: NodeNames): Failure {
  const line = written.replace(/^(?:if|when|should|once)\s+([^,:]{3,80}),\s+/i, '$1: ')
  const [, what = line, rest = ''] =
    /^([^:]{1,100}?)\s*(?::|→|->|=>|\s[–—-])\s+(.*)$/.exec(line) ?? []
  const parts = partsOf(rest)
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

/** A heading with sentences and labelled lines below it. */
export function readFailureRecord(item: Item, names: NodeNames): Failure {
  const below = item.children.map(textOf).map((text) => text.replace(/[.;]$/, ''))
  return readFailure(`${item.text.replace(/[:.]$/, '')}: ${below.join('; ')}`, names)
}

/** A row such as "Kafka | messages queue up | lag alert | brokers in three zones". */
export function readFailureRow(item: Item, names: NodeNames): Failure {
  const what =
    cellOf(item, /^(?:component|failure|what|risk|fault|scenario|part|event|mode|case|if)\b/) ||
    (item.cells?.[0]?.text ?? '')
  const failure = /\b(?:failure(?: mode)?|scenario|mode|event)\b/
  const mode = item.cells?.find(({ head, text }) => failure.test(head) && text !== what)?.text ?? ''
  const worded = {
    what: mode === '' ? what : `${what}, ${mode}`,
    effect: cellOf(item, /effect|impact|happens|symptom|consequence|result/),
    detection: cellOf(item, /detect|alert|monitor|signal|noticed/),
    mitigation: cellOf(
      item,
      /mitigat|response|recover|handling|remedy|action|fallback|solution|plan/,
    ),
  }
  return { ...worded, nodeIds: names.namedIn(what), text: failureLine(worded) }
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
  if (i === 0 && count > 1) return 'effect'
  return i > 0 || cures.test(piece) ? 'mitigation' : 'effect'
}

function add(parts: Parts, key: keyof Parts, words: string): void {
  parts[key] = parts[key] === '' ? words : `${parts[key]}; ${words}`
}
