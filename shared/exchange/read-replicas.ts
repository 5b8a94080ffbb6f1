/** The number of instances that a label speaks of: "API x4", "Redis (3 replicas)", "MySQL + standby". */
import { maxReplicas } from '#shared/design/limits.ts'

export interface LabelledReplicas {
  /** The label without a plain count; words that say more than a number stay. */
  readonly label: string
  /** Absent when the label does not say. */
  readonly replicas?: number
}

const units =
  'replicas?|instances?|nodes?|pods?|servers?|machines?|copies|tasks?|workers?|brokers?|members|containers|vms|hosts|masters|readers|standbys'
const numbers: readonly string[] = 'zero one two three four five six seven eight nine ten'.split(
  ' ',
)
const number = `\\d{1,6}|${numbers.slice(2).join('|')}`
const counts: readonly RegExp[] = [
  /\s*[([]\s*[x×]\s?(\d{1,6})\s*[)\]]/i,
  /(?:^|\s)[x×]\s?(\d{1,6})(?=\s*(?:$|[,;:(+/|–—]|(?:on|in|at|behind|with|per|across|over)\s))/i,
  /^(\d{1,6})\s?[x×]\s+(?=\S)/i,
  /\s*[([]\s*(\d{1,6})\s?[x×]\s*[)\]]/i,
  /\s+(\d{1,6})\s?[x×]$/i,
  new RegExp(`\\s*[([]\\s*(\\d{1,6})\\s+(?:${units})\\s*[)\\]]`, 'i'),
]
/** Each with the count in its first group. */
const inWords: readonly RegExp[] = [
  new RegExp(
    `(?:^|[\\s(,:])(${number})[\\s-]+(?:(?:data|worker|broker|app|web|cache|master)\\s+)?(?:${units})\\b`,
    'i',
  ),
  // The plural alone: "Server :8000" names a port.
  /\b(?:replicas|instances|nodes|pods|servers|machines|copies|tasks|workers|brokers|members|containers|vms|hosts|count)\s*[:=]\s*(\d{1,6})\b/i,
  new RegExp(
    `\\b(?:clusters?|ensembles?|fleets?|pools?|groups?|sets?|quorums?)\\s+of\\s+(${number})\\b`,
    'i',
  ),
  new RegExp(`\\b(?:${units}|set|cluster|fleet|pool)\\s*[([]\\s*(\\d{1,5})\\s*[)\\]]`, 'i'),
  new RegExp(
    `^(${number})\\s+(?!(?:\\w+\\s+)?(?:shards?|partitions|regions|zones|azs|steps|hours|days|minutes|seconds|years|users|requests|files|tables|topics|queues|databases|services|layers|phases|types)\\b)(?:[a-z][\\w-]*\\s+){0,2}[a-z][\\w-]*s$`,
    'i',
  ),
]
const range =
  /\b(?:workers?|nodes?|instances?|servers?|pods?|tasks?|replicas?|brokers?)\s+(\d{1,4})\s*(?:-|–|\.{2,3}|…|to)\s*(\d{1,4})\b/i
/** "2 to 10 pods" says how far it scales and not how many there are. */
const scaling = new RegExp(
  `\\d\\s*(?:to|-|–|\\.{2,3})\\s*\\d+\\s+(?:${units})\\b|\\b(?:auto[-\\s]?scal\\w*|hpa)\\b`,
  'i',
)
const primaryAnd = /\b(?:primary|leader|master|writer)\s*(?:\+|and|&|,|with|\/)\s*(\d{1,4})?\s*\w*/i
const spare =
  /(?:\+|&|\band\b|\bwith\b|,|\/)\s*(?:a\s+|hot\s+|warm\s+|sync\w*\s+|async\w*\s+)?(\d{1,4})?\s*(?:(?:hot|warm|sync\w*|async\w*)\s+)?(?:standbys?|stand-by|replicas?|secondar(?:y|ies)|followers?|failover|slaves?)\b/i
const pairs =
  /\b(?:active\s?[-/]\s?(?:active|passive|standby)|(?:redundant|ha) pair|pair|(?:master|primary)\s?[-/]\s?(?:slave|secondary|replica|standby))\b/i

const below: readonly RegExp[] = [
  /(?:^|\s)[x×]\s?[-−]\d+\b/,
  new RegExp(`(?<!\\d\\s*)(?<![\\w-])[-−]\\d+\\s+(?:${units}|shards?|partitions?)\\b`, 'i'),
  new RegExp(`\\b(?:${units}|shards?|partitions?|count)\\s*[:=]\\s*[-−]\\d`, 'i'),
]

/** Whether a label states a number of instances that there cannot be: "API x-3", "replicas: -2". */
export function saysBelowOne(label: string): boolean {
  return below.some((pattern) => pattern.test(label))
}

/** Empty and ordinary labels come back as they are, and those that say a number below one. */
export function readReplicas(label: string): LabelledReplicas {
  if (saysBelowOne(label)) return { label }
  for (const pattern of counts) {
    const count = countOf(pattern.exec(label)?.[1])
    if (count === undefined) continue
    const rest = label
      .replace(pattern, ' ')
      .replace(/\s+/g, ' ')
      .replace(/\s+([,;)])/g, '$1')
      .trim()
    return { label: rest === '' ? label : rest, replicas: count }
  }
  const replicas = countInWords(label)
  return replicas === undefined ? { label } : { label, replicas }
}

function countInWords(label: string): number | undefined {
  const extra = spareOf(label)
  if (extra !== null) return 1 + (countOf(extra[1]) ?? 1)
  if (pairs.test(label)) return 2
  const span = spanOf(label)
  if (span !== undefined || scaling.test(label)) return span
  return inWords.map((pattern) => countOf(pattern.exec(label)?.[1])).find(isCount)
}

/** One that serves, and others beside it. */
function spareOf(label: string): RegExpExecArray | null {
  const isCopied = /\b(?:standby|replica|reader|secondar)/i.test(label)
  return spare.exec(label) ?? (isCopied ? primaryAnd.exec(label) : null)
}

/** "Worker 1-3" are three. */
function spanOf(label: string): number | undefined {
  const [, first = '', last = ''] = range.exec(label) ?? []
  return Number(last) > Number(first)
    ? countOf(String(Number(last) - Number(first) + 1))
    : undefined
}

function isCount(count: number | undefined): count is number {
  return count !== undefined
}

function countOf(text: string | undefined): number | undefined {
  const word = numbers.indexOf(text?.toLowerCase() ?? '')
  const count = word > 0 ? word : Number(text)
  return Number.isInteger(count) && count >= 1 && count <= maxReplicas ? count : undefined
}
