/** The ratio of reads to writes in the many ways that people state it. */

const number = String.raw`(\d{1,6}(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred)`
// prettier-ignore
const words: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
  twenty: 20, thirty: 30, forty: 40, fifty: 50, hundred: 100,
}
const reads = String.raw`(?:reads?|readers|reading(?:\s\w+)?|gets?|queries|views?|lectures?|lese\w*)`
const writes = String.raw`(?:writes?|writers|writing(?:\s\w+)?|puts?|updates?|escrituras?|schreib\w*)`

type Reading = (match: RegExpExecArray) => number | undefined

const rows: readonly (readonly [RegExp, Reading])[] = [
  // "100:1", "9 to 1", "50/1" beside the words; which is first decides.
  [
    new RegExp(
      String.raw`(?<![\d.:])${number}\s?(?::|/|\bto\b|\bzu\b)\s?${number}(?![\d.:]|\s?%)`,
      'i',
    ),
    (match) => ratioOf(match),
  ],
  // "95% reads, 5% writes", "95 % of requests are reads"
  [
    new RegExp(
      String.raw`\b(\d{1,3}(?:\.\d+)?)\s?(?:%|percent)\s(?:of\s(?:\w+\s){1,3})?(?:are\s)?${reads}\b`,
      'i',
    ),
    (match) => shared(Number(match[1]) / 100),
  ],
  [
    new RegExp(
      String.raw`\b(\d{1,3}(?:\.\d+)?)\s?(?:%|percent)\s(?:of\s(?:\w+\s){1,3})?(?:are\s)?${writes}\b`,
      'i',
    ),
    (match) => shared(1 - Number(match[1]) / 100),
  ],
  // "nine out of ten requests are reads", "one in 21 is a write"
  [
    new RegExp(
      String.raw`\b${number}\s(?:out\s)?(?:of|in)\s(?:every\s)?${number}\s(?:\w+\s){0,2}(?:is|are)\s(?:an?\s)?${reads}\b`,
      'i',
    ),
    (match) => shared(valueOf(match[1]) / valueOf(match[2])),
  ],
  [
    new RegExp(
      String.raw`\b${number}\s(?:out\s)?(?:of|in)\s(?:every\s)?${number}\s(?:\w+\s){0,2}(?:is|are)\s(?:an?\s)?${writes}\b`,
      'i',
    ),
    (match) => shared(1 - valueOf(match[1]) / valueOf(match[2])),
  ],
  // "ten reads for each write", "two reads per write", "7 reads to 1 write"
  [
    new RegExp(
      String.raw`\b${number}\s(?:\w+\s)?${reads}\s(?:to|for|per|come on|on|against)\s(?:each\s|every\s|an?\s|one\s|1\s)?${writes}\b`,
      'i',
    ),
    (match) => valueOf(match[1]),
  ],
  [
    new RegExp(
      String.raw`\b${number}\s(?:\w+\s)?${writes}\s(?:to|for|per|on|against)\s(?:each\s|every\s|an?\s|one\s|1\s)?${reads}\b`,
      'i',
    ),
    (match) => 1 / valueOf(match[1]),
  ],
  // "for every write there are about 30 reads"
  [
    new RegExp(
      String.raw`\b(?:for\s|to\s)?(?:each|every|one|per)\s${writes}\b[^.;\d]{0,30}${number}\s(?:\w+\s)?${reads}\b`,
      'i',
    ),
    (match) => valueOf(match[1]),
  ],
  [
    new RegExp(
      String.raw`\b(?:for\s|to\s)?(?:each|every|one|per)\s${reads}\b[^.;\d]{0,30}${number}\s(?:\w+\s)?${writes}\b`,
      'i',
    ),
    (match) => 1 / valueOf(match[1]),
  ],
  [
    new RegExp(
      String.raw`\b${number}\s(?:times\s)?(?:as many\s|more\s)${reads}\s(?:as|than)\s${writes}\b`,
      'i',
    ),
    (match) => valueOf(match[1]),
  ],
]

/** Reads for each write, or `undefined` where a line speaks of something else. */
export function readsPerWriteIn(text: string): number | undefined {
  const about = /\b(?:read|writ|lese|schreib|r\s?[/:]\s?w\b)/i
  if (!about.test(text) && !/\bqueries\b|\bviews\b/i.test(text)) return undefined
  for (const [pattern, read] of rows) {
    const match = pattern.exec(text)
    const value = match === null ? undefined : read(match)
    if (value !== undefined && Number.isFinite(value) && value > 0) return value
  }
  return undefined
}

/** Two numbers count only beside both words, or beside "R/W". */
function ratioOf({
  index,
  input,
  0: whole,
  1: first,
  2: second,
}: RegExpExecArray): number | undefined {
  const near = input.slice(Math.max(0, index - 70), index + whole.length + 50)
  const isNamed = /\br\s?[/:]\s?w\b/i.test(near)
  const isBoth = /\b(?:read|lese|gets?\b)/i.test(near) && /\b(?:writ|schreib|puts?\b)/i.test(near)
  if (!isNamed && !isBoth && !/\bmostly reads?\b/i.test(near)) return undefined
  const isInverted =
    /\b(?:w\s?[/:]\s?r\b|(?:writ|schreib)\w*[^\d]{0,12}(?::|\/|to|vs\.?|versus|and|-|zu|\s)\s?(?:read|lese))/i.test(
      near,
    )
  const ratio = valueOf(first) / valueOf(second)
  return isInverted ? 1 / ratio : ratio
}

function shared(share: number): number | undefined {
  return share > 0 && share < 1 ? Number((share / (1 - share)).toPrecision(6)) : undefined
}

function valueOf(text: string | undefined): number {
  return words[(text ?? '').toLowerCase()] ?? Number(text)
}
