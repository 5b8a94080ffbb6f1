/** The requirements that an entry says it serves: "covers FR1, FR2", "(FR1)". */

const id = String.raw`[A-Z]{1,4}[-_.]?\d+(?:\.\d+)*`
const list = String.raw`${id}(?:\s*(?:,|and|&|\/|\+)\s*${id})*`
const stated = new RegExp(String.raw`[\s;,(]*\b[Cc]overs?:?\s+(${list})\)?\.?\s*$`)
/** In brackets alone only what looks like a requirement: "(S3)" is none. */
const own = String.raw`(?:N?FR|F|R|US|UC|REQ)[-_.]?\d+(?:\.\d+)*`
const bracketed = new RegExp(String.raw`\s*\((${own}(?:\s*(?:,|and|&)\s*${own})*)\)`)

/** Ids in their order, and the text without them. */
export function readCovers(text: string): {
  readonly text: string
  readonly covers: readonly string[]
} {
  const match = stated.exec(text) ?? bracketed.exec(text)
  if (match === null) return { text, covers: [] }
  const covers = [...(match[1] ?? '').matchAll(new RegExp(id, 'g'))].map(([found]) => found)
  const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length)
  return { text: rest.trim(), covers }
}
