/** Lengths of time in a text: "30 s", "5 minutes", "an hour", "500 ms". */

const pattern =
  /\b(?:(\d+(?:\.\d+)?)[\s-]*|(half an|an?|one|two|five|ten)\s+)(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?)\b/gi
const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  five: 5,
  ten: 10,
  'half an': 0.5,
}
const units: readonly (readonly [RegExp, number])[] = [
  [/^m(?:s|illi)/i, 1 / 60_000],
  [/^s/i, 1 / 60],
  [/^m/i, 1],
  [/^h/i, 60],
  [/^d/i, 1440],
  [/^w/i, 10_080],
]

/** In minutes, in the order of the text; none gives an empty list. */
export function minutesIn(text: string): readonly number[] {
  return [...text.matchAll(pattern)].flatMap(([, digits, word = '', unit = '']) => {
    const number = digits === undefined ? numbers[word.toLowerCase()] : Number(digits)
    const factor = units.find(([form]) => form.test(unit))?.[1]
    return factor === undefined || number === undefined ? [] : [number * factor]
  })
}

const rhythms: readonly (readonly [RegExp, number])[] = [
  [/\bweekly|every week|once a week|per week\b/i, 10_080],
  [/\b(?:nightly|daily|every (?:night|day)|once a day|each (?:night|day)|per day|24 ?h)\b/i, 1440],
  [/\b(?:hourly|every hour|each hour|once an hour|per hour)\b/i, 60],
]
const every = /\b(?:every|each|interval(?: of)?)\s+([^,;.]*)/i

/** How often something is said to happen, in minutes between two times; `undefined` when it is not said. */
export function rhythmIn(text: string): number | undefined {
  const [stated] = minutesIn(every.exec(text)?.[1] ?? '')
  return stated ?? rhythms.find(([words]) => words.test(text))?.[1]
}
