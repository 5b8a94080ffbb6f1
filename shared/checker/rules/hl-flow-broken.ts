import type { Flow } from '#shared/design/answers.ts'
import type { DesignEdge } from '#shared/design/design.ts'
import { edgesFrom, edgesTo } from '#shared/design/graph.ts'
import { defineRule, type CheckContext, type Observation } from '../define-rule.ts'
import { keepsData, nameOf, plays } from '../parts.ts'
import { answerSubject } from '../subject.ts'

export default defineRule({
  id: 'hl-flow-broken',
  title: 'A flow takes a step that is not drawn',
  category: 'high-level',
  why: 'The story that is told and the picture that is drawn contradict each other, so one of them misleads a reader.',
  fix: 'Draw the missing arrow, or tell the flow as the picture shows it.',
  question: 'Walk me through this request along the arrows. Where does it go here?',
  examples: {
    bad: [
      `## Flows
- Order (FR1): Browser → Order service → Payment service → PostgreSQL

\`\`\`mermaid
flowchart LR
  web[Browser] --> orders[Order service] --> db[(PostgreSQL)]
  web --> pay[Payment service]
\`\`\``,
      `## Flows
- Upload: Mobile app → Upload service → Transcoder
- Watch: Mobile app → CDN → Video bucket

\`\`\`mermaid
flowchart LR
  app[Mobile app] --> up[Upload service] --> s3[(Video bucket)]
  app --> cdn[CDN]
  q[Queue] --> tr[Transcoder] --> s3
  up --> q
\`\`\``,
      `## Flows
| Flow | Way |
|---|---|
| Pay | Browser → Checkout → Ledger |
| Report | Browser → Checkout → Reporting |

\`\`\`mermaid
flowchart LR
  web[Browser] --> checkout[Checkout service] --> ledger[Ledger service] --> db[(PostgreSQL)]
  reporting[Reporting service] --> db
\`\`\``,
    ],
    good: [
      `## Flows
- Redirect (FR1): Browser → Load balancer → Link service → Redis → PostgreSQL → Browser

\`\`\`mermaid
flowchart LR
  web[Browser] --> lb[Load balancer] --> api[Link service]
  api --> cache[Redis] & db[(PostgreSQL)]
\`\`\``,
      `## Flows
- Order: Browser → Order service → Queue → Mail worker

\`\`\`mermaid
flowchart LR
  web[Browser] --> gw[API gateway] --> api[Order service] --> q[Queue]
  mail[Mail worker] -->|polls| q
\`\`\``,
      `## Flows
- Refund: Browser → Shop → the accountant checks by hand → Bank

\`\`\`mermaid
flowchart LR
  web[Browser] --> shop[Shop] --> db[(PostgreSQL)]
  job[Nightly job] --> bank[Bank]:::external-service
\`\`\``,
      `flowchart LR
  web[Browser] --> orders[Order service] --> db[(PostgreSQL)]`,
    ],
  },
  appliesTo: ({ design }) => design.answers.flows.some((flow) => flow.nodeIds.length > 1),
  check(context) {
    return context.design.answers.flows.flatMap((flow) => observe(context, flow) ?? [])
  },
})

/** One finding a flow, at the first step that has no arrow. */
function observe(context: CheckContext, flow: Flow): Observation | undefined {
  const walked = new Set<string>()
  for (const [i, from] of flow.nodeIds.entries()) {
    walked.add(from)
    const to = flow.nodeIds[i + 1]
    if (to === undefined || isWalkable(context, { flow, from, to, walked })) continue
    return {
      subject: [answerSubject('flows', flow.name), from, to],
      severity: 'error',
      message: `${flow.name === '' ? 'A flow' : `The flow “${flow.name}”`} goes from ${nameOf(context, from)} to ${nameOf(context, to)}, and no arrow leads there.`,
      evidence: { from, to },
      nodes: [from, to],
    }
  }
  return undefined
}

interface Step {
  readonly flow: Flow
  readonly from: string
  readonly to: string
  /** What the flow has passed, `from` included. */
  readonly walked: ReadonlySet<string>
}

