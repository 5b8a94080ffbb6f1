import type { Entity } from '#shared/design/answers.ts'
import { entitySubject } from '../data-class.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { nameOf, sentence } from '../parts.ts'
import { isOf } from '../stores.ts'

export default defineRule({
  id: 'data-unbounded-embed',
  title: 'A document grows without end',
  category: 'data',
  why: 'Every update rewrites a document whose list has no limit, until it meets the largest size that the store takes.',
  fix: 'Move the list to a collection of its own, keyed by the parent, or state a limit.',
  question: 'How large is the largest of these documents after three years?',
  examples: {
    bad: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Blog service] --> db[(MongoDB)]
\`\`\`
## Data model
- Post (content) in MongoDB: key slug; fields slug, title, body, comments[]`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Shop service] --> db[(MongoDB)]
\`\`\`
## Data model
- Customer (pii) in MongoDB: key id; fields id, name; embeds all orders of the customer`,
    ],
    good: [
      `\`\`\`mermaid
flowchart LR
  web[Browser] --> api[Blog service] --> db[(MongoDB)]
\`\`\`
## Data model
- Post (content) in MongoDB: key slug; fields slug, title, body, tags[]
- Comment in MongoDB: key id; fields id, post, text; index post`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Shop service] --> db[(MongoDB)]
\`\`\`
## Data model
- Customer (pii) in MongoDB: key id; fields id, name; embeds the last 20 orders`,
      `\`\`\`mermaid
flowchart LR
  app[Mobile app] --> api[Chat service] --> db[(PostgreSQL)]
\`\`\`
## Data model
- Conversation in PostgreSQL: key id; fields id, title, messages`,
    ],
  },
  appliesTo: (context) =>
    context.design.answers.entities.some((e) => documentsOf(context, e) !== undefined),
  check(context) {
    return context.design.answers.entities.flatMap((entity) => {
      const store = documentsOf(context, entity)
      const lists = store === undefined ? [] : endlessIn(entity)
      if (store === undefined || lists.length === 0) return []
      return [
        {
          subject: entitySubject(entity, [store]),
          severity: 'suggestion' as const,
          message: sentence(
            `${entity.name} in ${nameOf(context, store)} holds a list without a limit: ${lists.join(', ')}.`,
          ),
          evidence: { entity: entity.name, lists },
        },
      ]
    })
  },
})

const documents: ReadonlySet<string> = new Set(['document-db', 'key-value-db'])

function documentsOf(context: CheckContext, entity: Entity): string | undefined {
  return entity.storeIds.find((id) => isOf(context, id, documents))
}

/** Things that people and machines go on making. */
const endless =
  'comments|replies|orders|messages|likes|reactions|followers|following|friends|events|logs?|log entries|transactions|payments|reviews|ratings|posts|activities|history|views|visits|clicks|notifications|readings|measurements|samples|bookings|trips|votes|subscribers|members|purchases|versions|revisions|edits'
const asField = new RegExp(
  `^(?:${endless})\\s*(?:\\[.*\\]|\\(\\s*(?:array|list|embedded|unbounded)[^)]*\\)|:?\\s*(?:array|list)\\b.*)$`,
  'i',
)
const asWords = new RegExp(
  `\\b(?:embed\\w*|nest\\w*|array of|list of|inline)\\s+(?:\\w+\\s+){0,2}?(?:${endless})\\b|\\b(?:${endless})\\s+(?:are\\s+)?(?:embedded|nested|inline|as an? (?:array|list)|in (?:the|one|its) document)\\b`,
  'i',
)
const limited =
  /\b(?:last|latest|recent|newest|first|top|max(?:imum)?|at most|up to|no more than|capped?|bounded|limit(?:ed)?|bucket\w*|ids? only)\b|[<≤]|\b\d+\b/i

function endlessIn({ fields = [], text = '' }: Entity): readonly string[] {
  const listed = fields.filter((field) => asField.test(field) && !limited.test(field))
  const said = text.split(/[;.]\s/).filter((part) => asWords.test(part) && !limited.test(part))
  const isLimited = limited.test(text) && said.length === 0 && /embed|array|list/i.test(text)
  return isLimited ? said : [...listed, ...said.map((part) => part.trim())]
}
