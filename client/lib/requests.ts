/**
 * Every question and act that the interface sends over HTTP, one function each. Answers are ours, so
 * they are not parsed again; a refusal arrives as `RequestError` with the sentence to show.
 */
import type { z } from 'zod'
import type { Role } from '#shared/access.ts'
import type * as api from '#shared/api.ts'
import { request } from './request.ts'

type Answer<T extends z.ZodType> = z.output<T>
type Body<T extends z.ZodType> = z.input<T>

export type Me = Answer<typeof api.meAnswer>

const boardPath = (boardId: string) => `/api/boards/${encodeURIComponent(boardId)}`
const threadPath = (boardId: string, threadId: string) =>
  `${boardPath(boardId)}/threads/${encodeURIComponent(threadId)}`
const versionPath = (boardId: string, versionId: string) =>
  `${boardPath(boardId)}/versions/${encodeURIComponent(versionId)}`

export const getMe = () => request<Me>('GET', '/api/me')
export const changeMe = (change: Body<typeof api.changeMe>) =>
  request<Me>('PATCH', '/api/me', change)
export const makeDeviceLink = () =>
  request<Answer<typeof api.deviceAnswer>>('POST', '/api/me/device')
export const claimDevice = (token: string) => request<Me>('POST', '/api/me/claim', { token })

export const getScenarios = () =>
  request<Answer<typeof api.scenariosAnswer>>('GET', '/api/scenarios')
export const getScenario = (id: string) =>
  request<api.PublicScenario>('GET', `/api/scenarios/${encodeURIComponent(id)}`)

export const getBoards = () => request<Answer<typeof api.boardsAnswer>>('GET', '/api/boards')
export const getBoard = (id: string) => request<api.BoardSummary>('GET', boardPath(id))
export const createBoard = (board: Body<typeof api.createBoard>) =>
  request<api.BoardSummary>('POST', '/api/boards', board)
/** `file` is the text of a board file; the server judges it. */
export const importBoard = (file: string) =>
  request<Answer<typeof api.imported>>('POST', '/api/boards/import', file)
export const renameBoard = (id: string, title: string) =>
  request<unknown>('PATCH', boardPath(id), { title })
export const deleteBoard = (id: string) => request<undefined>('DELETE', boardPath(id))

export const getLinks = (boardId: string) =>
  request<Answer<typeof api.linksAnswer>>('GET', `${boardPath(boardId)}/links`)
export const createLink = (boardId: string, role: Role) =>
  request<Answer<typeof api.linkMade>>('POST', `${boardPath(boardId)}/links`, { role })
export const revokeLink = (boardId: string, linkId: string) =>
  request<undefined>('DELETE', `${boardPath(boardId)}/links/${encodeURIComponent(linkId)}`)
export const join = (body: Body<typeof api.join>) =>
  request<Answer<typeof api.joined>>('POST', '/api/join', body)

export const getMembers = (boardId: string) =>
  request<Answer<typeof api.membersAnswer>>('GET', `${boardPath(boardId)}/members`)
export const removeMember = (boardId: string, personId: string) =>
  request<undefined>('DELETE', `${boardPath(boardId)}/members/${encodeURIComponent(personId)}`)
export const changeMemberRole = (boardId: string, personId: string, role: Role) =>
  request<unknown>('PATCH', `${boardPath(boardId)}/members/${encodeURIComponent(personId)}`, {
    role,
  })

export const answerFinding = (
  boardId: string,
  findingId: string,
  answer: Body<typeof api.answerFinding>,
) =>
  request<Answer<typeof api.findingAnswered>>(
    'POST',
    `${boardPath(boardId)}/findings/${encodeURIComponent(findingId)}/answers`,
    answer,
  )

export const saveVersion = (boardId: string, name: string) =>
  request<Answer<typeof api.versionMade>>('POST', `${boardPath(boardId)}/versions`, { name })
/** The board as it was then, as a board file. */
export const readVersion = (boardId: string, versionId: string) =>
  request<unknown>('GET', versionPath(boardId, versionId))
export const restoreVersion = (boardId: string, versionId: string) =>
  request<undefined>('POST', `${versionPath(boardId, versionId)}/restore`)

export const createThread = (boardId: string, thread: Body<typeof api.createThread>) =>
  request<Answer<typeof api.threadMade>>('POST', `${boardPath(boardId)}/threads`, thread)
export const addComment = (boardId: string, threadId: string, text: string) =>
  request<unknown>('POST', `${threadPath(boardId, threadId)}/comments`, { text })
export const editComment = (boardId: string, path: CommentPath, text: string) =>
  request<unknown>('PATCH', commentPath(boardId, path), { text })
export const deleteComment = (boardId: string, path: CommentPath) =>
  request<undefined>('DELETE', commentPath(boardId, path))
export const resolveThread = (boardId: string, threadId: string) =>
  request<unknown>('POST', `${threadPath(boardId, threadId)}/resolve`)
export const reopenThread = (boardId: string, threadId: string) =>
  request<unknown>('POST', `${threadPath(boardId, threadId)}/reopen`)

export interface CommentPath {
  readonly thread: string
  readonly comment: string
}

function commentPath(boardId: string, { thread, comment }: CommentPath): string {
  return `${threadPath(boardId, thread)}/comments/${encodeURIComponent(comment)}`
}

export const getSettings = () => request<Answer<typeof api.settingsAnswer>>('GET', '/api/settings')
/** The file goes as it is; the server looks at its content. */
export const uploadImage = (boardId: string, file: File) =>
  request<Answer<typeof api.assetMade>>('POST', `${boardPath(boardId)}/assets`, file)
