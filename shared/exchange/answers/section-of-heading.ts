/** Which section of a design document a heading opens, however it is worded. */
import { sectionIds, sectionTitles } from '#shared/design/answers.ts'
import type { HeadingMeaning } from './heading-meaning.ts'
import { plainRows } from './plain-headings.ts'

type Row = readonly [RegExp, HeadingMeaning]

const rows: readonly Row[] = [
  [/\bno[nt]?[- ]?functional\b|^nfrs?$|^nfr\b/, { section: 'non-functional-requirements' }],
  [
    /^(?:quality (?:attributes?|requirements?|goals?|scenarios?)|qualities|service[- ]level\b.*|slos?|slas?|slos? .*|system qualities|performance (?:requirements?|goals?|targets?))$/,
    { section: 'non-functional-requirements' },
  ],
  [
    /^(?:constraints?|technical constraints?|constraints? .*|limitations? on .*)$/,
    { section: 'non-functional-requirements', isConstraint: true },
  ],
  [
    /^(?:out[- ]of[- ]scope|non[- ]?goals?|not in scope|exclusions?|excluded|wo[nu]'?t(?: have| do)?|not (?:doing|now|included|covered)|descoped|deferred|future (?:work|scope)|later|explicitly out.*)$/,
    { section: 'functional-requirements', priority: 'out' },
  ],
  [
    /^(?:should[- ]haves?|nice[- ]to[- ]haves?|could[- ]haves?|should|could|optional(?: features)?|stretch(?: goals)?|extended (?:requirements|features)|p1|p2)$/,
    { section: 'functional-requirements', priority: 'should' },
  ],
  [
    /^(?:must[- ]haves?|must|in[- ]scope|core(?: features| requirements)?|p0|mvp)$/,
    { section: 'functional-requirements', priority: 'must' },
  ],
  [
    /^(?:functional\b.*|frs?|features?|key features|reqs?|use cases?|user stories|product requirements|user requirements|what it (?:does|should do))$/,
    { section: 'functional-requirements' },
  ],
  [
    /^(?:requirements?(?: .*)?|.* requirements|scope|goals?(?: and non[- ]?goals)?|goals?|problem(?: statement)? and scope|clarif\w*(?: .*)?)$/,
    { section: 'requirements' },
  ],
  [
    /\b(?:estimat\w+|back[- ]of[- ](?:the|an)[- ]envelope|envelope|sizing|volumetrics|capacity(?! provider))\b|^(?:boe|bote|numbers|the numbers|scale|load|traffic|math|maths|calculations?|assumptions?|assumptions? .*|scale (?:and|&) .*|load (?:and|&) .*|traffic (?:and|&) .*|expected (?:load|traffic|scale))$/,
    { section: 'estimates' },
  ],
  [
    /\btrade[- ]?offs?\b|^(?:pros (?:and|&) cons|compromises|known limitations|limitations|drawbacks|consequences)$/,
    { section: 'trade-offs' },
  ],
  [/\bbottlenecks?\b/, { section: 'trade-offs', prefix: 'Bottleneck' }],
  [
    /^(?:alternatives?(?: considered)?|other options|options considered|considered (?:options|alternatives)|rejected (?:alternatives|options|ideas))$/,
    { section: 'decisions', prefix: 'Alternative' },
  ],
  [
    /\b(?:decisions?|adrs?|decision records?)\b|^(?:options?|tech(?:nology)?[- ](?:stack|choices?|selection)|choices|design choices|rationale|(?:database|db|store|storage) (?:choice|selection))$/,
    { section: 'decisions' },
  ],
  [
    /\b(?:failures?|failure modes?|fault[- ]?tolerance|faults?|resilien\w+|disaster recovery|what can go wrong|error handling)\b|^(?:reliability|recovery|dr|risks?(?: .*)?|edge cases?|single points? of failure|spofs?|availability|high availability|redundancy|incidents?|reliability .*|graceful degradation)$/,
    { section: 'failures' },
  ],
  [
    /\b(?:security|threats?(?: model)?|privacy|compliance|access control|authentication|authorization|authorisation|encryption)\b|^(?:auth|authn.*|abuse(?: prevention)?|gdpr|secrets|rate limiting)$/,
    { section: 'security' },
  ],
  [
    /\b(?:data[- ]?flows?|request flows?|user flows?|flows?|sequence(?: diagrams?)?|walk[- ]?throughs?|journeys?|request lifecycle|life of an? .*)\b|^(?:how it works|read path|write path|read and write paths?|critical paths?|scenarios?|use case scenarios|happy path)$/,
    { section: 'flows' },
  ],
  [
    /\b(?:apis?|endpoints?|interface definitions?|system interfaces?)\b|^(?:interfaces?|rest|graphql|grpc|rpcs?|routes|contracts?|service contracts?)(?: .*)?$/,
    { section: 'api' },
  ],
  [
    /\b(?:data ?models?|schemas?|data ?base(?:s)? (?:design|schema|model|layout)|entities|entity (?:model|relationship.*)|domain model|data structures?|data design|er (?:diagram|model)|storage (?:design|schema|model|layer))\b|^(?:data|data and storage|data stores?|tables?|collections?|persistence|data layer)$/,
    { section: 'data-model' },
  ],
  [/^(?:storage|database|db|entities|records)$/, { section: 'data-model', isWeak: true }],
  [
    /\b(?:operations?|operational|monitoring|observability|deployments?|roll[- ]?outs?|runbooks?|alerting|on[- ]call|maintenance|ci ?\/ ?cd|release (?:plan|process|strategy))\b|^(?:ops|deploying|alerts?|metrics|logging|logs|telemetry|costs?|cost .*|budget|testing|test plan|migration(?: plan)?|scaling(?: .*)?|scalability|growth(?: plan)?|evolution|backups?|infrastructure|slis?.*|capacity provisioning)$/,
    { section: 'operations' },
  ],
]

/** The meaning of a heading; `undefined` for one that opens none of the sections ("Background"). */
export function meaningOfHeading(title: string): HeadingMeaning | undefined {
  if (title.length > 120) return undefined
  const text = normalized(title)
  if (text === '') return undefined
  const canonical = sectionIds.find((id) => sectionTitles[id].toLowerCase() === text)
  if (canonical !== undefined) return { section: canonical }
  return meaningOfWords(text) ?? meaningOfWords(text.split(/,| – | — |: /)[0] ?? '')
}

function meaningOfWords(text: string): HeadingMeaning | undefined {
  if (text.split(' ').length > 7) return undefined
  return [...rows, ...plainRows].find(([pattern]) => pattern.test(text))?.[1]
}

/** What prose under a heading of no section means. */
export const telling: HeadingMeaning = { section: 'flows', isProse: true }

const otherMatters =
  /\b(?:background|context|problem|motivation|history|current|existing|today|legacy|as[- ]is|previous\w*|glossary|terms|references|links|appendix|open|status|change ?log|revisions?|reviewers?|authors?|people|related|next|later|future|roadmap|review|questions?|faq|introduction|about|summary|objective|purpose|competitors?|market|diagrams?|table of contents)\b/

/** Whether a passage below such headings says how the design works, and not where it comes from. */
export function tellsOfDesign(titles: readonly string[], level: number): boolean {
  if (level < 2 || titles.length === 0) return false
  return !titles.slice(-2).some((title) => otherMatters.test(title.toLowerCase()))
}

/** Whether a heading says nothing but the name of a section: only such ones act without being marked. */
export function isPlainHeading(title: string): boolean {
  if (title.length > 60) return false
  const text = normalized(title)
  return text.split(' ').length <= 4 && meaningOfHeading(text) !== undefined
}

/** Without number, step, emoji, minutes in brackets and the colon at its end. */
function normalized(title: string): string {
  return title
    .toLowerCase()
    .replace(/[`*_]/g, '')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}\s&/'’.,:;–—-]/gu, ' ')
    .replace(
      /^\s*(?:(?:step|part|section|phase|chapter)\s+)?(?:\d+(?:\.\d+)*|[ivx]+|[a-z])[.):\s]+(?=\S)/,
      '',
    )
    .replace(/^(?:the|our|proposed|detailed|initial|basic|main|key|high[- ]level)\s+(?=\S)/, '')
    .replace(/’/g, "'")
    .replace(/^\W*(?:\.\.\.|…)|(?:\.\.\.|…)\W*$/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s:.,;–—-]+$/, '')
    .trim()
}
