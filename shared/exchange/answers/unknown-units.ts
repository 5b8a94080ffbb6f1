/** Numbers whose unit nobody knows, where the words before them promise a time or an amount of data. */
import type { Problem } from '../problem.ts'
import type { Group } from './gather-sections.ts'
import { quantitiesIn } from './quantity.ts'
import { linesOf, type Line } from './fact-lines.ts'

interface Expectation {
  readonly words: RegExp
  /** What looks like a unit of the kind that was promised, and is none. */
  readonly unit: RegExp
  readonly expected: string
}

const promised: readonly Expectation[] = [
  {
    words: /^(?:storage|data size|disk|bandwidth|memory|size|cache size|total size)\b[^:]{0,30}:/i,
    unit: /^(?:[a-z]{1,2}i?b|[a-z]{2,8}bytes?|[a-z]{1,8}bits?)$/i,
    expected: 'B, KB, MB, GB, TB or PB, a year or a day where it grows',
  },
  {
    words: /^(?:(?:p\d\d )?latency|rto|rpo|retention|response time|timeout|ttl)\b[^:]{0,30}:/i,
    unit: /^(?!percentile|users?|requests?|nines?)[a-z]{1,12}$/i,
    expected: 'ms, s, min, h, days or years',
  },
]

/** One note for each such number; what stands there is read as a plain count. */
export function unknownUnits(groups: readonly Group[]): readonly Problem[] {
  return linesOf(groups).flatMap((line) => [
    ...unitOf(line),
    ...belowZero(line),
    ...aboveTheWhole(line),
  ])
}

/** "Reads: -5/s" */
function belowZero({ text, section, line, column }: Line): readonly Problem[] {
  if (section !== 'estimates' || !/^[^:]{1,40}:\s+[-−]\d/.test(text)) return []
  const message = 'A number below zero means nothing here; it was read without its sign.'
  return [{ severity: 'note', line, column, message }]
}

/** "Reads: 130 % of requests" */
function aboveTheWhole({ text, line, column }: Line): readonly Problem[] {
  const share =
    /^(?:(?:share of )?(?:reads?|writes?)(?: ratio| share)?|(?:cache )?hit (?:rate|ratio)|cache hits|availability|uptime|error rate)\s*[:=]\s*[~≈]?\s*(\d+(?:\.\d+)?)\s*%/i
  const value = Number(share.exec(text)?.[1] ?? 0)
  if (value <= 100) return []
  const message = `A share of ${value} % is more than the whole. Write 0 to 100 %, or the number itself.`
  return [{ severity: 'note', line, column, message }]
}

function unitOf({ text, line, column }: Line): readonly Problem[] {
  const promise = text.length > 200 ? undefined : promised.find(({ words }) => words.test(text))
  if (promise === undefined) return []
  const quantities = quantitiesIn(text)
  const [only] = quantities
  if (only === undefined || quantities.length > 1 || only.dimension !== 'count') return []
  if (!promise.unit.test(only.noun)) return []
  const message = `"${only.noun}" is not a unit that is known here: expected ${promise.expected}.`
  return [{ severity: 'note', line, column, message }]
}
