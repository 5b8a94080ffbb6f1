/**
 * What sort of data an entity or a store holds. What was said decides; a name counts only where it can
 * mean nothing else ("ledger", "seat bookings"), since rules about money speak loudly.
 */
import type { Entity, EntityClass } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import type { CheckContext } from './define-rule.ts'
import { oncePerCheck } from './once-per-check.ts'
import { answerSubject } from './subject.ts'

/** Data that two people may not both get, or that has to add up. */
export type SharpClass = Extract<EntityClass, 'money' | 'inventory' | 'booking'>
export const sharpClasses: ReadonlySet<EntityClass | undefined> = new Set<SharpClass>([
  'money',
  'inventory',
  'booking',
])

const names: readonly (readonly [SharpClass, RegExp])[] = [
  [
    'money',
    /\b(?:payments?|ledgers?|wallets?|(?:account|wallet|customer|user)?[-_\s]?balances|(?:account|wallet|user)[-_\s]balance|invoices?|refunds?|payouts?|bank(?:ing)?|billing|money|journal entries)\b/i,
  ],
  [
    'inventory',
    /\b(?:inventory|stock(?![-_\s]*(?:prices?|quotes?|tick\w*|exchange|market|trad\w*|symbols?|photos?|images?))(?:[-_\s]?(?:levels?|items?|counts?))?)\b/i,
  ],
  ['booking', /\b(?:bookings?|reservations?|seats?|seat[-_\s]?holds?|appointments?)\b/i],
]
/** Words after which the name speaks of a record about it, whose loss or age moves nothing. */
const about =
  /\b(?:logs?|history|events?|analytics|metrics|stats|statistics|reports?|search|index|archive|audit|notifications?|e-?mails?|cache|cached|views?|read[-\s]?model|projections?|preferences|settings|methods?|page)\b/i

/** The class that was said; else the one that the name cannot help meaning; else `undefined`. */
export function classOf(entity: Entity): EntityClass | undefined {
  return entity.class ?? sharpClassIn(entity.name)
}

/** Money, inventory or booking when a name can mean nothing else; "payment history" is history. */
export function sharpClassIn(name: string): SharpClass | undefined {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ')
  if (about.test(words)) return undefined
  return names.find(([, pattern]) => pattern.test(words))?.[0]
}

/** Entities that are said to live in a store. */
export function entitiesIn(context: CheckContext, nodeId: string): readonly Entity[] {
  return entitiesByStore(context).get(nodeId) ?? []
}

const entitiesByStore = oncePerCheck(({ design }) => {
  const byStore = new Map<string, Entity[]>()
  for (const entity of design.answers.entities) {
    for (const id of new Set(entity.storeIds)) {
      byStore.set(id, [...(byStore.get(id) ?? []), entity])
    }
  }
  return byStore
})

/**
 * The class of money, inventory or booking data in a store: by its entities where any are placed there,
 * else by its own properties and label. `undefined` for anything else.
 */
export function sharpClassHeld(context: CheckContext, node: DesignNode): SharpClass | undefined {
  const held = entitiesIn(context, node.id)
  const classes =
    held.length > 0 ? held.map(classOf) : [declaredOn(node) ?? sharpClassIn(node.label)]
  return classes.find(isSharp)
}

function declaredOn({ properties }: DesignNode): SharpClass | undefined {
  const { dataClass } = properties
  if (typeof dataClass !== 'string') return undefined
  return dataClass.split(/[,;\s]+/).find(isSharp)
}

function isSharp(value: string | undefined): value is SharpClass {
  return value === 'money' || value === 'inventory' || value === 'booking'
}

/** The subject of a finding about an entity in its stores, so that a decision about either is heard. */
export function entitySubject(entity: Entity, storeIds: readonly string[]): readonly string[] {
  return [...storeIds, answerSubject('data-model', entity.name)]
}
