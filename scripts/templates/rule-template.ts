/** A rule that runs and passes its contract; what it looks for and every text in it want to be replaced. */
export function ruleTemplate(id: string, title: string): string {
  return `import { defineRule } from '../define-rule.ts'

export default defineRule({
  id: '${id}',
  title: '${title}',
  category: 'high-level',
  why: 'A component that is only called "To be decided" tells a reader nothing.',
  fix: 'Consider a name that says what the component does.',
  question: 'What does this component do, and who calls it?',
  examples: {
    bad: [
      \`flowchart LR
  web[Browser] --> a[To be decided]\`,
      \`flowchart LR
  web[Browser] --> api[Order service] --> b[(To be decided)]\`,
    ],
    good: [
      \`flowchart LR
  web[Browser] --> api[Order service]\`,
      \`flowchart LR
  web[Browser] --> api[Order service] --> db[(PostgreSQL)]\`,
      \`flowchart LR
  web[Browser] --> api[Order service] --> more[Decided later]\`,
    ],
  },
  check({ design }) {
    return design.graph.nodes
      .filter((node) => node.label.toLowerCase() === 'to be decided')
      .map((node) => ({
        subject: [node.id],
        severity: 'suggestion',
        message: \`\${node.label} has no name of its own.\`,
        evidence: { label: node.label },
      }))
  },
})
`
}
