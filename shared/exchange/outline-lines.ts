/** What a single line of Markdown says: its plain words, whether it goes on, and what it begins with. */

export interface Lead {
  readonly title: string
  readonly rest: string
}

/** Longest entry whose words are looked at closely; nobody writes a longer one by hand. */
export const maxEntryLength = 3000

/** Without bold, links and line breaks; inline code keeps its marks, since they say where it ends. */
export function plainText(text: string): string {
  if (text.length > maxEntryLength) return text.replace(/\s+/g, ' ').trim()
  return text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/\*\*(?=\S)(.+?)\*\*/g, '$1')
    .replace(/(?<![\p{L}\p{N}_])__(?=\S)(.+?)__(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/(?<=^|[\s(])\*(?=[^\s*])([^*]*[^\s*])\*(?=$|[\s.,;:)])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Bold words that end like a heading, or stand alone. */
export function leadOf(text: string): { readonly lead?: Lead } {
  const match = /^\s*(?:\*\*|__)([^*_].{0,90}?)(?:\*\*|__)\s*(.*)$/.exec(text)
  const [, bold = '', after = ''] = match ?? []
  const isLead = /[.:?!]\s*$/.test(bold) || /^(?:$|[.:]|[–—-]\s)/.test(after)
  if (bold === '' || !isLead || text.length > maxEntryLength) return {}
  const title = plainText(bold).replace(/[.:!]+$/, '')
  return { lead: { title, rest: plainText(after.replace(/^(?:[.:]|[–—-]\s)\s*/, '')) } }
}

/** "4.2 The tenant reports a defect": the number of a clause, and no amount. */
export const clauseNumber =
  /^\s*\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?\s+(?=(?:[A-Z][a-z]|[A-Z]{3,}\s+\/|[A-Z][A-Za-z]+\s)|\d)(?![KMGTP]i?B\b|[QRT]PS\b|Mio\b|Million|Billion|Thousand)/

/** Whether a line was broken for its length, so that the next one goes on with it. */
export function isWrapped(line: string): boolean {
  return line.length > 60
}

/** Whether a line begins like an entry of its own: a call, a number, a name with a colon. */
export function beginsEntry(line: string): boolean {
  return /^\s*(?:[A-Z]{2,8}\s+\/|[~$]?\d|`|\*\*|[A-Za-z][\w -]{1,30}:\s)/.test(line)
}
