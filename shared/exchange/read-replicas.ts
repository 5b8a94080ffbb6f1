/** The number of instances that a label speaks of: "API x4", "Redis (3 replicas)", "MySQL + standby". */
import { maxReplicas } from '#shared/design/board-schema.ts'

export interface LabelledReplicas {
  /** The label without a plain count; words that say more than a number stay. */
  readonly label: string
  /** Absent when the label does not say. */
  readonly replicas?: number
}

const units = 'replicas?|instances?|nodes?|pods?|servers?|machines?|copies|tasks?|workers?|brokers?'
const counts: readonly RegExp[] = [
  /\s*[([]\s*[x×]\s?(\d{1,6})\s*[)\]]/i,
  /(?:^|\s)[x×]\s?(\d{1,6})(?=\s*(?:$|[,(+]))/i,
  /^(\d{1,6})\s?[x×]\s+(?=\S)/i,
  /\s*[([]\s*(\d{1,6})\s?[x×]\s*[)\]]/i,
  /\s+(\d{1,6})\s?[x×]$/i,
  new RegExp(`\\s*[([]\\s*(\\d{1,6})\\s+(?:${units})\\s*[)\\]]`, 'i'),
]
const inWords = new RegExp(`(?:^|[\\s(,])(\\d{1,6})\\s+(?:${units})\\b`, 'i')
const primaryAnd = /\b(?:primary|leader|master)\s*(?:\+|and|&|,|with|\/)\s*(\d{1,4})?\s*\w*/i
const spare =
  /(?:\+|&|\band\b|\bwith\b|,|\/)\s*(?:a\s+|hot\s+|warm\s+)?(\d{1,4})?\s*(?:standbys?|stand-by|replicas?|secondar(?:y|ies)|followers?|failover|slaves?)\b/i
const pairs = /\b(?:active[-\s](?:active|passive|standby)|(?:redundant|ha) pair|pair)\b/i

/** Empty and ordinary labels come back as they are. */
export function readReplicas(label: string): LabelledReplicas {
  for (const pattern of counts) {
    const count = countOf(pattern.exec(label)?.[1])
    if (count === undefined) continue
    const rest = label.replace(pattern, ' ').replace(/\s+/g, ' ').trim()
    return { label: rest === '' ? label : rest, replicas: count }
  }
  const replicas = countInWords(label)
  return replicas === undefined ? { label } : { label, replicas }
}

function countInWords(label: string): number | undefined {
  const extra =
    spare.exec(label) ?? (/\b(?:standby|replica)/i.test(label) && primaryAnd.exec(label))
  if (extra !== null && extra !== false) return 1 + (countOf(extra[1]) ?? 1)
  if (pairs.test(label)) return 2
  return countOf(inWords.exec(label)?.[1])
}

function countOf(digits: string | undefined): number | undefined {
  const count = Number(digits)
  return Number.isInteger(count) && count >= 1 && count <= maxReplicas ? count : undefined
}
