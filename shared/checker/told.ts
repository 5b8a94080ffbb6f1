/**
 * What a design says of itself in sentences: how it works, and not what is asked of it. An option that was
 * weighed and left says nothing about the design, so "keyed by room over round robin" speaks of keys alone.
 */
import type { SectionId } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck, oncePerThing } from './once-per-check.ts'
import { keepsData, plays } from './parts.ts'
import { sayingsOf, type Saying } from './said.ts'
import { says } from './says.ts'
import { mayMatch, pagesOf } from './text-pages.ts'

const askedFor: ReadonlySet<SectionId> = new Set([
  'functional-requirements',
  'non-functional-requirements',
  'estimates',
])
const left =
  /(?<!\b(?:spread|distributed|shared|summed|averaged|carried|taken|handed|rolled|sent|goes|split)\w*)\s(?:over|instead of|rather than|in place of)\s(?!\d|https?\b|tls\b|web ?sockets?\b|tcp\b|the (?:last|next|past|network|wire)\b)[^;,.]*?(?=\s(?:because|since|so that|as (?:it|they|we|the)|for|to)\b|[;,.:]|$)/gi

/** Statements about the design, each without the options that were left. */
export const toldOf = oncePerCheck((context): readonly Saying[] =>
  sayingsOf(context)
    .filter(({ section, text }) => !askedFor.has(section) && text !== '')
    .map((saying) => ({ ...saying, text: withoutLeft(saying) })),
)

function withoutLeft({ section, text }: Saying): string {
  return section === 'decisions' || section === 'trade-offs' ? text.replace(left, ' ') : text
}

const pages = oncePerCheck((context) => pagesOf(toldOf(context).map(({ text }) => text)))

/** Statements that say it, and do not deny it. */
export const toldAbout = oncePerThing((context: CheckContext, words: RegExp): readonly Saying[] =>
  mayMatch(pages(context), words) ? toldOf(context).filter(({ text }) => says(text, words)) : [],
)

/** Statements that hold words which carry their own negation: "there is no compensation". */
export const toldAsIs = oncePerThing((context: CheckContext, words: RegExp): readonly Saying[] =>
  mayMatch(pages(context), words) ? toldOf(context).filter(({ text }) => words.test(text)) : [],
)

/** Which of some stores a statement speaks of: those that it names, else the only one, unless it names others. */
export function meantBy(
  context: CheckContext,
  { nodeIds }: Saying,
  candidates: readonly DesignNode[],
): readonly DesignNode[] {
  const named = candidates.filter(({ id }) => nodeIds.includes(id))
  if (named.length > 0) return named
  const isOther = nodeIds.some((id) => keepsData(context, id) || plays(context, id, 'messaging'))
  return isOther || candidates.length !== 1 ? [] : candidates
}
