/**
 * Every request and answer of the HTTP interface, as schemas: the server parses with them, the OpenAPI
 * document is made from them, and the client takes their types (and only those).
 */
import { z } from 'zod'
import { documentNames, roles } from './access.ts'
import { findingActs } from './live.ts'
import { cleanLine, cleanText, lengthOf } from './text.ts'

/** Longest title of a board, in characters. */
export const maxTitle = 120

const id = z.string().min(1).max(64)
const title = line(maxTitle)
const personName = line(60)
const color = z.string().regex(/^#[0-9a-f]{6}$/i)
const role = z.enum(roles)
const moment = z.number().int().describe('Milliseconds since 1970, by the server')

export const errorAnswer = z.object({ error: z.object({ code: z.string(), message: z.string() }) })

export const person = z.object({ id, name: z.string(), color })
export type Person = z.infer<typeof person>

/** `GET /api/me` and `PATCH /api/me`. `isNamed` is false until the person gave a name. */
export const meAnswer = z.object({ person, isNamed: z.boolean() })
export const changeMe = z.object({ name: personName, color }).partial()

/** `POST /api/me/device` makes a one-time link; `POST /api/me/claim` takes the identity over. */
export const deviceAnswer = z.object({ url: z.string(), expiresAt: moment })
export const claimDevice = z.object({ token: z.string().min(1).max(200) })

export const boardSummary = z.object({
  id,
  title: z.string(),
  scenario: z.string().nullable(),
  role,
  owner: z.boolean(),
  createdAt: moment,
  updatedAt: moment,
})
export type BoardSummary = z.infer<typeof boardSummary>

/** `POST /api/boards`: `as` is the owner's own seat. */
export const createBoard = z.object({
  title: title.optional(),
  scenario: id.nullish(),
  as: z.enum(['interviewer', 'candidate']).default('interviewer'),
})
export const boardsAnswer = z.object({ boards: z.array(boardSummary) })
export const renameBoard = z.object({ title })

export const createLink = z.object({ role })
/** The token is shown once; only its hash is kept. */
export const linkMade = z.object({ id, role, token: z.string(), url: z.string() })
export const link = z.object({
  id,
  role,
  createdAt: moment,
  members: z.number().int().describe('People who came by it'),
})
export const linksAnswer = z.object({ links: z.array(link) })
export type Link = z.infer<typeof link>

export const join = z.object({
  token: z.string().min(1).max(200),
  name: personName.optional(),
  switch: z.boolean().default(false).describe('Agree to give up the role held now'),
})
export const joined = z.object({ board: id, role })

export const member = z.object({ person, role, owner: z.boolean(), joinedAt: moment })
export const membersAnswer = z.object({ members: z.array(member) })
export type Member = z.infer<typeof member>
export const changeMember = z.object({ role })

const point = { x: z.number(), y: z.number() }
export const anchor = z.discriminatedUnion('type', [
  z.object({ type: z.literal('component'), shapeId: id, pageId: id }),
  z.object({ type: z.literal('arrow'), shapeId: id, pageId: id }),
  z.object({ type: z.literal('point'), pageId: id, ...point }),
])
const commentText = z.string().overwrite(cleanText).min(1).max(10_000)
export const createThread = z.object({
  anchor,
  at: z.object(point),
  on: z.string().max(240),
  text: commentText,
})
export const threadMade = z.object({ thread: id, comment: id })
export const writeComment = z.object({ text: commentText })
export const commentMade = z.object({ comment: id })

const stableName = z.string().regex(/^[a-z0-9-]{1,80}$/)
/**
 * `POST /api/boards/:id/findings/:finding/answers`. Whoever answers says what they had before them: the
 * answer holds for that evidence. A reason is needed to defend and to set aside.
 */
export const answerFinding = z.object({
  act: z.enum(findingActs),
  rule: stableName,
  title: line(240),
  on: z.string().overwrite(cleanText).max(240),
  evidenceHash: stableName,
  text: z.string().overwrite(cleanText).max(2_000).default(''),
})
export type AnswerFinding = z.input<typeof answerFinding>
export const findingAnswered = z.object({
  status: z.enum(['defended', 'accepted', 'out-of-scope', 'reopened']),
})

/** `POST /api/boards/:id/versions` */
export const saveVersion = z.object({ name: line(80) })
export const versionMade = z.object({ version: id })

/** `POST /api/boards/import`: a new board from board JSON; the title comes from the file. */
export const imported = z.object({ id, records: z.number().int().describe('Records taken over') })

export const assetMade = z.object({ id, url: z.string() })

export const publicScenario = z.object({
  id,
  title: z.string(),
  difficulty: z.enum(['easy', 'medium', 'hard']),
  minutes: z.number().int(),
  domains: z.array(z.string()),
  summary: z.string().describe('One sentence for the catalogue'),
  prompt: z.string().describe('Two or three vague sentences, as an interviewer would say them'),
  asks: z.array(z.string()).describe('What the finished board is expected to show'),
})
export type PublicScenario = z.infer<typeof publicScenario>
export const scenariosAnswer = z.object({ scenarios: z.array(publicScenario) })

export const ruleSummary = z.object({
  id,
  title: z.string(),
  category: z.string(),
  why: z.string(),
  fix: z.string(),
  question: z.string(),
})
export type RuleSummary = z.infer<typeof ruleSummary>
export const rulesAnswer = z.object({ rules: z.array(ruleSummary) })

/** `GET /api/settings`: what the page must know of how the server was started. */
export const settingsAnswer = z.object({ tldrawLicenseKey: z.string().nullable() })

/** One line that leaves a mark, of at most so many characters. */
function line(most: number) {
  return z
    .string()
    .overwrite(cleanLine)
    .min(1)
    .refine((text) => lengthOf(text) <= most)
    .meta({ maxLength: most })
}

export const liveAddress = z.object({ board: id, document: z.enum(documentNames) })
