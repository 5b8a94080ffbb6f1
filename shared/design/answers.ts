/**
 * What a person said beside the drawing, in the order of the process: requirements, estimates, API, data,
 * flows, decisions, failures, security, operations. Read from a document's sections or written on a board;
 * a rule that lacks its input stays silent.
 */

/** Sections of a design document, in their canonical order. */
// prettier-ignore
export const sectionIds = [
  'functional-requirements', 'non-functional-requirements', 'estimates', 'api', 'data-model', 'flows',
  'decisions', 'trade-offs', 'failures', 'security', 'operations',
] as const
export type SectionId = (typeof sectionIds)[number]

/** Their headings as an export writes them. */
export const sectionTitles: Readonly<Record<SectionId, string>> = {
  'functional-requirements': 'Functional requirements',
  'non-functional-requirements': 'Non-functional requirements',
  estimates: 'Estimates',
  api: 'API',
  'data-model': 'Data model',
  flows: 'Flows',
  decisions: 'Decisions',
  'trade-offs': 'Trade-offs',
  failures: 'Failures',
  security: 'Security',
  operations: 'Operations',
}

/** Classes of data that rules treat apart (knowledge E.0). */
// prettier-ignore
export const entityClasses = [
  'money', 'inventory', 'booking', 'message', 'pii', 'health', 'media', 'search', 'timeseries',
  'counter', 'session', 'presence', 'graph', 'event', 'content', 'config',
] as const
export type EntityClass = (typeof entityClasses)[number]

export const priorities = ['must', 'should', 'out'] as const
export type Priority = (typeof priorities)[number]

export interface Requirement {
  /** Stable within the answers: "FR1" where it was numbered so, else made of its place. */
  readonly id: string
  readonly text: string
  readonly priority: Priority
  /** `quality` holds what belongs to the non-functional section, `constraint` what limits the solution. */
  readonly kind: 'functional' | 'quality' | 'constraint'
}

/** Physical dimensions of a stated number; each has one unit that values are kept in. */
export const quantityUnits = {
  /** Requests, messages or operations per second. */
  rate: '1/s',
  data: 'B',
  dataRate: 'B/s',
  duration: 'ms',
  share: '%',
  money: 'USD/month',
  count: '1',
} as const
export type Dimension = keyof typeof quantityUnits

/** A number that was stated, with what it is about. */
export interface Estimate {
  /** Words before the number: "peak reads", "storage per year". */
  readonly name: string
  /** In the unit of its dimension (`quantityUnits`). */
  readonly value: number
  readonly dimension: Dimension
  /** The period a quantity of data, money or a count accrues in, in seconds; absent when none was said. */
  readonly perSeconds?: number
  /** The line as it was written. */
  readonly text: string
}

export interface Endpoint {
  /** Upper case; `WS`, `GRPC` or `EVENT` where it is none of HTTP. Empty when not said. */
  readonly method: string
  readonly path: string
  /** Words behind it. */
  readonly text: string
  readonly auth?: boolean
  readonly idempotent?: boolean
  readonly paginated?: boolean
  /** Answers at once and works later. */
  readonly isAsync?: boolean
  readonly hasErrors?: boolean
  /** Ids of requirements. */
  readonly covers: readonly string[]
}

export const consistencies = ['strong', 'read-your-writes', 'causal', 'eventual'] as const
export type Consistency = (typeof consistencies)[number]

/** A kind of record and where it lives. */
export interface Entity {
  readonly name: string
  readonly class?: EntityClass
  /** Ids of the nodes that store it; empty when it has no place yet. */
  readonly storeIds: readonly string[]
  /** Whether its loss is accepted in writing. */
  readonly ephemeral: boolean
  readonly fields?: readonly string[]
  readonly primaryKey?: string
  readonly indexes?: readonly string[]
  readonly shardKey?: string
  readonly consistency?: Consistency
  readonly rows?: number
  /** Mean size of a record in bytes. */
  readonly meanBytes?: number
  readonly retentionDays?: number
  /** Words that belong to none of the above. */
  readonly text?: string
}

export interface Flow {
  readonly name: string
  /** Steps in order, as written. */
  readonly steps: readonly string[]
  /** Ids of nodes that the steps name, in order. */
  readonly nodeIds: readonly string[]
  /** Ids of requirements. */
  readonly covers: readonly string[]
}

export interface Decision {
  readonly topic: string
  readonly chosen: string
  /** Everything that was weighed, the chosen one included where it was named. */
  readonly options: readonly string[]
  readonly why: string
  readonly consequence: string
  /** Ids of nodes that it names by label. */
  readonly nodeIds: readonly string[]
  /** The entry as it was written. */
  readonly text: string
}

export interface Failure {
  readonly what: string
  readonly effect: string
  readonly detection: string
  readonly mitigation: string
  readonly nodeIds: readonly string[]
  readonly text: string
}

/** One line of prose or of a list, for sections that stay words (security, operations, bottlenecks). */
export interface Statement {
  readonly text: string
  readonly nodeIds: readonly string[]
}

/** What was written in a section and is none of its items: an introduction, a remark without a number. */
export interface Note extends Statement {
  readonly section: SectionId
}

export interface Answers {
  /** Sections that the document has, also empty ones; none for a bare diagram or a board without answers. */
  readonly sections: readonly { readonly id: SectionId; readonly isEmpty: boolean }[]
  readonly requirements: readonly Requirement[]
  readonly estimates: readonly Estimate[]
  readonly endpoints: readonly Endpoint[]
  readonly entities: readonly Entity[]
  readonly flows: readonly Flow[]
  readonly decisions: readonly Decision[]
  /** What was weighed and accepted, in sentences. */
  readonly tradeOffs: readonly Statement[]
  readonly failures: readonly Failure[]
  readonly security: readonly Statement[]
  readonly operations: readonly Statement[]
  readonly notes: readonly Note[]
}

export const noAnswers: Answers = {
  sections: [],
  requirements: [],
  estimates: [],
  endpoints: [],
  entities: [],
  flows: [],
  decisions: [],
  tradeOffs: [],
  failures: [],
  security: [],
  operations: [],
  notes: [],
}
