/** Boxes that are no components: steps and decisions of a process, titles, legends, notes, files. */
import { matchesIn, wordsIn, type Lexicon } from './lexicon.ts'
import { linesOf } from './split-label.ts'
import { singular } from './tokens.ts'
import { articles, mildVerbs, nounVerbs, partNouns, stepVerbs } from './word-lists.ts'

const decisions = new Set(['diamond', 'diam', 'rhombus', 'question', 'decision'])
const ends =
  /^(?:start|end|stop|begin|finish|finished|done|yes|no|true|false|ok|success|successful|failure|failed|error|exit|result|results|output|input|response|request|return|next|complete|completed|ready|idle|pending|cancelled)[.!]?$/i
const files =
  /(?:^|[\s/\\])[\w.-]+\.(?:js|ts|tsx|jsx|py|go|rs|java|kt|rb|php|c|cc|cpp|h|hpp|cs|sh|md|html|css|scss|vue|svelte|ipynb|swift|lua|proto|txt|pdf|png|svg|toml|xml|lock)\b|^[\w.-]+\/(?:[\w.*-]+\/?)*$/i
/** Products that are called like a file. */
const libraries =
  /\b(?:node|next|vue|nuxt|express|react|three|ember|d3|chart|backbone|alpine|angular|p5|discord|vert|nest)\.js\b/i
const settings = /(?:^|[\s/\\.])(?:[\w.-]+\.(?:ya?ml|json|ini|conf|cfg|properties)|\.env[\w.]*)\b/i
const notes =
  /^(?:note|notes|legend|key|title|nb|n\.b\.|remark|remarks|todo|caption|version|last updated|author|disclaimer|assumptions?|diagram|figure|fig\.?|abbreviations|colou?rs?)\b\s*(?:[:–—-]|$|\d)/i
const steps = /^\W*(?:step|phase)\s*\d+\b\s*[:.–-]/i
const actions = new Set([
  'upload',
  'download',
  'create',
  'update',
  'delete',
  'call',
  'write',
  'publish',
  'pull',
  'push',
  'place',
])
const asides = /[([{][^()[\]{}]*[)\]}]|[,;+].*$/g
const counts = /^(?:[x×]?\d+[x×]?|v\d+|[x×])$/
/** A long list after a dash is said about a name, and makes no sentence of it. */
const beside = /\s[—–|·•]\s.*$|\s*[([].*$/
const sentence = /^[A-Z][^.!?]*\s[^.!?]*[.!?]$/

/** Whether a label speaks of a step, a decision, an end or a file: a thing that no rule knows about. */
export function isStep(lexicon: Lexicon, label: string, shape: string): boolean {
  const [line = ''] = linesOf(label)
  if (/\?\s*$/.test(label.trim()) || isNoName(line)) return true
  const tokens = wordsIn(lexicon, line.replace(asides, ' ')).filter((token) => !counts.test(token))
  if (/^\w+\s*\/\s/.test(line)) return false
  return decisions.has(shape) ? !endsInName(lexicon, tokens) : beginsWithVerb(lexicon, tokens)
}

function isNoName(line: string): boolean {
  return ends.test(line.trim()) || steps.test(line) || isSentence(line)
}

function beginsWithVerb(lexicon: Lexicon, tokens: readonly string[]): boolean {
  const [verb = '', next = ''] = tokens
  if (tokens.length < 2 || isWholePhrase(lexicon, tokens)) return false
  const isPart = partNouns.test(tokens.at(-1) ?? '')
  if (stepVerbs.has(verb)) return !isPart || tokens.length > 3
  if (isPart) return false
  if (nounVerbs.has(verb)) return articles.has(next)
  return isActing(tokens) || (mildVerbs.has(verb) && !endsInName(lexicon, tokens))
}

/** "Client sends request": somebody does something. */
function isActing(tokens: readonly string[]): boolean {
  const [, word = ''] = tokens
  const verb = singular(word)
  return tokens.length > 2 && verb !== word && (stepVerbs.has(verb) || actions.has(verb))
}

/** Whether a label names a source file, a folder or a class rather than something that runs. */
export function isFile(label: string): boolean {
  const [line = ''] = linesOf(label)
  return (files.test(line) && !libraries.test(line)) || /\w\(\)$/.test(line)
}

export function isSettings(label: string): boolean {
  return settings.test(linesOf(label)[0] ?? '')
}

/** Whether a box without arrows is a title, a legend or a note: words about the drawing. */
export function isAboutDrawing(label: string): boolean {
  const [line = ''] = linesOf(label)
  return (
    notes.test(line) ||
    isSentence(line) ||
    /\b(?:architecture|diagram|overview|legend)$/i.test(line)
  )
}

function isSentence(line: string): boolean {
  const words = line.replace(beside, '').split(/\s+/).length
  return (sentence.test(line) && words > 4) || words > 12
}

function endsInName(lexicon: Lexicon, tokens: readonly string[]): boolean {
  const last = matchesIn(lexicon, tokens).at(-1)
  return last !== undefined && last.end === tokens.length && !last.phrase.isWeak
}

function isWholePhrase(lexicon: Lexicon, tokens: readonly string[]): boolean {
  const [first] = matchesIn(lexicon, tokens)
  return first !== undefined && first.start === 0 && first.phrase.tokens.length > 1
}
