/** Units of time as labels abbreviate them, for use within a pattern; the longest first. */
export const durationWords =
  'milliseconds?|millis|ms|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mo|years?|yrs?|s|m|h|d|w|y\\b'

const pattern = /^(\d[\d.,]*)\s?([a-z]+)$/i
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:ms|milli\w*)$/i, 0.001],
  [/^s(?:ec\w*)?$/i, 1],
  [/^mo(?:nths?)?$/i, 2_592_000],
  [/^m(?:in\w*)?$/i, 60],
  [/^h(?:(?:ou)?rs?)?$/i, 3600],
  [/^d(?:ays?)?$/i, 86_400],
  [/^w(?:(?:ee)?ks?)?$/i, 604_800],
  [/^y(?:(?:ea)?rs?)?$/i, 31_536_000],
]

/** Seconds of "24h", "5 min", "1.5 days"; a month has 30 days. `undefined` for anything else. */
export function readDuration(text: string): number | undefined {
  const [, digits = '', unit = ''] = pattern.exec(text.trim()) ?? []
  const factor = units.find(([name]) => name.test(unit))?.[1]
  const number = Number(digits.replace(/,(?=\d{3})/g, ''))
  return factor === undefined || !Number.isFinite(number) ? undefined : number * factor
}
