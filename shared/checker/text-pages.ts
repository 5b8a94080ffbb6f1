/**
 * Many short texts put together into a few long ones, so that a pattern which matches none of them is done
 * with after a few looks instead of hundreds.
 */

/** In characters: long enough to save looks, short enough for a pattern that reads on and on. */
const pageSize = 4000

/** The texts on pages, a line for each; no pages without texts. */
export function pagesOf(texts: Iterable<string>): readonly string[] {
  const pages: string[] = []
  let lines: string[] = []
  let size = 0
  for (const text of texts) {
    lines.push(text)
    size += text.length
    if (size < pageSize) continue
    pages.push(lines.join('\n'))
    lines = []
    size = 0
  }
  return lines.length === 0 ? pages : [...pages, lines.join('\n')]
}

/** What a pattern holds that may fail on a page although it matches one of its texts: ends and a look around. */
const looksAround = /(?<!\[)\^|\$|\(\?(?:[=!]|<[=!])/

/** Whether a pattern may match one of the texts on the pages; if not, it matches none of them. */
export function mayMatch(pages: readonly string[], words: RegExp): boolean {
  if (pages.length === 0) return false
  return looksAround.test(words.source) || pages.some((page) => words.test(page))
}
