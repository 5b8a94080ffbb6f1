/** What sort of data a component holds, by what is said of records and of the component itself. */
import type { Entity, EntityClass } from '#shared/design/answers.ts'
import type { DesignNode } from '#shared/design/design.ts'
import type { CheckContext } from './define-rule.ts'

/** How a component's own list of data classes names them. */
const stated: readonly (readonly [EntityClass, RegExp])[] = [
  ['money', /\b(?:money|payments?|cards?|financ\w*|ledger)\b/i],
  ['pii', /\b(?:pii|personal\w*|customer data|user data)\b/i],
  ['health', /\b(?:health|medical|phi|patients?)\b/i],
]

/** Whether a component holds data of one of the classes; what nobody said is not held. */
export function holdsAny(
  context: CheckContext,
  node: DesignNode,
  classes: ReadonlySet<EntityClass>,
): boolean {
  const { dataClass } = node.properties
  const words = typeof dataClass === 'string' ? dataClass : ''
  if (stated.some(([name, pattern]) => classes.has(name) && pattern.test(words))) return true
  return context.design.answers.entities.some(
    (entity) =>
      entity.class !== undefined && classes.has(entity.class) && entity.storeIds.includes(node.id),
  )
}

/** Names of an entity's fields: those that were listed as such, else the words between the commas of its text. */
export function fieldNames({ fields, text = '' }: Entity): readonly string[] {
  const names = fields ?? text.split(/[,;()]/)
  return names.map((name) => name.replace(/[`*]/g, '').trim())
}
