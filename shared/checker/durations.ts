/** Lengths of time in a text: "30 s", "5 minutes", "an hour", "500 ms". */

const pattern =
  /\b(?:(\d+(?:\.\d+)?)[\s-]*|(half an|(?:a |one )?quarter of an|three quarters of an|an?|one|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty|forty|sixty|ninety)[\s-]+)(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?)\b/gi
const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  sixty: 60,
  ninety: 90,
  'half an': 0.5,
  'quarter of an': 0.25,
  'a quarter of an': 0.25,
  'one quarter of an': 0.25,
  'three quarters of an': 0.75,
}
/** A word for a number, as far as this file knows it: "four" is 4; `undefined` for any other. */
export function numberOf(word: string): number | undefined {
  return numbers[word.toLowerCase()]
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
  [
    /\b(?:nightly|daily|every (?:night|day)|(?:once|one|dump|backup|snapshot|cop(?:y|ies))\s(?:\w+\s)?a day|each (?:night|day|evening|morning)|every (?:evening|morning)|overnight|per day|24 ?h|(?:at|around) (?:[01]?\d|2[0-3])[:.]\d\d|at midnight)\b/i,
    1440,
  ],
  [/\b(?:hourly|every hour|each hour|(?:once|one|dump|backup|snapshot) an hour|per hour)\b/i, 60],
]
const every = /\b(?:every|each|interval(?: of)?)\s+([^,;.]*)/i

/** How often something is said to happen, in minutes between two times; `undefined` when it is not said. */
export function rhythmIn(text: string): number | undefined {
  const [stated] = minutesIn(every.exec(text)?.[1] ?? '')
  return stated ?? rhythms.find(([words]) => words.test(text))?.[1]
}
