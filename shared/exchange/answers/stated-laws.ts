/** Rules of law and trade that a document names. */
import { textOf, type Item } from '../outline.ts'
import type { Group } from './gather-sections.ts'

const laws: readonly (readonly [string, RegExp])[] = [
  ['GDPR', /\bgdpr\b|\bdsgvo\b|\brgpd\b/i],
  ['HIPAA', /\bhipaa\b/i],
  ['PCI DSS', /\bpci(?:[- ]?dss)?\b/i],
  ['SOC 2', /\bsoc[- ]?2\b/i],
  ['CCPA', /\bccpa\b/i],
  ['ISO 27001', /\biso[- ]?27001\b/i],
  ['SOX', /\bsox\b/i],
  ['FERPA', /\bferpa\b/i],
  ['LGPD', /\blgpd\b/i],
  ['COPPA', /\bcoppa\b/i],
  ['PSD2', /\bpsd ?2\b/i],
]

/** Names of laws that requirements or the security section speak of; nothing where they are ruled out. */
export function complianceIn(
  groups: readonly Group[],
  others: readonly Item[] = [],
): readonly string[] {
  const inSections = groups
    .filter(
      ({ meaning }) => meaning.priority !== 'out' && /requirements|security/.test(meaning.section),
    )
    .flatMap(({ items }) => items)
  const texts = [...inSections, ...others.filter(({ form }) => form !== 'code')]
    .flatMap((item) => textOf(item).split(/(?<=[.;])\s+/))
    .filter((text) => !/\b(?:no|not|none|n't|without)\b/i.test(text))
  return laws
    .filter(([, pattern]) => texts.some((text) => pattern.test(text)))
    .map(([name]) => name)
}
