/**
 * A label taken apart: the name that a thing goes by, and what is said about it. Inference reads the name
 * first, since "Orders (PostgreSQL)" and "API<br>writes to PostgreSQL" are named by their beginning.
 */
import { foreignWords } from './foreign-words.ts'

export interface LabelParts {
  /** The name, its alternatives apart: "Frontend / NGINX" has two. */
  readonly names: readonly string[]
  /** What stands in brackets, after a dash or a colon, or on further lines. */
  readonly about: readonly string[]
}

const icons = /\bfa[bsrl]?:fa-[\w-]+|\b(?:logos|mdi|aws|azure|gcp|devicon|simple-icons):[\w-]+/gi
const tags = /<\/?[a-z][^<>]*>/gi
const breaks = /<br\s*\/?>|\\n|\r?\n|<hr\s*\/?>/i
/** "Step 3", "Node 1", "1.": a place in a row and no name. */
const ordinal =
  /^(?:(?:step|node|phase|layer|level|tier|stage|part|box|vm|zone|az|site|instance)\s*)?[#№]?[\d.]{1,4}[a-z]?\s*[.:)-]?$/i
const rule = /^[\s\-–—_=*.•|]*$/
const bracketed = /[([{]([^()[\]{}]*)[)\]}]/g
/** Where a name ends and words about it begin. */
const afterName =
  /\s[-–—|•→@]+\s|[;|•–—→]|:(?!\/)(?=\s|\D)|,\s|\s(?:for|with|using|via|on|in|of|to|from|by|per|and|holding|behind|based|powered|running|at|as|that|which|de|del|da|dos|das|des|du|della|di|para|pour|für|von|mit|com|con|avec|cho|untuk|для|на|→|->)\s/i
const pairsWithSlash = /\b(pub\/sub|publish\/subscribe|ci\/cd|a\/b|i\/o|tcp\/ip|cpu\/gpu|24\/7)\b/gi

/** Empty and unreadable labels have neither names nor anything about them. */
export function splitLabel(label: string): LabelParts {
  const lines = linesOf(label)
  const [first = '', ...rest] = dropOrdinals(lines)
  const inBrackets = [...first.matchAll(bracketed)].map((match) => match[1] ?? '')
  const bare = first
    .replace(bracketed, ' ')
    .replace(/[()[\]{}]/g, ' ')
    .trim()
  const [name = '', ...after] = splitName(bare === '' ? (inBrackets[0] ?? '') : bare)
  return {
    names: alternativesOf(name),
    about: [...inBrackets, ...after, ...rest].map((text) => text.trim()).filter(isText),
  }
}

/** Lines without marks, icons and rules; a plain label has one. */
export function linesOf(label: string): readonly string[] {
  return foreignWords(label)
    .replace(icons, ' ')
    .split(breaks)
    .map((line) => line.replace(tags, ' ').replace(/[*_`"“”]{1,3}(?=\S)|(?<=\S)[*`"“”]{1,3}/g, ' '))
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => !rule.test(line))
}

function dropOrdinals(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => !ordinal.test(line))
  const [first = '', ...rest] = at < 0 ? lines : lines.slice(at)
  const bare = first.replace(
    /^(?:\d{1,2}|[a-z])[.)]\s+|^(?:step|phase)\s*\d+\s*[:.-]\s*|^(?!s3|r2|d1|b2|h2|ec2)[a-z]{1,3}-?\d{1,3}\s*[:.–—-]\s+/i,
    '',
  )
  return [bare === '' ? first : bare, ...rest]
}

/** At a preposition the words before are the name; when there is none before, the words after. */
function splitName(text: string): readonly string[] {
  const [name = '', ...after] = text.split(afterName)
  if (name.trim() !== '') return [name, ...after]
  return after.length === 0 ? [text] : after
}

/** Names that a slash, a plus or an "or" sets side by side; what belongs together ("CI/CD") stays so. */
export function alternativesOf(name: string): readonly string[] {
  const kept = name.replace(pairsWithSlash, (pair) => pair.replace('/', '⁄'))
  return kept
    .split(/\s*\/\s*|\s+\+\s+|\s+or\s+|\s+&\s+|\s*&&\s*/i)
    .map((part) => part.replaceAll('⁄', '/').trim())
    .filter(isText)
}

function isText(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
