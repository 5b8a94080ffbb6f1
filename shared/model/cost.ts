/**
 * Cost per month, in US dollars: what components state, and storage where a price is known (knowledge
 * F.8: storage alone has one, 0.023, 0.0125 and 0.004 dollars a gigabyte and month for hot, warm and
 * cold). What is not known stays unknown, so the sum is the least that the design costs.
 */
import type { DesignNode } from '#shared/design/design.ts'
import { numberOn } from './capacity.ts'
import type { ModelInput } from './model-input.ts'

export interface CostResult {
  /** Sum of what is known; 0 where nothing is. */
  readonly atLeast: number
  /** What is known, the dearest first. */
  readonly known: readonly { readonly id: string; readonly perMonth: number }[]
  /** Components that cost something and say nothing. */
  readonly unknown: readonly string[]
}

const freeTraits = ['client', 'external'] as const
const perGbMonth: Readonly<Record<string, number>> = {
  'object-store': 0.023,
  'data-lake': 0.023,
  'archive-store': 0.004,
}
const money = /[$€£]\s?(\d[\d,]*(?:\.\d+)?)\s?(k|m)?\s*(?:\/|per|a)\s?(?:month|mo)\b/i

/** No components cost nothing. */
export function costOf(input: ModelInput): CostResult {
  const known: { id: string; perMonth: number }[] = []
  const unknown: string[] = []
  for (const node of input.index.graph.nodes) {
    const perMonth = costOfNode(input, node)
    if (perMonth !== undefined) known.push({ id: node.id, perMonth })
    else if (!freeTraits.some((trait) => input.kindOf(node.id).traits.includes(trait))) {
      unknown.push(node.id)
    }
  }
  known.sort((a, b) => b.perMonth - a.perMonth)
  return { atLeast: known.reduce((sum, { perMonth }) => sum + perMonth, 0), known, unknown }
}

/** Dollars a month of one component, all instances together; `undefined` where nobody knows. */
function costOfNode(input: ModelInput, node: DesignNode): number | undefined {
  const stated = numberOn(node, 'costPerMonth') ?? moneyIn(`${node.label} ${node.technology}`)
  if (stated !== undefined) return stated
  const price = perGbMonth[input.kindOf(node.id).id]
  const stored = numberOn(node, 'storageGb')
  return price === undefined || stored === undefined ? undefined : storageCost(stored, price, 1)
}

/** Gigabytes × dollars a gigabyte and month × months (knowledge F.5, T33). */
export function storageCost(gigabytes: number, perGbMonth: number, months: number): number {
  return gigabytes * perGbMonth * months
}

function moneyIn(text: string): number | undefined {
  const match = money.exec(text)
  if (match === null) return undefined
  const factor = { k: 1e3, m: 1e6 }[(match[2] ?? '').toLowerCase()] ?? 1
  return Number((match[1] ?? '').replaceAll(',', '')) * factor
}
