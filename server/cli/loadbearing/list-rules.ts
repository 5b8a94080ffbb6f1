/** `loadbearing rules`: what is asked of a design, all of it or one rule with its examples. */
import type { Rule } from '#shared/checker/define-rule.ts'
import { UsageError } from './usage.ts'

export type ListFormat = 'text' | 'json'

/** Throws `UsageError` for an id that no rule has. */
export function listRules(
  rules: readonly Rule[],
  id: string | undefined,
  format: ListFormat,
): string {
  const shown = id === undefined ? rules : rules.filter((rule) => rule.id === id)
  if (shown.length === 0) throw new UsageError(`No rule is called ${id ?? ''}.`)
  if (format === 'json') return `${JSON.stringify(shown.map(plain), null, 2)}\n`
  return id === undefined ? overview(shown) : shown.map(page).join('\n')
}

function plain({ id, title, category, why, fix, question, examples }: Rule) {
  return { id, title, category, why, fix, question, examples }
}

function overview(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length))
  const lines = rules.map(({ id, title }) => `${id.padEnd(width)}  ${title}`)
  return `${lines.join('\n')}\n`
}

function page({ id, title, category, why, fix, question, examples }: Rule): string {
  const blocks = [
    `${title} (${id}, ${category})`,
    why,
    `Consider: ${fix}`,
    `An interviewer asks: ${question}`,
    ...examples.bad.map((text) => `Reported:\n${indented(text)}`),
    ...examples.good.map((text) => `Not reported:\n${indented(text)}`),
  ]
  return `${blocks.join('\n\n')}\n`
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ')
}
