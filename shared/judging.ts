/** What the judging routes take and answer, as schemas: also the source of the OpenAPI document. */
import { z } from 'zod'
import { maxPosted } from './posted-limits.ts'

/** Longest text that is judged, in characters. */
export const maxDesignText = 2_000_000

const designText = z
  .string()
  .max(maxDesignText)
  .meta({ description: 'A design document, or a Mermaid diagram alone.' })

/** `POST /api/check` */
export const checkRequest = z.object({
  text: designText,
  /** Comes back as `file`, and names the text in findings. */
  file: z.string().max(500).default('design.md'),
})

const problem = z.object({
  severity: z.enum(['error', 'note']),
  line: z.number().int(),
  column: z.number().int(),
  message: z.string(),
})

const severity = z.enum(['error', 'warning', 'suggestion', 'info'])
const failure = z.object({ rule: z.string(), message: z.string() })

const finding = z.object({
  /** Stable across runs, edits and renames. */
  id: z.string(),
  rule: z.string(),
  severity,
  category: z.string(),
  title: z.string(),
  message: z.string(),
  why: z.string(),
  fix: z.string(),
  question: z.string(),
  /** Ids as the diagram has them. */
  nodes: z.array(z.string()),
  edges: z.array(z.string()),
  /** Sections of the document. */
  answers: z.array(z.string()),
})

const waiver = z.object({
  rule: z.string(),
  /** Ids or labels; everything that the rule finds when absent. */
  components: z.array(z.string()).exactOptional(),
  reason: z.string(),
  /** The last day on which it holds. */
  expires: z.string().exactOptional(),
})

const categoryScore = z.object({
  category: z.string(),
  applicable: z.number(),
  passed: z.number(),
  percent: z.number(),
})

/** What `loadbearing check --format json` prints, judged by the policy of the server. */
export const checkAnswer = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      title: z.string(),
      /** Percent; null where there was nothing to judge. */
      score: z.number().nullable(),
      categories: z.array(categoryScore),
      notJudged: z.array(z.string()),
      findings: z.array(finding),
      /** What the server's policy waives. */
      waived: z.array(finding.extend({ waiver })),
      /** Waivers whose last day is past: what they covered is found again. */
      expired: z.array(waiver),
      problems: z.array(problem),
      /** Rules that broke, and packs that could not be used, by name. The others have spoken all the same. */
      failures: z.array(failure),
    }),
  ),
})

/** `GET /api/policy`: what findings depend on, and no path. */
export const policyAnswer = z.object({
  /** By id of the rule. */
  rules: z.record(z.string(), z.enum(['off', ...severity.options])),
  waivers: z.array(waiver),
  /** Whether rules of packs judge as well: `POST /api/check/design` answers what they find. */
  hasPacks: z.boolean(),
})
export type PolicyAnswer = z.infer<typeof policyAnswer>

const postedId = z.string().min(1).max(200)
const postedLine = z.string().max(2_000)
const postedProperties = z.record(
  z.string().max(100),
  z.union([z.string().max(2_000), z.number(), z.boolean()]),
)

/** `POST /api/check/design`: a drawing as a board holds it. */
export const designRequest = z.object({
  nodes: z
    .array(
      z.object({
        id: postedId,
        kind: z.string().max(100),
        label: postedLine,
        technology: postedLine,
        replicas: z.number().int().min(1).exactOptional(),
        properties: postedProperties,
        groupId: postedId.exactOptional(),
      }),
    )
    .max(maxPosted.nodes),
  edges: z
    .array(
      z.object({
        id: postedId,
        from: postedId,
        to: postedId,
        type: z.string().max(100),
        label: postedLine,
        protocol: postedLine,
        properties: postedProperties,
      }),
    )
    .max(maxPosted.edges),
  groups: z
    .array(
      z.object({
        id: postedId,
        type: z.string().max(100),
        label: postedLine,
        parentId: postedId.exactOptional(),
      }),
    )
    .max(maxPosted.groups),
})
export type DesignRequest = z.infer<typeof designRequest>

/** What the rules of packs find in it, before the policy is applied; `failures` names what broke. */
export const designAnswer = z.object({
  findings: z.array(
    finding.extend({
      /** What makes its identity. */
      subject: z.array(z.string()),
      evidence: z.record(z.string(), z.unknown()),
      evidenceHash: z.string(),
    }),
  ),
  rules: z.array(z.object({ id: z.string(), category: z.string() })),
  notApplicable: z.array(z.string()),
  failures: z.array(failure),
})

/** `POST /api/import/mermaid` */
export const importRequest = z.object({ text: designText })

const properties = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

/** What was understood; with an `error` among the problems the graph is empty. */
export const importAnswer = z.object({
  nodes: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      label: z.string(),
      technology: z.string(),
      replicas: z.number().optional(),
      properties,
      groupId: z.string().optional(),
    }),
  ),
  edges: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      to: z.string(),
      type: z.string(),
      label: z.string(),
      protocol: z.string(),
      properties,
    }),
  ),
  groups: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      label: z.string(),
      parentId: z.string().optional(),
    }),
  ),
  problems: z.array(problem),
})

/** `GET /api/kinds` */
export const kindsAnswer = z.object({
  kinds: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      group: z.string(),
      isFor: z.string(),
      notFor: z.string(),
      words: z.array(z.string()),
      technologies: z.array(z.string()),
    }),
  ),
})
