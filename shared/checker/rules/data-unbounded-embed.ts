import type { Entity } from '#shared/design/answers.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { nameOf, sentence } from '../parts.ts'
import { says } from '../says.ts'
import { isOf, nodesOf, recordStores } from '../stores.ts'
import { answerSubject } from '../subject.ts'
import { meantBy, toldAbout } from '../told.ts'

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
  app[Mobile app] -->|HTTPS| api[Training service] --> db[(MongoDB)]
\`\`\`
## Functional requirements
- FR1 (must): Athletes record workouts.
## Data model
- Athlete in MongoDB: key id; we append every reading of the watch to the athlete's document`,
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
  app[Mobile app] -->|HTTPS| api[Training service] --> db[(MongoDB)]
\`\`\`
## Functional requirements
- FR1 (must): Athletes record workouts.
## Decisions
- Readings: a document for each reading over one athlete document holding all its readings because that grows without limit; consequence: one more query`,
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
    context.design.answers.sections.length > 0 && nodesOf(context, documents).length > 0,
  check(context) {
    const listed = context.design.answers.entities.flatMap((entity) => {
      const store = documentsOf(context, entity)
      const lists = store === undefined ? [] : endlessIn(entity)
      if (store === undefined || lists.length === 0) return []
      return [
        {
          // That the store was decided on says nothing about a list in it.
          subject: [answerSubject('data-model', entity.name)],
          nodes: [store],
          severity: 'suggestion' as const,
          message: sentence(
            `${entity.name} in ${nameOf(context, store)} holds a list without a limit: ${lists.join(', ')}.`,
          ),
          evidence: { entity: entity.name, lists },
        },
      ]
    })
    return listed.length > 0 ? listed : told(context)
  },
})

const documents: ReadonlySet<string> = new Set(['document-db', 'key-value-db'])

function documentsOf(context: CheckContext, entity: Entity): string | undefined {
  return entity.storeIds.find((id) => isOf(context, id, documents))
}

/** Things that people and machines go on making. */
const endless =
  'comments|replies|orders|messages|likes|reactions|followers|following|friends|events|logs?|log entries|transactions|payments|reviews|ratings|posts|activities|history|views|visits|clicks|notifications|readings|measurements|samples|bookings|trips|votes|subscribers|members|purchases|versions|revisions|edits|positions|locations|sightings|scores|moves|invoices|statements|signatures|alerts|entries'
const asField = new RegExp(
  `^(?:${endless})\\s*(?:\\[.*\\]|\\(\\s*(?:array|list|embedded|unbounded)[^)]*\\)|:?\\s*(?:array|list)\\b.*)$`,
  'i',
)
const asWords = new RegExp(
  `\\b(?:embed\\w*|nest\\w*|array of|list of|inline)\\s+(?:\\w+\\s+){0,2}?(?:${endless})\\b|\\b(?:${endless})\\s+(?:are\\s+)?(?:embedded|nested|inline|as an? (?:array|list)|in (?:the|one|its) document)\\b`,
  'i',
)
const things = `(?:\\w+ (?:of )?)?(?:${endless})`
const holder = '(?:documents?|items?|records?|arrays?|lists?|json|blobs?|objects?|aggregates?)'
/** "We append every comment to the post document", "one document per chat holding all its messages". */
const grows = new RegExp(
  [
    `\\b(?:append|push|add|insert|writ)(?:e[sd]?|ed|s|ing)?\\b[^.;]{0,40}?\\b(?:${endless}|comment|message|order|reading|event|post|entry|trip|review)\\b[^.;]{0,40}?\\b(?:to|into|onto|in|inside)\\b[^.;]{0,40}?\\b${holder}\\b`,
    `\\b${holder}\\b[^.;]{0,40}?\\b(?:holds?|holding|contains?|containing|embeds?|embedding|keeps?|keeping|carr(?:y|ies)|stores?|storing|with|includes?)\\b[^.;]{0,30}?\\b(?:all|every|full|entire|complete|whole|growing|unbounded|endless)\\b[^.;]{0,20}?\\b${things}\\b`,
    `\\b(?:ever[- ]growing|unbounded|endless|growing|unlimited) (?:\\w+ )?(?:list|array|set|collection|history|log)s?\\b`,
    `\\b(?:array|list) of (?:all|every|each)? ?(?:the |its |their |his |her )?(?:${endless})\\b`,
    `\\b(?:all|every|each)\\b[^.;]{0,20}?\\b(?:${endless}|comment|message|order|event|entry)\\b[^.;]{0,40}?\\b(?:embedded|nested|inside|within|as an array|in (?:the|one|its|a single|that) (?:\\w+ )?(?:document|array|item|record))\\b`,
    `\\b(?:embed|nest)(?:s|ed|ding|ting)? (?:all|every|each|the (?:whole|full|entire|complete)) \\w+`,
    `\\b(?:embed|nest|hold|contain|keep|stor|list|array)\\w*\\b[^.;]{0,100}?\\b(?:without (?:a |any )?(?:limit|bound|cap|end)|unbounded|for ?ever|no (?:upper )?limit|since (?:he|she|they|the (?:start|beginning|first)|joining|registration))\\b`,
    `\\b(?:${endless})\\b[^.;]{0,20}?\\b(?:are|is|get|gets|being)\\s+(?:appended|added|pushed|written|put|stored|kept)\\b[^.;]{0,15}?\\b(?:to|in|into|inside|on|onto)\\b[^.;]{0,40}?\\b${holder}\\b`,
    `\\b(?:all|every) (?:of )?(?:its|the|their|his|her) (?:\\w+ )?(?:${endless})\\b[^.;]{0,40}?\\b(?:as|in) (?:an?|one|its) (?:\\w+ )?(?:list|array)\\b`,
    `\\$push\\b[^.;]{0,60}?\\b(?:${endless})\\b|"(?:${endless})"\\s*:\\s*\\[\\s*\\{`,
    `\\b(?:${endless})\\s*\\(?\\s*(?:array|list|embedded|nested)\\b[^.;]{0,60}?\\b(?:without (?:a )?limit|for ?ever|unbounded|all|never (?:trimmed|pruned|removed)|grows?)\\b`,
    `\\b${holder}\\b[^.;]{0,60}?\\bgrows? (?:without (?:a )?(?:limit|bound|end)|for ?ever|with (?:each|every))\\b`,
  ].join('|'),
  'i',
)
const boundedWords =
  /\b(?:last|latest|recent|newest|first|top|max(?:imum)?|at most|up to|no more than|capped?|bounded|limited to|a limit of|bucket\w*|ids? only|of (?:one|an|the|a) (?:hour|day|week|month)|per (?:hour|day|week|month)|own (?:collection|documents?|table)|separate (?:collection|documents?)|would)\b|[<≤]/i
