/**
 * What a design admits of itself in plain words: "Redis has no other copy", "both can get the last seat".
 * Such a sentence tells the fault, however well the drawing looks; a question, a fear that was met, and
 * what was done away with admit nothing.
 */
import type { DesignNode } from '#shared/design/design.ts'
import { entitiesIn } from './data-class.ts'
import type { CheckContext, Observation, Severity } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'
import { keepsData, nameOf, plays, sentence } from './parts.ts'
import type { Saying } from './said.ts'
import { says, saysOutright } from './says.ts'
import { mayMatch, pagesOf } from './text-pages.ts'
import { toldOf } from './told.ts'

/** How a fault is put into words. Patterns are constants without the flag `g`. */
export interface AdmissionWords {
  /** Words of the fault that a negation takes back: "reports read the primary". */
  readonly says?: RegExp
  /** Words that hold their own negation: "no index", "never expires". */
  readonly asIs?: RegExp
  /** What the paragraph has to be about; any words where absent. */
  readonly about?: RegExp
  /** What cures it in the same paragraph. */
  readonly cured?: RegExp
}

export interface Admission {
  readonly saying: Saying
  /** The sentence that admits it. */
  readonly text: string
}

/** What was left, feared or done away with admits nothing. */
const idle =
  /\b(?:would(?:n['’]t)?|could have|used to|formerly|no longer|any ?more|until (?:last|now)|in the old (?:system|version|design)|we (?:avoid|prevent|replaced|removed|fixed|rejected|ruled out)|(?:is|are|was|were) (?:avoided|prevented|ruled out|rejected|fixed|impossible)|instead of|rather than|so that (?:no|nobody|nothing|it never|they never)|to (?:avoid|prevent)|protects? against|impossible|cannot happen|can['’]t happen)\b/i

const sentencesOf = oncePerCheck((context): readonly Admission[] =>
  toldOf(context).flatMap((saying) =>
    wholeOf(saying)
      .split(/(?<=[.;!?])\s+/)
      .filter((text) => !text.endsWith('?') && !idle.test(text))
      .map((text) => ({ saying, text })),
  ),
)

/** A sentence that was read as steps of a flow, put together again. */
function wholeOf({ section, text }: Saying): string {
  return section === 'flows' ? text.replace(/\.\s(?=[a-z])/g, ', ') : text
}

const pages = oncePerCheck((context) => pagesOf(toldOf(context).map(wholeOf)))

/** Sentences that admit a fault. */
export function admissionsOf(context: CheckContext, words: AdmissionWords): readonly Admission[] {
  const patterns = [words.says, words.asIs].filter((pattern) => pattern !== undefined)
  if (!patterns.some((pattern) => mayMatch(pages(context), pattern))) return []
  return sentencesOf(context).filter(({ saying, text }) => {
    const isTold = words.says !== undefined && saysOutright(text, words.says)
    if (!isTold && words.asIs?.test(text) !== true) return false
    if (words.about?.test(saying.text) === false) return false
    return words.cured === undefined || !says(saying.text, words.cured)
  })
}

interface Judged extends AdmissionWords {
  /** Who can be meant. */
  readonly candidates: readonly DesignNode[]
  readonly severity: Severity
  /** What is said of the component, after its name: "is said to answer reports". */
  readonly tells: string
}

/** What a rule found, and what is admitted about a component that it said nothing of. */
export function withAdmitted(
  context: CheckContext,
  found: readonly Observation[],
  judged: Judged,
): readonly Observation[] {
  if (judged.candidates.length === 0) return found
  const known = new Set(found.flatMap(({ subject, nodes = [] }) => [...subject, ...nodes]))
  const told = new Map<string, Admission>()
  for (const admission of admissionsOf(context, judged)) {
    const [meant] = whoIsMeant(context, admission, judged.candidates)
    if (meant !== undefined && !known.has(meant.id) && !told.has(meant.id)) {
      told.set(meant.id, admission)
    }
  }
  const added = [...told].map(([id, { saying, text }]) => ({
    subject: [id],
    severity: judged.severity,
    message: sentence(`${nameOf(context, id)} ${judged.tells}.`),
    evidence: { said: text.trim().slice(0, 160) },
    answers: [saying.section],
  }))
  return [...found, ...added]
}

/** Named in the sentence, else keeping what it speaks of, else named in the paragraph, else the only one. */
export function whoIsMeant(
  context: CheckContext,
  { saying, text }: Admission,
  candidates: readonly DesignNode[],
): readonly DesignNode[] {
  const choices = [
    candidates.filter((node) => isNamed(text, node)),
    candidates.filter((node) => isKeeperOf(context, text, node)),
    candidates.filter(({ id }) => saying.nodeIds.includes(id)),
    candidates.filter((node) => isNamed(saying.text, node)),
  ]
  const best = choices.find((nodes) => nodes.length > 0)
  if (best !== undefined) return best
  return candidates.length === 1 && !namesOther(context, text, candidates) ? candidates : []
}

/** "The cache is flushed" speaks of no database, though the only one could be meant. */
function namesOther(context: CheckContext, text: string, [only]: readonly DesignNode[]): boolean {
  if (only === undefined || !isPlace(context, only.id)) return false
  return context.design.graph.nodes.some(
    (node) => isPlace(context, node.id) && node.id !== only.id && isNamed(text, node),
  )
}

function isPlace(context: CheckContext, id: string): boolean {
  return keepsData(context, id) || plays(context, id, 'messaging')
}

/** By its whole name, or by the name of the product that it is. */
function isNamed(text: string, { label, technology }: DesignNode): boolean {
  const lower = text.toLowerCase()
  const name = (label.split(/[(,:+]|\s[x×]\s?\d/)[0] ?? '')
    .replace(/\s[x×]\s?\d+\s*$/, '')
    .trim()
    .toLowerCase()
  if (name.length > 2 && lower.includes(name)) return true
  const words = `${label} ${technology ?? ''}`.toLowerCase().match(products) ?? []
  return words.some((word) => lower.includes(word))
}

/** Names of products that people call a component by. */
const products =
  /\b(?:postgres|mysql|mariadb|oracle|mongo|redis|memcached|valkey|cassandra|scylla|dynamo|elastic|opensearch|solr|clickhouse|kafka|rabbit|sqs|nats|pulsar|kinesis|snowflake|bigquery|redshift|aurora|cockroach|spanner|firestore|sqlite|neo4j|couch|hbase|bigtable|zookeeper|etcd|consul)/g

/** "Bookings are read and then inserted" speaks of where bookings live. */
function isKeeperOf(context: CheckContext, text: string, { id }: DesignNode): boolean {
  const lower = text.toLowerCase()
  return entitiesIn(context, id).some(({ name }) => {
    const stem = name
      .toLowerCase()
      .replaceAll('_', ' ')
      .replace(/(?:ies|y|s)$/, '')
    return stem.length > 3 && lower.includes(stem)
  })
}
