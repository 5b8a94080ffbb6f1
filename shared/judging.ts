/** What the judging routes take and answer, as schemas: also the source of the OpenAPI document. */
import { z } from 'zod'

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

const finding = z.object({
  /** Stable across runs, edits and renames. */
  id: z.string(),
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'suggestion', 'info']),
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

const categoryScore = z.object({
  category: z.string(),
  applicable: z.number(),
  passed: z.number(),
  percent: z.number(),
})

/** What `loadbearing check --format json` prints, without what only a policy adds: waivers. */
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
      problems: z.array(problem),
      failures: z.array(z.object({ rule: z.string(), message: z.string() })),
    }),
  ),
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