/** A reason tells what the other choice would have done. */
const reasons = /\b(?:because|as otherwise|since (?:it|they|we|that|this|otherwise))\b[^.;]*/gi
const denying =
  /\b(?:un|not |never |no |without (?:a )?|isn't )(?:bounded|capped?|limit\w*|max\w*)/i

/** Sentences and samples about a document store that put an endless list into a document. */
function told(context: CheckContext): readonly Observation[] {
  const drawn = nodesOf(context, documents)
  const candidates = drawn.filter(({ id }) => context.kindOf(id).id === 'document-db')
  const stores = candidates.length > 0 ? candidates : drawn
  const isAlone = nodesOf(context, recordStores).length === stores.length
  return toldAbout(context, grows).flatMap((saying) => {
    const part = saying.text
      .replace(reasons, '')
      .split(/(?<=[.;!?])\s+/)
      .find((one) => says(one, grows) && !isBounded(one))
    const [store] = part === undefined ? [] : meantBy(context, saying, stores)
    const isNamed = store !== undefined && saying.nodeIds.includes(store.id)
    if (
      part === undefined ||
      store === undefined ||
      !(isNamed || isAlone || /document/i.test(part))
    )
      return []
    return [
      {
        subject: [
          ...(saying.section === 'decisions' ? [store.id] : []),
          answerSubject(saying.section, `endless list in ${store.id}`),
        ],
        nodes: [store.id],
        severity: 'suggestion' as const,
        message: sentence(
          `documents in ${nameOf(context, store.id)} hold a list without a limit: ${part.trim().slice(0, 120)}`,
        ),
        evidence: { said: part.trim() },
      },
    ]
  })
}

function isBounded(text: string): boolean {
  return boundedWords.test(text.replace(new RegExp(denying.source, 'gi'), ' '))
}

const limited =
  /\b(?:last|latest|recent|newest|first|top|max(?:imum)?|at most|up to|no more than|capped?|bounded|limit(?:ed)?|bucket\w*|ids? only)\b|[<≤]|\b\d+\b/i

function endlessIn({ fields = [], text = '' }: Entity): readonly string[] {
  const listed = fields.filter((field) => asField.test(field) && !limited.test(field))
  const said = text.split(/[;.]\s/).filter((part) => asWords.test(part) && !limited.test(part))
  const isLimited = limited.test(text) && said.length === 0 && /embed|array|list/i.test(text)
  return isLimited ? said : [...listed, ...said.map((part) => part.trim())]
}
