/** Facts of the sections join those of the front matter, which win; where two disagree, a note says so. */
import type { Scale } from '#shared/design/design.ts'
import type { FrontMatter } from '../front-matter.ts'
import type { Problem } from '../problem.ts'
import type { FactField } from './fact-field.ts'
import type { Fact } from './stated-facts.ts'

interface Completed {
  readonly scale: Scale
  readonly problems: readonly Problem[]
}

const fieldNames: Readonly<Record<string, keyof FrontMatter>> = {
  readsPerWrite: 'readWriteRatio',
  latencyMs: 'latencyTarget',
  rtoMinutes: 'rto',
  rpoMinutes: 'rpo',
  dataBytes: 'dataSize',
  dataBytesPerYear: 'dataSize',
  retentionDays: 'retention',
  budgetPerMonth: 'budget',
}

/** The name in the front matter of what a field of the scale holds. */
export function frontMatterName(field: string): string {
  const name = field.split('.')[0] ?? field
  return fieldNames[name] ?? name
}

/** Of several loads the largest counts, of other facts the first. `unknown` fields stay open. */
export function completeScale(
  given: Scale,
  facts: readonly Fact[],
  { unknown = [], ...stated }: FrontMatter,
): Completed {
  const closed = new Set<string>(unknown)
  const open = facts.filter(({ field }) => !closed.has(frontMatterName(field)))
  const chosen = choose(open)
  const problems = open.flatMap((fact) =>
    contradiction(fact, chosen.get(fact.field), { given, stated }),
  )
  return { scale: fill(given, chosen, stated), problems }
}

function choose(facts: readonly Fact[]): ReadonlyMap<FactField, Fact> {
  const chosen = new Map<FactField, Fact>()
  for (const fact of facts) {
    const known = chosen.get(fact.field)
    const isMore = known !== undefined && isLargest(fact.field) && fact.value > known.value
    if (known === undefined || isMore) chosen.set(fact.field, fact)
  }
  return chosen
}

/** Only what is stated plainly is held against the front matter, or else against what was chosen. */
function contradiction(
  fact: Fact,
  chosen: Fact | undefined,
  { given, stated }: { readonly given: Scale; readonly stated: FrontMatter },
): readonly Problem[] {
  if (!fact.isPlain) return []
  const name = frontMatterName(fact.field)
  const own = Object.hasOwn(stated, name) ? valueIn(given, fact.field) : undefined
  if (own !== undefined) {
    return differs(fact, own)
      ? [note(fact, `The front matter states another ${name}, which counts.`)]
      : []
  }
  if (chosen?.isPlain !== true || isLargest(fact.field) || !differs(chosen, fact.value)) return []
  return [note(fact, `${name} is stated otherwise on line ${chosen.line}, which counts.`)]
}

function isLargest(field: FactField): boolean {
  return ['peakQps', 'averageQps', 'dataBytes', 'dataBytesPerYear'].includes(field)
}

/** Sums in prose are rounded; two that lie within a fifth mean the same. */
function differs(fact: Fact, value: number): boolean {
  const isExact = /availability|minutes|regions|latency/i.test(fact.field)
  return Math.abs(fact.value - value) > (isExact ? 1e-9 : 0.2 * Math.max(fact.value, value))
}

function note({ line, column }: Fact, message: string): Problem {
  return { severity: 'note', line, column, message }
}

function valueIn(scale: Scale, field: FactField): number | undefined {
  switch (field) {
    case 'latencyMs.p50':
      return scale.latencyMs?.p50
    case 'latencyMs.p95':
      return scale.latencyMs?.p95
    case 'latencyMs.p99':
      return scale.latencyMs?.p99
    default:
      return scale[field]
  }
}

function fill(given: Scale, facts: ReadonlyMap<FactField, Fact>, stated: FrontMatter): Scale {
  const added: Record<string, number> = {}
  const latency: Record<string, number> = {}
  for (const { field, value } of facts.values()) {
    if (Object.hasOwn(stated, frontMatterName(field))) continue
    if (field.startsWith('latencyMs.')) latency[field.slice('latencyMs.'.length)] = value
    else added[field] = value
  }
  const average = given.averageQps ?? added.averageQps
  // A peak that was only taken over from the average gives way to one that is stated.
  const peak = stated.peakQps ?? added.peakQps ?? average
  return {
    ...added,
    ...(Object.keys(latency).length === 0 ? {} : { latencyMs: latency }),
    ...given,
    ...(peak === undefined ? {} : { peakQps: peak }),
  }
}
