/**
 * The contract of a rule: one file a rule, its examples being its tests, its page and what a learner
 * sees beside a finding. A rule is a pure question; it never changes a design and never draws.
 */
import type { SectionId } from '#shared/design/answers.ts'
import type { Design } from '#shared/design/design.ts'
import type { GraphIndex } from '#shared/design/graph.ts'
import type { Kind } from '#shared/kinds/define-kind.ts'
import type { Band } from './scale.ts'

/** `info` is what a decision answered already: kept in sight, asking for nothing. Only the checker gives it. */
export const severities = ['error', 'warning', 'suggestion', 'info'] as const
export type Severity = (typeof severities)[number]

// prettier-ignore
export const categories = [
  'requirements', 'estimation', 'api', 'data', 'high-level', 'scalability', 'performance',
  'reliability', 'consistency', 'security', 'observability', 'cost', 'operations', 'trade-offs',
  'anti-patterns',
] as const
export type Category = (typeof categories)[number]

/** What a rule is given: the design and what is looked up once for all rules. */
export interface CheckContext {
  readonly design: Design
  readonly index: GraphIndex
  readonly band: Band
  /** The kind of a node; the generic kind for an id that is not known. */
  kindOf(nodeId: string): Kind
}

/** One thing that a rule saw. */
export interface Observation {
  /**
   * What makes its identity, the same root cause having the same subject: ids of nodes or edges, or
   * `answer:<section>` and `answer:<section>/<item>` for what was said or is missing beside the drawing.
   */
  readonly subject: readonly string[]
  readonly severity: Severity
  /** What was seen and where, in one sentence that names labels: "Orders has one instance …". */
  readonly message: string
  /** The values it rested on: when these change, a defended finding opens again. A move changes none. */
  readonly evidence: Readonly<Record<string, unknown>>
  /** Everything to point at; the subject when absent. */
  readonly nodes?: readonly string[]
  readonly edges?: readonly string[]
  /** Sections of the answers to point at; those of the subject when absent. */
  readonly answers?: readonly SectionId[]
}

export interface Rule {
  /** Equals the file's name. */
  readonly id: string
  readonly title: string
  readonly category: Category
  /** Why it matters, one or two sentences. */
  readonly why: string
  /** What to consider; begins with a verb, never says "wrong". */
  readonly fix: string
  /** What an interviewer would ask. */
  readonly question: string
  /** Design documents (Markdown with front matter and a Mermaid diagram, or a diagram alone). */
  readonly examples: { readonly bad: readonly string[]; readonly good: readonly string[] }
  /**
   * Whether the design has anything for this rule to judge; absent means always. A rule that does not
   * apply counts neither for nor against a design.
   */
  appliesTo?(context: CheckContext): boolean
  /** A few lines a rule; time grows with nodes plus edges, since it runs at every pause in drawing. */
  check(context: CheckContext): readonly Observation[]
}

/** An observation with what its rule says, ready to show. */
export interface Finding extends Required<Observation> {
  /** Stable across runs, edits and renames: rule and subject. */
  readonly id: string
  readonly rule: string
  readonly title: string
  readonly category: Category
  readonly why: string
  readonly fix: string
  readonly question: string
  /** Hash of rule and evidence. */
  readonly evidenceHash: string
}

/** Gives a rule its type. */
export function defineRule(rule: Rule): Rule {
  return rule
}
