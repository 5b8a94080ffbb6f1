/** Bold words at the start of a paragraph become the title of an entry; labelled lines of a decision are one record. */
import type { Item } from '../outline.ts'
import type { Group } from './gather-sections.ts'

/** An entry under a title of its own. */
export function titled(text: string, line: number, children: readonly Item[]): Item {
  return { text, line, column: 1, form: 'titled', children }
}

const led: ReadonlySet<string> = new Set(['decisions', 'failures', 'data-model', 'api', 'flows'])
const partLabel =
  /^(?:options?|alternatives?(?: considered)?|considered(?: options)?|decision|chosen|choice|why|rationale|reasons?|consequences?|price|trade-?offs?|downsides?|status|context)\s*:\s/i

export function foldLeads(group: Group): Group {
  const { meaning, items, heading = '' } = group
  if (
    meaning.isProse === true ||
    !led.has(meaning.section) ||
    items.some(({ exact }) => exact !== undefined)
  )
    return group
  if (meaning.section === 'decisions' && isOneRecord(items)) {
    return { ...group, items: [titled(heading.replace(/:$/, ''), group.line, items)] }
  }
  return { ...group, items: underLeads(items) }
}

/** "Options: …", "Decision: …" and "Rationale: …" on lines of their own. */
function isOneRecord(items: readonly Item[]): boolean {
  const labelled = items.filter(({ text, form }) => form !== 'row' && partLabel.test(text))
  return labelled.length > 1 && labelled.length > items.length / 2
}

function underLeads(items: readonly Item[]): readonly Item[] {
  const result: Item[] = []
  let below: Item[] | undefined
  for (const item of items) {
    const { lead, ...plain } = item
    if (item.form === 'paragraph' && lead !== undefined) {
      below = lead.rest === '' ? [] : [{ ...plain, text: lead.rest }]
      result.push({ ...titled(lead.title, item.line, below), column: item.column })
    } else if (below !== undefined && item.form !== 'row') below.push(item)
    else {
      below = undefined
      result.push(item)
    }
  }
  return result
}
