import { isComponentDesign, isPipeline, isWritten } from '../answered.ts'
import { defineRule, type CheckContext } from '../define-rule.ts'
import { exampleDocument } from '../example-document.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'api-missing',
  title: 'The API names no call',
  category: 'api',
  why: 'The interface fixes what the system promises, and writing it down shows the flows that were forgotten.',
  fix: 'State one endpoint for each feature that is needed: method, path, what goes in, what comes out, what can fail.',
  question: 'Which call does the client make first, and what does it get back?',
  examples: {
    bad: [
      exampleDocument({ api: 'JSON over HTTPS.' }),
      `flowchart LR
  web[Browser] --> api[Link service] --> db[(PostgreSQL)]

## Requirements
- FR1: People shorten a link.
## API
To be decided, probably REST.`,
    ],
    good: [
      exampleDocument({}),
      exampleDocument({
        api: 'A client posts a reservation with a request id and gets its number or a conflict; it deletes the number to cancel, and reads the free courts of a day page by page.',
      }),
      `flowchart LR
  src[(Orders database)] --> spark[Spark batch job] --> dw[(Snowflake warehouse)]

## API
None: it runs every night.`,
      `flowchart LR
  web[Browser] --> api[Link service] --> db[(PostgreSQL)]`,
    ],
  },
  appliesTo: (context) =>
    isWritten(context, 'api') && !isPipeline(context) && !isComponentDesign(context),
  check(context) {
    const { endpoints } = context.design.answers
    if (endpoints.length > 0 || tellsCalls(context)) return []
    return [
      {
        subject: [answerSubject('api')],
        severity: 'warning',
        message: 'The API section names no call that a client can make.',
        evidence: { endpoints: 0 },
      },
    ]
  },
})

const calls =
  /\b(?:posts?|gets?|puts?|deletes?|sends?|reads?|lists?|creates?|updates?|uploads?|downloads?|calls?|asks?|quer(?:y|ies)|subscribes?|publish\w*|fetch\w*|returns?|redirects?|searches|mutations?|rpc|endpoints?)\b/i

/** Prose that tells what a client does counts. */
function tellsCalls({ design }: CheckContext): boolean {
  return design.answers.notes.some(
    ({ section, text }) => section === 'api' && calls.test(text) && text.split(/\s+/).length > 4,
  )
}
