/**
 * Many short texts put together into a few long ones, so that a pattern which matches none of them is done
 * with after a few looks instead of hundreds.
 */

/** In characters: long enough to save looks, short enough for a pattern that reads on and on. */
const pageSize = 4000

/** The texts on pages, a line for each. */
export function pagesOf(texts: Iterable<string>): readonly string[] {
  const pages: string[] = []
  let page = ''
  for (const text of texts) {
    if (page.length > pageSize) {
      pages.push(page)
      page = ''
    }
    page += `${text}\n`
  }
  return [...pages, page]
}

/** What a pattern holds that may fail on a page although it matches one of its texts: ends and a look around. */
const looksAround = /(?<!\[)\^|\$|\(\?(?:[=!]|<[=!])/

/** Whether a pattern may match one of the texts on the pages; if not, it matches none of them. */
export function mayMatch(pages: readonly string[], words: RegExp): boolean {
  return looksAround.test(words.source) || pages.some((page) => words.test(page))
}
