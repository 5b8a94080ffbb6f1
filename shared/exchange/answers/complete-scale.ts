/** Facts of the sections join those of the front matter, which win; where two disagree, a note says so. */
import type { Scale } from '#shared/design/design.ts'
import type { FrontMatter } from '../front-matter.ts'
import type { Problem } from '../problem.ts'
import type { Fact, FactField } from './stated-facts.ts'

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
  const first = new Map<FactField, Fact>()
  const problems: Problem[] = []
  const closed = new Set<string>(unknown)
  for (const fact of facts) {
    if (closed.has(frontMatterName(fact.field))) continue
    const known = first.get(fact.field)
    if (known === undefined || (isLargest(fact.field) && fact.value > known.value))
      first.set(fact.field, fact)
    else if (
      known.isPlain &&
      fact.isPlain &&
      !isLargest(fact.field) &&
      differs(known, fact.value)
    ) {
      problems.push(
        note(
          fact,
          `${frontMatterName(fact.field)} is stated otherwise on line ${known.line}, which counts.`,
        ),
      )
    }
  }
  for (const fact of first.values()) {
    const own = valueIn(given, fact.field)
    const isStated = Object.hasOwn(stated, frontMatterName(fact.field))
    if (own !== undefined && isStated && fact.isPlain && differs(fact, own)) {
      problems.push(
        note(fact, `The front matter states another ${frontMatterName(fact.field)}, which counts.`),
      )
    }
  }
  return {
    scale: fill(given, first, stated),
    problems: problems.toSorted((a, b) => a.line - b.line),
  }
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
