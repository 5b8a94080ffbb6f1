/** Numbers as people write them in a document: `5M`, `4,600`, `1.2k rps`, `99.95%`, `~3 million`. */
const factors: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  g: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12,
}

const groups = /(\d)[\s,_'](?=\d{3}(?!\d))/g
const pattern = /^[~≈<>=≤≥]*\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*([a-z]*)/i

const ratio =
  /^[~≈]?\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(?:(?::|\/|to|x|×|-)\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?))?(?:\s|$|x)/i

/**
 * The plain number at the start of a value, its unit of rate left aside. A comma, a space, an underscore
 * or an apostrophe groups thousands; a point is decimal. `undefined` when there is none or it is negative.
 */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : undefined
  if (typeof value !== 'string') return undefined
  const match = pattern.exec(ungroup(value.trim()))
  if (match === null) return inWords(value)
  const [, digits = '', word = ''] = match
  const factor = Object.hasOwn(factors, word.toLowerCase()) ? factors[word.toLowerCase()] : 1
  const result = Number(digits) * (factor ?? 1)
  return Number.isFinite(result) ? result : undefined
}

/** "two", "ten": whole numbers that are usually written out. */
function inWords(text: string): number | undefined {
  const names = [
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
  ]
  const place = names.indexOf(text.trim().toLowerCase().split(' ', 1)[0] ?? '')
  return place === -1 ? undefined : place
}

/** A share in percent, 0 to 100: `99.95%`, `99.95` and `0.9995` are the same; `undefined` otherwise. */
export function readPercent(value: unknown): number | undefined {
  if (typeof value === 'string' && /\bnines\b/i.test(value)) {
    const count = readNumber(value)
    return count === undefined ? undefined : Number((100 - 10 ** (2 - count)).toPrecision(12))
  }
  const number = readNumber(value)
  if (number === undefined || number > 100) return undefined
  const isShare = number <= 1 && !(typeof value === 'string' && value.includes('%'))
  return isShare ? Number((number * 100).toPrecision(12)) : number
}

/** Reads for each write: 3 for "3:1", "3/1", "3 to 1" and "3"; `undefined` for other texts. */
export function readRatio(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value > 0 ? value : undefined
  if (typeof value !== 'string') return undefined
  const [, reads = '', writes = '1'] = ratio.exec(ungroup(value.trim())) ?? []
  const result = Number(reads) / Number(writes)
  return reads !== '' && Number.isFinite(result) && result > 0 ? result : undefined
}

function ungroup(text: string): string {
  const once = text.replace(groups, '$1')
  return once === text ? text : ungroup(once)
}
