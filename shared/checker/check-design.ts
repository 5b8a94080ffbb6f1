/**
 * Runs rules over a design. It changes nothing, remembers nothing and gives the same answer twice, in the
 * browser, on the server and on the command line.
 */
import type { Design } from '#shared/design/design.ts'
import { indexGraph } from '#shared/design/graph.ts'
import { findKind } from '#shared/kinds/find-kind.ts'
import { genericKind } from '#shared/kinds/generic-kind.ts'
import {
  categories,
  severities,
  type CheckContext,
  type Finding,
  type Observation,
  type Rule,
} from './define-rule.ts'
import { lowerDecided } from './decided.ts'
import { keepRootCauses } from './root-causes.ts'
import { rules as allRules } from './rules/index.ts'
import { bandOf } from './scale.ts'
import { stableHash } from './stable-hash.ts'
import { sectionOfSubject } from './subject.ts'

/** A rule that broke. The others have spoken all the same. */
export interface CheckFailure {
  readonly rule: string
  readonly message: string
}

export interface CheckResult {
  /** By severity, then category, then rule and subject. */
  readonly findings: readonly Finding[]
  /** Ids of rules that found nothing to judge: they count neither for nor against a design. */
  readonly notApplicable: readonly string[]
  readonly failures: readonly CheckFailure[]
}

/** Findings of all rules, or of the given ones; none for an empty design. */
export function checkDesign(design: Design, rules: readonly Rule[] = allRules): CheckResult {
  const context = contextOf(design)
  const findings = new Map<string, Finding>()
  const isBlank = design.graph.nodes.length === 0 && design.answers.sections.length === 0
  const notApplicable: string[] = []
  const failures: CheckFailure[] = []
  for (const rule of rules) {
    try {
      if (isBlank || rule.appliesTo?.(context) === false) notApplicable.push(rule.id)
      else for (const finding of findingsOf(rule, context)) keepWorst(findings, finding)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      failures.push({ rule: rule.id, message })
    }
  }
  const roots = keepRootCauses([...findings.values()])
  const sorted = lowerDecided(roots, context.design).toSorted(compareFindings)
  return { findings: sorted, notApplicable, failures }
}

/** What rules are given for a design. */
export function contextOf(given: Design): CheckContext {
  const design = inOrder(given)
  const index = indexGraph(design.graph)
  const kinds = new Map(design.graph.nodes.map((node) => [node.id, findKind(node.kind)]))
  const kindOf = (nodeId: string) => kinds.get(nodeId) ?? genericKind
  return { design, index, band: bandOf(design.scale), kindOf }
}

/** Two copies of one board hold their records in different orders; both must get the same findings. */
function inOrder(design: Design): Design {
  const { nodes, edges, groups } = design.graph
  const graph = { nodes: byId(nodes), edges: byId(edges), groups: byId(groups) }
  return { ...design, graph }
}

function byId<T extends { readonly id: string }>(things: readonly T[]): readonly T[] {
  const isSorted = things.every((thing, i) => i === 0 || (things[i - 1]?.id ?? '') <= thing.id)
  return isSorted ? things : things.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function findingsOf(rule: Rule, context: CheckContext): Finding[] {
  return rule.check(context).map((observation) => findingOf(rule, observation, context))
}

function findingOf(rule: Rule, observation: Observation, { index }: CheckContext): Finding {
  const { id, title, category, why, fix, question } = rule
  const { subject, severity, message, evidence } = observation
  const sections = new Set(subject.flatMap((part) => sectionOfSubject(part) ?? []))
  const answers = observation.answers ?? [...sections]
  const drawn = subject.filter((part) => sectionOfSubject(part) === undefined)
  const nodes = observation.nodes ?? drawn.filter((part) => index.nodes.has(part))
  const edges = observation.edges ?? drawn.filter((part) => !index.nodes.has(part))
  return {
    id: `${id}:${stableHash([...subject].sort())}`,
    rule: id,
    title,
    category,
    severity,
    subject,
    message,
    evidence,
    nodes,
    edges,
    answers,
    why,
    fix,
    question,
    evidenceHash: stableHash([id, evidence]),
  }
}

/** Two observations with one subject are one root cause; the more severe one stays. */
function keepWorst(findings: Map<string, Finding>, finding: Finding): void {
  const known = findings.get(finding.id)
  if (known === undefined || rank(finding) < rank(known)) findings.set(finding.id, finding)
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    rank(a) - rank(b) ||
    categories.indexOf(a.category) - categories.indexOf(b.category) ||
    compareText(a.rule, b.rule) ||
    compareText(a.subject[0] ?? '', b.subject[0] ?? '') ||
    compareText(a.id, b.id)
  )
}

function rank(finding: Finding): number {
  return severities.indexOf(finding.severity)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
