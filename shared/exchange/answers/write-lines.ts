/** Entries of the sections as an export writes them; whether a line reads back is for its caller to try. */
import type {
  Decision,
  Endpoint,
  Entity,
  Estimate,
  Failure,
  Flow,
  Requirement,
} from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import { grouped, printData, printDays, printEstimate } from './print-quantity.ts'

/** `id` is empty for a requirement that is known by its place. */
export function requirementLine({ id, text, priority, kind }: Requirement): string {
  const words = [...(priority === 'must' && id === '' ? [] : [priority]), ...kindWord(kind)]
  const brackets = words.length === 0 ? '' : `(${words.join(', ')})`
  const head = [id, brackets].filter((part) => part !== '').join(' ')
  return head === '' ? text : `${head}: ${text}`
}

function kindWord(kind: Requirement['kind']): readonly string[] {
  return kind === 'constraint' ? ['constraint'] : []
}

export function estimateLine(estimate: Estimate): string {
  return estimate.text === '' ? `${estimate.name}: ${printEstimate(estimate)}` : estimate.text
}

export function endpointLine(endpoint: Endpoint): string {
  const { method, path, text, covers } = endpoint
  const flags = flagWords(endpoint)
  const parts = [
    `\`${[method, path].filter((part) => part !== '').join(' ')}\``,
    text,
    flags.length === 0 ? '' : `(${flags.join(', ')})`,
    covers.length === 0 ? '' : `covers ${covers.join(', ')}`,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function flagWords(endpoint: Endpoint): readonly string[] {
  const { auth, idempotent, paginated, isAsync, hasErrors } = endpoint
  const words = [
    word(auth, 'auth', 'no auth'),
    word(idempotent, 'idempotent', 'not idempotent'),
    word(paginated, 'paginated', 'not paginated'),
    word(isAsync, 'async', 'sync'),
    word(hasErrors, 'errors', 'no errors'),
  ]
  return words.filter((flag) => flag !== '')
}

function word(flag: boolean | undefined, yes: string, no: string): string {
  if (flag === undefined) return ''
  return flag ? yes : no
}

/** The same entity with its stores called by label, by technology and by id. */
export function entityLines(
  entity: Entity,
  nodes: ReadonlyMap<string, DesignNode>,
): readonly string[] {
  const stores = entity.storeIds.map((id) => ({ id, node: nodes.get(id) }))
  const named = [
    stores.map(({ id, node }) => node?.label.trim() || id),
    stores.map(({ id, node }) => node?.technology.trim() || id),
    stores.map(({ id }) => id),
  ]
  return [...new Set(named.map((names) => entityLine(entity, names)))]
}

function entityLine(entity: Entity, stores: readonly string[]): string {
  const brackets = [entity.class ?? '', entity.ephemeral ? 'ephemeral' : ''].filter(
    (part) => part !== '',
  )
  const head = [
    entity.name,
    brackets.length === 0 ? '' : `(${brackets.join(', ')})`,
    stores.length === 0 ? '' : `in ${stores.join(' and ')}`,
  ]
  const start = head.filter((part) => part !== '').join(' ')
  const parts = entityParts(entity)
  return parts.length === 0 ? start : `${start}: ${parts.join('; ')}`
}

function entityParts(entity: Entity): readonly string[] {
  const { primaryKey, fields, indexes, shardKey, rows, meanBytes, consistency } = entity
  const size = meanBytes === undefined ? '' : printData(meanBytes)
  const parts = [
    primaryKey === undefined ? '' : `key ${primaryKey}`,
    fields === undefined ? '' : `fields ${fields.join(', ')}`,
    indexes === undefined ? '' : `index ${indexes.join(', ')}`,
    shardKey === undefined ? '' : `shard by ${shardKey}`,
    rows === undefined ? size && `${size} each` : `${grouped(rows)} rows${size && ` of ${size}`}`,
    consistency === undefined ? '' : `consistency ${consistency}`,
    entity.retentionDays === undefined ? '' : `keep ${printDays(entity.retentionDays)}`,
    entity.text ?? '',
  ]
  return parts.filter((part) => part !== '')
}

export function flowLine({ name, steps, covers }: Flow): string {
  const head = [name, covers.length === 0 ? '' : `(${covers.join(', ')})`]
  const start = head.filter((part) => part !== '').join(' ')
  return start === '' ? steps.join(' → ') : `${start}: ${steps.join(' → ')}`
}

type Worded<T> = Omit<T, 'text' | 'nodeIds'>

export function decisionLine({
  topic,
  chosen,
  options,
  why,
  consequence,
}: Worded<Decision>): string {
  const others = options.filter((option) => option !== chosen)
  const word = chosen === '' ? 'not' : ' over'
  const over = others.length === 0 ? '' : `${word} ${others.join(', ')}`
  const because = why === '' ? '' : ` because ${why}`
  const end = consequence === '' ? '' : `; consequence: ${consequence}`
  return `${topic === '' ? '' : `${topic}: `}${chosen}${over}${because}${end}`
}

export function failureLine({ what, effect, detection, mitigation }: Worded<Failure>): string {
  const parts = [
    effect === '' ? '' : `effect: ${effect}`,
    detection === '' ? '' : `detected by ${detection}`,
    mitigation === '' ? '' : `mitigation: ${mitigation}`,
  ].filter((part) => part !== '')
  return parts.length === 0 ? what : `${what}: ${parts.join('; ')}`
}
