/** What the two rules about single points of failure have in common: when they ask, and of what. */
import type { DesignNode } from '#shared/design/design.ts'
import type { CheckContext, Observation, Severity } from './define-rule.ts'
import { nameOf, sentence } from './parts.ts'
import { isRedundant } from './redundancy.ts'

/** Up to 99 % a day of repair now and then is within the promise. */
export function isUptimeAsked({ design }: CheckContext): boolean {
  const { availabilityTarget } = design.scale
  return availabilityTarget === undefined || availabilityTarget > 99
}

/** One finding for each component that is alone; `says` goes on after its name. */
export function singlePoints(
  context: CheckContext,
  candidates: readonly DesignNode[],
  { says, unpromised }: { readonly says: string; readonly unpromised: Severity },
): readonly Observation[] {
  const { availabilityTarget: target } = context.design.scale
  const isPromised = target !== undefined && target >= 99.9
  const fallback = target === undefined ? unpromised : 'suggestion'
  return candidates
    .filter((node) => !isRedundant(context, node))
    .map((node) => ({
      subject: [node.id],
      severity: isPromised ? 'error' : fallback,
      message: sentence(`${nameOf(context, node.id)} ${says}`),
      evidence: { instances: 1, target: target ?? null },
    }))
}
