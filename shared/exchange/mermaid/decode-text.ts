/** Texts of a diagram as a person reads them: line breaks, entities and Markdown marks resolved. */
const named: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  apos: "'",
  semi: ';',
  colon: ':',
  hash: '#',
  num: '#',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  rarr: '→',
  larr: '←',
  harr: '↔',
  lpar: '(',
  rpar: ')',
  lbrack: '[',
  rbrack: ']',
  lsqb: '[',
  rsqb: ']',
  lbrace: '{',
  rbrace: '}',
  lcub: '{',
  rcub: '}',
  verbar: '|',
  vert: '|',
  sol: '/',
  bsol: '\\',
  ast: '*',
  grave: '`',
  plus: '+',
  equals: '=',
  percnt: '%',
  dollar: '$',
  commat: '@',
  comma: ',',
  period: '.',
  excl: '!',
  quest: '?',
  lowbar: '_',
  copy: '©',
  reg: '®',
  trade: '™',
}

/** Mermaid writes entities as `#quot;` and `#35;`; the parser hands them over between two marks. */
const entity =
  /(?:ﬂ°°(\d{1,7})¶ß)|(?:ﬂ°(\w{1,12})¶ß)|[&#](?:#?(\d{1,7})|#x([\da-f]{1,6})|(\w{1,12}));/gi

/** Tags that break a line, and tags that only dress words; what else stands in angle brackets is text. */
const breaks = /<\/?(?:br|hr|p|div|li|ul|ol|tr|td|table|h[1-6]|center)\b[^<>]*>|\\n|\n/gi
const dress =
  /<\/?(?:b|i|u|s|a|em|strong|small|big|sub|sup|code|span|font|mark|del|pre|img|svg)\b[^<>]*>/gi

/** Icons of icon fonts: `fa:fa-user`, `fab:fa-aws`, `mdi:database`. */
const icon = /(?:^|(?<=\s))(?:fa[bklrs]?|mdi|logos|aws|azure|gcp|simple-icons):([a-z][\w-]*)/gi

/** One line of text; empty for empty. A label that is an icon alone keeps the icon's words. */
export function decodeText(text: string): string {
  return decodeLines(text).join(' ')
}

/** The lines of a text as they are drawn, without empty ones. */
export function decodeLines(text: string): readonly string[] {
  const plain = text.replace(breaks, '\n').replace(dress, '')
  const bare = plain.replace(icon, '')
  const words = bare.trim() === '' ? plain.replace(icon, (_, name: string) => wordsOf(name)) : bare
  return words
    .replace(/^\s*`|`\s*$/g, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/(^|\s)__([^_]+)__(?=\s|$)/g, '$1$2')
    .split('\n')
    .map((line) => line.replace(entity, decodeEntity).replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

/** The words of the icons in a label, e.g. "database" of `fa:fa-database`; empty for none. */
export function iconWordsOf(text: string): string {
  return [...text.matchAll(icon)].map(([, name = '']) => wordsOf(name)).join(' ')
}

/** `aws-lambda` and `fa-database` as words. */
export function wordsOf(name: string): string {
  return name.replace(/^.*:/, '').replace(/^fa-/, '').replace(/[-_]+/g, ' ').trim()
}

function decodeEntity(whole: string, ...groups: readonly unknown[]): string {
  const [mark, markName, decimal, hexadecimal, name] = groups
  const digits = mark ?? decimal
  const code = typeof hexadecimal === 'string' ? parseInt(hexadecimal, 16) : Number(digits)
  if (Number.isInteger(code) && code > 8 && code <= 0x10ffff) return String.fromCodePoint(code)
  const known = markName ?? name
  return typeof known === 'string' && Object.hasOwn(named, known) ? (named[known] ?? whole) : whole
}
