/** A number as people type it behind a unit: "2 s" into a field of milliseconds, "3 TB" into one of GB. */
import { readNumber } from './read-number.ts'

const seconds = {
  ms: 0.001,
  s: 1,
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  h: 3600,
  hour: 3600,
  d: 86_400,
  day: 86_400,
}
const gigabytes = { kb: 1e-6, mb: 1e-3, gb: 1, tb: 1e3, pb: 1e6 }
const families: readonly Readonly<Record<string, number>>[] = [seconds, gigabytes]

/** In the unit of the field; `undefined` for what is no number, or of another unit. */
export function readMeasure(text: string, unit: string): number | undefined {
  const plain = readNumber(text)
  if (plain !== undefined) return plain
  const [, digits = '', written = ''] = /^(.*\d)\s*([^\d\s].*)$/.exec(text.trim()) ?? []
  const value = readNumber(digits)
  const factor = unit === '' ? undefined : factorOf(written.toLowerCase(), unit.toLowerCase())
  return value === undefined || factor === undefined ? undefined : rounded(value * factor)
}

function factorOf(written: string, own: string): number | undefined {
  if (written === own) return 1
  // "days", but not "ms".
  const single = written.length > 2 ? written.replace(/s$/, '') : written
  return families.flatMap((family) => {
    const [from, to] = [family[single], family[own]]
    return from === undefined || to === undefined ? [] : [from / to]
  })[0]
}

/** Without the dust of a binary fraction: 1.1 s is 1,100 ms. */
function rounded(value: number): number {
  return Number(value.toPrecision(12))
}
