/** The catalogue of rules as a page of the documentation: examples included, since they specify a rule. */
import { categories, type Rule } from '#shared/checker/define-rule.ts'
import { note } from './page-parts.ts'

export function rulesPage(rules: readonly Rule[]): string {
  const parts = ['# Rules', note, `${rules.length} rules.`]
  for (const category of categories) {
    const members = rules.filter((rule) => rule.category === category)
    if (members.length > 0) parts.push(`## ${category}`, ...members.map(describe))
  }
  return parts.join('\n\n') + '\n'
}

function describe(rule: Rule): string {
  return [
    `### ${rule.title} (\`${rule.id}\`)`,
    rule.why,
    `**Consider:** ${rule.fix}`,
    `**An interviewer asks:** ${rule.question}`,
    ...rule.examples.bad.slice(0, 1).map((text) => example('Reported', text)),
    ...rule.examples.good.slice(0, 1).map((text) => example('Not reported', text)),
  ].join('\n\n')
}

/** A diagram is fenced so that it is drawn where the page is read; facts before it stay readable. */
function example(title: string, text: string): string {
  const [, facts = '', diagram = text] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.trim()) ?? []
  // A whole document has fences of its own and is shown as it is, inside longer ones.
  if (diagram.includes('```')) return `${title}:\n\n${fence('text', text, '````')}`
  const blocks = facts === '' ? [] : [fence('yaml', facts)]
  return [`${title}:`, ...blocks, fence('mermaid', indentAlike(diagram))].join('\n\n')
}

function fence(language: string, text: string, mark = '```'): string {
  return `${mark}${language}\n${text.trim()}\n${mark}`
}

/** Examples stand as deep as the code around them; a page wants two spaces below the first line. */
function indentAlike(diagram: string): string {
  const [first = '', ...rest] = diagram.trim().split('\n')
  const depths = rest.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const depth = Math.min(...depths)
  return [first, ...rest.map((line) => `  ${line.slice(depth)}`.trimEnd())].join('\n')
}
