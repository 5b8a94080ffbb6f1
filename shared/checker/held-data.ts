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

/** Fields that nobody may read but those whom they are about. */
const intimate =
  /\b(?:ibans?|salar(?:y|ies)|wages?|ssn|social security|tax (?:numbers?|ids?)|national ids?|passports?|diagnos[ei]s|medications?|medical|date of birth|birth ?da(?:y|te)s?|dob|card numbers?|bank (?:accounts?|details))\b/i
const contact = /\b(?:name|e-?mail|phone|mobile|address|postcode|zip)\b/gi
const precious =
  /\b(?:patients?|medical|health records?|payroll|salar(?:y|ies)|payslips?|personal data|pii|phi)\b/i

/** Whether a component holds what would hurt people if it were read: by class, by fields or by its own name. */
export function holdsSensitive(context: CheckContext, node: DesignNode): boolean {
  if (holdsAny(context, node, sensitive) || precious.test(node.label)) return true
  return context.design.answers.entities.some(
    (entity) => entity.storeIds.includes(node.id) && isSensitive(entity),
  )
}

const sensitive: ReadonlySet<EntityClass> = new Set(['money', 'pii', 'health'])

function isSensitive(entity: Entity): boolean {
  const words = `${entity.name}, ${fieldNames(entity).join(', ')}`.replaceAll('_', ' ')
  if (intimate.test(words) || stated.some(([, pattern]) => pattern.test(classIn(entity)))) {
    return true
  }
  return new Set(words.toLowerCase().match(contact)).size > 1
}

/** "class pii, money": where several were given, none is the class of the record. */
function classIn({ text = '' }: Entity): string {
  return /\bclass(?:es)?:? ([\w, ]+)/i.exec(text)?.[1] ?? ''
}

/** Names of an entity's fields: those that were listed as such, else the words between the commas of its text. */
export function fieldNames({ fields, text = '' }: Entity): readonly string[] {
  const names = fields ?? text.split(/[,;()]/)
  return names.map((name) => name.replace(/[`*]/g, '').trim())
}
