/**
 * How sure it is that a component is asked too much. A default capacity is the lower end of a range that
 * spans a factor of ten (knowledge F.2: 1K-10K requests a second for one server), so what would be too much of
 * a stated capacity is only worth a suggestion, and no guess makes an error.
 */
import type { DesignNode } from '#shared/design/design.ts'
import { edgesTo } from '#shared/design/graph.ts'
import { targetUtilisation, type Utilisation } from '#shared/model/utilisation.ts'
import type { CheckContext, Severity } from './define-rule.ts'
import { plays } from './parts.ts'

/** Shares of capacity from which a finding is an error, a warning, a suggestion. */
type Steps = readonly (readonly [Severity, number])[]

const stated: Steps = [
  ['error', 1],
  ['warning', targetUtilisation],
]
const assumed: Steps = [
  ['warning', 4],
  ['suggestion', 1.5],
]
/** Nobody said how many instances there are, so one box may stand for several. */
const uncounted: Steps = [
  ['warning', 8],
  ['suggestion', 1],
]

/** Parts of a program: they run in as many instances as what holds them. */
const insideOthers =
  /\b(?:librar(?:y|ies)|sdk|modules?|plug-?ins?|side-?cars?|middleware|packages?|in[-\s]process|embedded|agents?|in (?:the )?gateways?)\b/i

/** `undefined` where the component carries its load, or may well do so. */
export function strainOf(
  context: CheckContext,
  node: DesignNode,
  { share, capacity, load }: Utilisation,
): Severity | undefined {
  if (capacity.isStated) return stepAt(stated, share.least)
  if (insideOthers.test(node.label) || isSaidToTakeLess(context, node, load.total.least)) {
    return undefined
  }
  const isCounted = node.replicas !== undefined && node.replicas > 1
  if (!isCounted && mayStandForMore(context, node)) return undefined
  const step = stepAt(isCounted ? assumed : uncounted, share.least)
  if (!capacity.isGuess) return step
  return step === undefined || capacity.perInstance < 1 ? undefined : 'suggestion'
}

/**
 * One box for the entry often stands for a managed one; that it is a single one is another rule's. So may a
 * lone box that nobody calls, which is often people themselves.
 */
function mayStandForMore(context: CheckContext, { id }: DesignNode): boolean {
  return plays(context, id, 'entry') || edgesTo(context.index, id).length === 0
}

/** "43 bookings/s at peak" says what a Booking service takes, whatever the peak of the whole is. */
function isSaidToTakeLess(context: CheckContext, { label }: DesignNode, load: number): boolean {
  const words = (label.split(/[,(:]/)[0] ?? '').toLowerCase().match(/[a-z]{4,}/g) ?? []
  const own = words.filter((word) => !common.has(word)).map((word) => word.replace(/s$/, ''))
  if (own.length === 0) return false
  const rates = context.design.answers.estimates.filter(
    ({ dimension, text }) =>
      dimension === 'rate' && own.some((word) => text.toLowerCase().includes(word)),
  )
  return rates.length > 0 && rates.every(({ value }) => value < load * 0.7)
}

const common: ReadonlySet<string> = new Set([
  'service', 'services', 'server', 'servers', 'gateway', 'cluster', 'application', 'backend', 'system', 'node', 'request', 'with', 'store',
]) // prettier-ignore

function stepAt(steps: Steps, share: number): Severity | undefined {
  return steps.find(([, from]) => share > from)?.[0]
}
