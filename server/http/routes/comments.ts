import { commentMade, createThread, threadMade, writeComment } from '#shared/api.ts'
import type { CommentsService } from '#server/services/comments-service.ts'
import { defineBodyRoute, defineSilentRoute, type Call, type Route } from '../define-route.ts'

const threads = '/api/boards/:id/threads'
const thread = `${threads}/:thread`
const comments = `${thread}/comments`
const comment = `${comments}/:comment`

/** Comment threads; what they hold is read from the room document. */
export function commentRoutes(service: CommentsService): readonly Route[] {
  return [
    defineBodyRoute({
      method: 'post',
      path: threads,
      summary: 'Start a thread on a component, an arrow or a point',
      status: 201,
      body: createThread,
      answer: threadMade,
      handle: (call) => service.start(speakerOf(call), call.body),
    }),
    defineBodyRoute({
      method: 'post',
      path: comments,
      summary: 'Reply in a thread',
      status: 201,
      body: writeComment,
      answer: commentMade,
      handle: (call) => service.reply(speakerOf(call), call.param('thread'), call.body.text),
    }),
    defineBodyRoute({
      method: 'patch',
      path: comment,
      summary: 'Change the text of your comment',
      body: writeComment,
      answer: commentMade,
      handle: async (call) => {
        await service.edit(addressOf(call), call.body.text)
        return { comment: call.param('comment') }
      },
    }),
    defineSilentRoute({
      method: 'delete',
      path: comment,
      summary: 'Delete your comment, or any as the owner; a thread goes with its last one',
      handle: (call) => service.delete(addressOf(call)),
    }),
    settleRoute(service, 'resolve', 'Mark a thread as resolved'),
    settleRoute(service, 'reopen', 'Open a resolved thread again'),
  ]
}

function settleRoute(service: CommentsService, act: 'resolve' | 'reopen', summary: string): Route {
  return defineSilentRoute({
    method: 'post',
    path: `${thread}/${act}`,
    summary,
    handle: (call) => service.settle(speakerOf(call), call.param('thread'), act),
  })
}

function speakerOf({ param, personId }: Call) {
  return { boardId: param('id'), personId }
}

function addressOf(call: Call) {
  return { ...speakerOf(call), thread: call.param('thread'), comment: call.param('comment') }
}
