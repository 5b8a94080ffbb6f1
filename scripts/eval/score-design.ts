/** Which of a design's faults were found, and what was said without cause. */
import type { Finding } from '#shared/checker/define-rule.ts'
import { judgeDocument } from '#shared/checker/judge-document.ts'
import type { DesignCase, Fault } from './cases.ts'
import { sumOf, tryOf, type Tally } from './tally.ts'

export interface DesignScore {
  readonly faults: Tally
  /** Hits are findings of warning or above that are true. */
  readonly precision: Tally
  /** The same on a design without faults, where each miss is a false alarm. */
  readonly good: Tally
}

export function scoreDesign(design: DesignCase): DesignScore {
  const { findings } = judgeDocument(design.text, { today: '2026-01-01' })
  const said = findings.filter(({ severity }) => severity !== 'info')
  const grave = said.filter(({ severity }) => severity === 'warning' || severity === 'error')
  const isGood = design.faults.length === 0
  const precision = sumOf(
    grave.map((finding) => tryOf(isTrue(finding, design), () => told(design, finding))),
  )
  return {
    faults: sumOf(
      design.faults.map((fault) =>
        tryOf(
          said.some((finding) => names(finding, fault)),
          () => `${design.name}: missed ${fault.rules.join('|')} at ${fault.components.join(', ')}`,
        ),
      ),
    ),
    precision,
    good: sumOf(isGood ? [tryOf(precision.misses.length === 0, () => design.name)] : []),
  }
}

function names({ rule, nodes }: Finding, { rules, components }: Fault): boolean {
  if (!rules.includes(rule)) return false
  return components.length === 0 || components.some((id) => nodes.includes(id))
}

function isTrue(finding: Finding, { faults, alsoTrue }: DesignCase): boolean {
  return alsoTrue.includes(finding.rule) || faults.some((fault) => names(finding, fault))
}

function told({ name, faults }: DesignCase, finding: Finding): string {
  const where = finding.nodes.length === 0 ? '' : ` at ${finding.nodes.join(', ')}`
  const whether = faults.length === 0 ? 'FALSE ALARM' : 'unasked'
  return `${name}: ${whether} ${finding.severity} ${finding.rule}${where}: ${finding.message}`
}
