/** The catalogue of kinds as a page of the documentation. */
import { kindGroups, type Kind, type KindProperty } from '#shared/kinds/define-kind.ts'
import { nodeProperties } from '#shared/kinds/node-properties.ts'
import { note, row } from './page-parts.ts'

export function kindsPage(kinds: readonly Kind[]): string {
  const parts = ['# Kinds of component', note, `${kinds.length} kinds.`, aboutSources]
  for (const [group, title] of Object.entries(kindGroups)) {
    const members = kinds.filter((kind) => kind.group === group)
    if (members.length > 0) parts.push(`## ${title}`, ...members.map(describe))
  }
  return parts.join('\n\n') + '\n'
}

const aboutSources =
  'A default is what is assumed while nobody says otherwise. A source such as 004:4399 is a line of the study guide that the figure was taken from.'

function describe(kind: Kind): string {
  const traits = kind.traits.length > 0 ? kind.traits.join(', ') : 'none'
  return [
    `### ${kind.title} (\`${kind.id}\`)`,
    `${kind.isFor} **Not for:** ${kind.notFor}`,
    `Traits: ${traits}. Known as: ${[...kind.words, ...kind.technologies].join(', ')}.`,
    propertyTable(kind.properties),
    neighbourLine(kind),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function propertyTable(properties: readonly KindProperty[]): string {
  const stated = properties.filter((property) => property.default !== undefined)
  if (stated.length === 0) return ''
  const rows = stated.map(({ id, default: value, source }) => {
    const property = nodeProperties[id]
    const unit = 'unit' in property && property.unit !== '' ? ` ${property.unit}` : ''
    return row([property.title, `${String(value)}${unit}`, source ?? ''])
  })
  return [row(['property', 'default', 'source']), row(['---', '---', '---']), ...rows].join('\n')
}

function neighbourLine({ neighbours }: Kind): string {
  if (neighbours.length === 0) return ''
  const words = neighbours.map(
    ({ kind, direction, edge }) => `${direction === 'in' ? 'from' : 'to'} \`${kind}\` (${edge})`,
  )
  return `Usual neighbours: ${words.join(', ')}.`
}
