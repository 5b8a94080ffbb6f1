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

/** Four backticks, since an example may hold a fence of three. */
function example(title: string, text: string): string {
  return `${title}:\n\n\`\`\`\`markdown\n${text.trim()}\n\`\`\`\``
}
