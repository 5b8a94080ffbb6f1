import { sectionTitles, type SectionId } from '#shared/design/answers.ts'
import { defineRule } from '../define-rule.ts'
import { answerSubject } from '../subject.ts'

/** What every design is asked for, whatever it is (architecture, "Formats"). */
const coreSections: readonly SectionId[] = [
  'functional-requirements',
  'estimates',
  'api',
  'data-model',
  'trade-offs',
]

const drawing = `\`\`\`mermaid
flowchart LR
  web[Web client] --> api[Recipe service] --> db[(PostgreSQL)]
\`\`\`
`

const whole = `# Recipes
${drawing}
## Functional requirements
- FR1 (must): People save a recipe.
## Estimates
- Peak reads: 12 requests/s
## API
- \`POST /recipes\` saves a recipe (auth, idempotent, errors) covers FR1
## Data model
- Recipe (content) in PostgreSQL: key id; fields id, title, steps
## Security
- Everybody signs in; stolen tokens end after an hour, input is checked, and each person may send ten requests a second.
## Trade-offs
- One database for everything, in exchange for a slow search.
`

export default defineRule({
  id: 'doc-section-missing',
  title: 'A core section is missing',
  category: 'requirements',
  why: 'A reader can follow a drawing only with what it is for, what it carries, how it is called, what it keeps and what was given up for that.',
  fix: 'Add the section with a few lines; a number, a call, a record or a sentence each is a beginning.',
  question: 'What does the drawing not say that somebody who builds it has to know?',
  examples: {
    bad: [
      whole.slice(0, whole.indexOf('## Trade-offs')),
      `# Parking\n${drawing}\n## Requirements\n- Drivers find a free place.\n## Endpoints\n- \`GET /places\` lists free places (paginated)\n`,
      whole.replace('- Peak reads: 12 requests/s\n', ''),
    ],
    good: [
      whole,
      `flowchart LR\n  web[Web client] --> api[Recipe service] --> db[(PostgreSQL)]`,
      `# Notes\n${drawing}
## 1. Requirements
People write notes and read them on any device.
## 2. Back-of-the-envelope
200 people write 20 notes a day each: 0.05 requests a second.
## 3. Endpoints
| Method | Path | What it does |
|---|---|---|
| PUT | /notes/{id} | stores a note |
## 4. Schema
notes(id primary key, owner, text)
## Threats
Stolen passwords are met by a second factor, floods by a limit of requests for each person.
## 5. Pros and cons
One machine is cheap, and a restart takes it away for a minute.
`,
    ],
  },
  appliesTo: ({ design }) => design.answers.sections.length > 0,
  check({ design }) {
    const filled = new Set(design.answers.sections.flatMap((s) => (s.isEmpty ? [] : [s.id])))
    const missing = coreSections.filter((id) => !filled.has(id))
    if (missing.length === 0) return []
    const titles = missing.map((id) => sectionTitles[id])
    return [
      {
        // The same finding while sections come and go: what is missing is its evidence.
        subject: coreSections.map((id) => answerSubject(id)),
        severity: 'suggestion',
        message: `Nothing is written under ${inWords(titles)} yet.`,
        evidence: { missing },
        answers: missing,
      },
    ]
  },
})

function inWords(titles: readonly string[]): string {
  const last = titles.at(-1) ?? ''
  return titles.length < 2 ? last : `${titles.slice(0, -1).join(', ')} and ${last}`
}
