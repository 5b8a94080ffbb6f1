/**
 * What a design says against itself: "the hook believes whatever arrives", "the visitor waits for the PDF".
 * Such a sentence counts although the drawing looks fine. What was only weighed, was so once, or may come, is
 * no admission.
 */
import type { CheckContext } from './define-rule.ts'
import { mayRun } from './parts.ts'
import { frontDoorsOf } from './exposure.ts'
import type { Saying } from './said.ts'
import { toldAsIs } from './told.ts'

export interface Fault {
  /** The whole of it with its own negation: "no login", "is not checked". */
  readonly words: RegExp
  /** What makes the same sentence harmless. */
  readonly unless?: RegExp
}

const unreal =
  /\b(?:would|could have|instead of|rather than|no longer|not any ?more|used to|in the old|once had|never again|(?:must|should|may|shall) (?:not|never)|if (?:we|it|they|somebody|that) (?:did|had|were)|to avoid|prevents?|was rejected|considered)\b/i

/** Sentences that admit it, in the order of the sections. */
export function admissionsOf(context: CheckContext, { words, unless }: Fault): readonly Saying[] {
  return toldAsIs(context, words).filter(
    ({ text }) => !unreal.test(text) && unless?.test(text) !== true,
  )
}

/** The components that an admission is about: those that it names and that run something, else where callers come in. */
export function runnersIn(context: CheckContext, { nodeIds }: Saying): readonly string[] {
  const named = nodeIds.filter((id) => mayRun(context, id))
  return named.length > 0 ? named : frontDoorsOf(context).services.slice(0, 3)
}
