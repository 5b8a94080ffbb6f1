/**
 * The one table of everything that can be refused: what HTTP answers, how a socket closes, and the
 * sentence a person reads. It may not know who asks or how the refusal travels.
 */
interface Refusal {
  /** HTTP status of the answer. */
  readonly status: number
  /** WebSocket close code, where a socket can meet this refusal. 4400–4499 tell the client not to retry. */
  readonly close?: number
  /** What happened and what to do about it, for a person. */
  readonly message: string
}

export const refusals = {
  bad_request: {
    status: 400,
    message: 'The request does not have the expected form. Check the fields that are named.',
  },
  malformed_json: { status: 400, message: 'The body is not valid JSON. Send one JSON object.' },
  malformed_frame: {
    status: 400,
    close: 4400,
    message: 'The connection sent something that could not be read. Reload the page.',
  },
  not_signed_in: {
    status: 401,
    close: 4401,
    message: 'Your browser is not known here yet. Open the home page once, then try again.',
  },
  foreign_origin: {
    status: 403,
    close: 4403,
    message: 'This request came from another site. Open the board from its own address.',
  },
  not_a_member: {
    status: 403,
    close: 4403,
    message: 'You are not on this board. Ask its owner for a link.',
  },
  role_may_not: {
    status: 403,
    close: 4403,
    message: 'Your role on this board does not allow that. Ask the owner for another link.',
  },
  unknown_board: {
    status: 404,
    close: 4404,
    message: 'There is no board at this address. It may have been deleted.',
  },
  unknown_link: {
    status: 404,
    message: 'This link does not work. It may have been copied only in part; ask for a new one.',
  },
  unknown_thing: { status: 404, message: 'There is nothing at this address.' },
  unknown_scenario: {
    status: 404,
    message: 'There is no scenario with this name. Choose one from the catalogue.',
  },
  revoked_link: {
    status: 410,
    message: 'This link was revoked by the owner of the board. Ask for a new one.',
  },
  other_role: {
    status: 409,
    message: 'You are already on this board with another role. Say whether you want to switch.',
  },
  nothing_to_answer: {
    status: 409,
    message: 'Somebody has answered that already. Look at the finding again.',
  },
  rights_changed: {
    status: 409,
    close: 4409,
    message: 'Your rights on this board changed. The page asks again.',
  },
  ahead_of_server: {
    status: 409,
    close: 4410,
    message: 'This copy holds changes that the server does not. It is loaded afresh.',
  },
  older_client: {
    status: 409,
    close: 4411,
    message: 'The board was saved by a newer version. Reload the page to get it.',
  },
  newer_format: {
    status: 422,
    message:
      'This file was written by a newer version of Loadbearing. Update, then import it again.',
  },
  not_a_board_file: {
    status: 422,
    message: 'This file is not a Loadbearing board. Choose a file that was exported as board JSON.',
  },
  not_an_image: {
    status: 415,
    message: 'Only PNG, JPEG, GIF, WebP and AVIF images can be placed on a board.',
  },
  too_large: {
    status: 413,
    close: 4413,
    message: 'That is larger than this server accepts. Make it smaller and try again.',
  },
  board_full: {
    status: 422,
    close: 4422,
    message: 'This board has reached its size limit. Delete something, or continue on a new board.',
  },
  too_many_requests: {
    status: 429,
    close: 4429,
    message: 'That was too much at once. Wait a few seconds and try again.',
  },
  unexpected: {
    status: 500,
    close: 1011,
    message: 'Something went wrong here. Nothing that was saved is lost; try again in a moment.',
  },
  storage_unavailable: {
    status: 503,
    close: 1013,
    message:
      'The server cannot write to its disk at the moment. Your changes stay in this browser.',
  },
  stopping: {
    status: 503,
    close: 1012,
    message: 'The server is restarting. The page connects again by itself.',
  },
} as const satisfies Record<string, Refusal>

export type ErrorCode = keyof typeof refusals

/** The refusal of an act. `detail` is appended to the table's sentence and shown to the person. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly detail: string | undefined

  constructor(code: ErrorCode, detail?: string) {
    super(detail === undefined ? refusals[code].message : `${refusals[code].message} ${detail}`)
    this.name = 'AppError'
    this.code = code
    this.detail = detail
  }
}

/** HTTP status for a code. */
export function statusOf(code: ErrorCode): number {
  return refusals[code].status
}

/** WebSocket close code for a code; 1011 (internal error) where the table names none. */
export function closeCodeOf(code: ErrorCode): number {
  const refusal: Refusal = refusals[code]
  return refusal.close ?? 1011
}
