/**
 * What an export writes behind an entry whose words alone would not give it back: a comment with the records
 * themselves. It counts only while the words are the ones that it was written for, so that an edit by hand wins.
 */
import { z } from 'zod'
import {
  consistencies,
  entityClasses,
  priorities,
  sectionIds,
  type Answers,
} from '#shared/design/answers.ts'
import { stableHash } from '#shared/checker/stable-hash.ts'

/** What one entry of a section holds. */
export type Records = { readonly [K in Exclude<keyof Answers, 'sections'>]?: Answers[K] }

const flag = z.boolean().exactOptional()
const number = z.number().exactOptional()
const texts = z.array(z.string())
const statement = z.object({ text: z.string(), nodeIds: texts })

const schema = z.object({
  requirements: z
    .array(
      z.object({
        id: z.string(),
        text: z.string(),
        priority: z.enum(priorities),
        kind: z.enum(['functional', 'quality', 'constraint']),
      }),
    )
    .exactOptional(),
  estimates: z
    .array(
      z.object({
        name: z.string(),
        value: z.number(),
        dimension: z.enum(['rate', 'data', 'dataRate', 'duration', 'share', 'money', 'count']),
        perSeconds: number,
        text: z.string(),
      }),
    )
    .exactOptional(),
  endpoints: z
    .array(
      z.object({
        method: z.string(),
        path: z.string(),
        text: z.string(),
        auth: flag,
        idempotent: flag,
        paginated: flag,
        isAsync: flag,
        hasErrors: flag,
        covers: texts,
      }),
    )
    .exactOptional(),
  entities: z
    .array(
      z.object({
        name: z.string(),
        class: z.enum(entityClasses).exactOptional(),
        storeIds: texts,
        ephemeral: z.boolean(),
        fields: texts.exactOptional(),
        primaryKey: z.string().exactOptional(),
        indexes: texts.exactOptional(),
        shardKey: z.string().exactOptional(),
        consistency: z.enum(consistencies).exactOptional(),
        rows: number,
        meanBytes: number,
        retentionDays: number,
        text: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
  flows: z
    .array(z.object({ name: z.string(), steps: texts, nodeIds: texts, covers: texts }))
    .exactOptional(),
  decisions: z
    .array(
      z.object({
        topic: z.string(),
        chosen: z.string(),
        options: texts,
        why: z.string(),
        consequence: z.string(),
        nodeIds: texts,
        text: z.string(),
      }),
    )
    .exactOptional(),
  tradeOffs: z.array(statement).exactOptional(),
  failures: z
    .array(
      z.object({
        what: z.string(),
        effect: z.string(),
        detection: z.string(),
        mitigation: z.string(),
        nodeIds: texts,
        text: z.string(),
      }),
    )
    .exactOptional(),
  security: z.array(statement).exactOptional(),
  operations: z.array(statement).exactOptional(),
  notes: z.array(statement.extend({ section: z.enum(sectionIds) })).exactOptional(),
})

/** The records that a comment holds; `undefined` when the words were changed or it is none of ours. */
export function readExact(comment: string, words: string): Records | undefined {
  const [, hash, json = ''] = /^(\w{16}) (.*)$/s.exec(comment) ?? []
  if (hash !== stableHash(words)) return undefined
  try {
    const parsed = schema.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** A comment of Markdown, which may hold neither two dashes nor a bracket that closes it. */
export function writeExact(records: Records, words: string): string {
  // In the order of the schema, so that the same records are always the same text.
  const json = JSON.stringify(schema.parse(records))
    .replaceAll('--', String.raw`\u002d\u002d`)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('>', String.raw`\u003e`)
    .replace(/[\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`)
  return `<!-- exactly ${stableHash(words)} ${json} -->`
}
