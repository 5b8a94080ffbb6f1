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
}

/** Mermaid writes entities as `#quot;` and `#35;`; the parser hands them over between two marks. */
const entity = /(?:ﬂ°°(\d+)¶ß)|(?:ﬂ°(\w+)¶ß)|&(?:#(\d+)|(\w+));/g

/** One line of text; empty for empty. */
export function decodeText(text: string): string {
  return text
    .replace(/<br\s*\/?>|\\n|\n/gi, ' ')
    .replace(/<\/?(?:b|i|u|em|strong|small|sub|sup|code|span|div|p)\b[^<>]*>/gi, '')
    .replace(entity, decodeEntity)
    .replace(/^`|`$/g, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

function decodeEntity(whole: string, ...groups: readonly unknown[]): string {
  const [mark, markName, html, htmlName] = groups
  const code = Number(mark ?? html)
  if (Number.isInteger(code) && code > 0 && code <= 0x10ffff) return String.fromCodePoint(code)
  const name = markName ?? htmlName
  return typeof name === 'string' && Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
}