const aside =
  /\b(?:manual(?:ly)?|by hand|in person|offline|external(?:ly)?|by (?:phone|post|mail)|human|operator)\b/i

/** Said of a step that somebody further up takes: "S3 (straight from the client, by a signed URL)". */
const elsewhere =
  /\b(?:straight|direct(?:ly)?|signed|then (?:the )?(?:client|browser|app)|by the (?:client|browser|app)|from the (?:client|browser|app)|in parallel|meanwhile)\b/i

/** An arrow, an answer, a way past what only passes on, or steps between that name no component. */
function isWalkable(context: CheckContext, step: Step): boolean {
  const { flow, from, to, walked } = step
  if (from === to || walked.has(to) || isToldLoosely(context, flow)) return true
  if (leads(context, from, to) || isPulled(context, from, to)) return true
  // A store answers its caller, and the caller goes on from there.
  const isAnswer =
    keepsData(context, from) ||
    plays(context, from, 'external') ||
    isHelper(context, from) ||
    flow.steps.some((text, i) => flow.nodeIds[i] === to && elsewhere.test(text))
  return isAnswer && [...walked].some((id) => leads(context, id, to) || isPulled(context, id, to))
}

/**
 * A list of stops, each naming one component, can be held against the drawing. In prose, steps name none or
 * several, and what lies between them is left to the reader.
 */
function isToldLoosely(context: CheckContext, { steps, nodeIds }: Flow): boolean {
  if (steps.length !== nodeIds.length || steps.some((step) => aside.test(step))) return true
  return steps.some((step, i) => !isStop(context, step, nodeIds[i] ?? ''))
}

/** Whether a step is little more than the name of a component: "Redis (on a miss)", "3. the Order service". */
function isStop(context: CheckContext, step: string, nodeId: string): boolean {
  const node = context.index.nodes.get(nodeId)
  const kind = context.kindOf(nodeId)
  const names = [node?.label ?? '', node?.technology ?? '', kind.title, ...kind.words].join(' ')
  const known = new Set(wordsIn(names))
  const others = wordsIn(step.replace(/\([^)]*\)/g, ' ')).filter((word) => !known.has(word))
  return others.length <= 2
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Asked on the way, and answers at once: sign-in, limits, ids. */
function isHelper(context: CheckContext, id: string): boolean {
  return context.kindOf(id).group === 'coordination' || context.kindOf(id).id === 'auth-service'
}

/** An arrow, or a way whose stops in between only pass a request on or are asked first. */
function leads(context: CheckContext, from: string, to: string): boolean {
  const seen = new Set([from])
  let layer = [from]
  for (let hops = 0; hops < 4 && layer.length > 0; hops += 1) {
    const next = layer.flatMap((id) => targetsOf(context, id))
    if (next.includes(to)) return true
    layer = [...new Set(next)].filter((id) => !seen.has(id) && isPassedThrough(context, id))
    for (const id of layer) seen.add(id)
  }
  return false
}

function targetsOf(context: CheckContext, id: string): readonly string[] {
  const back = edgesTo(context.index, id).filter(isBothWays)
  return [...edgesFrom(context.index, id).map((edge) => edge.to), ...back.map((edge) => edge.from)]
}

function isBothWays({ properties }: DesignEdge): boolean {
  return properties['bothWays'] === true
}

function isPassedThrough(context: CheckContext, id: string): boolean {
  return ['entry', 'messaging', 'derived'].some((part) =>
    context.kindOf(id).traits.some((t) => t === part),
  )
}

/** Arrows that people draw from who takes to where it is taken from: polls, feeds, pushes to a client. */
function isPulled(context: CheckContext, from: string, to: string): boolean {
  return edgesFrom(context.index, to).some(
    (edge) =>
      edge.to === from &&
      (edge.type !== 'sync' ||
        keepsData(context, from) ||
        plays(context, from, 'messaging') ||
        plays(context, to, 'client')),
  )
}
