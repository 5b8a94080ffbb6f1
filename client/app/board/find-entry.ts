/** Who opens which board with which rights: from the server, or as this browser remembers it. */
import { RequestError } from '#client/lib/request.ts'
import { getBoard, getMe } from '#client/lib/requests.ts'
import { browserCopies, recall, type RememberedBoard } from '#client/live/local-copy.ts'

/** Longer than this nobody looks at a spinner while a copy lies in the browser, in milliseconds. */
const patience = 2000

/** These say that the server cannot answer now, not that it refuses. */
const isNoAnswer = new Set(['offline', 'unexpected', 'storage_unavailable', 'stopping'])

/** Rejects with the server's refusal, or with its silence when nothing is remembered. */
export async function findEntry(boardId: string): Promise<RememberedBoard> {
  const remembered = recall(browserCopies(), boardId)
  const asked = ask(boardId)
  if (remembered === undefined) return asked
  try {
    return await Promise.race([asked, later(remembered)])
  } catch (error) {
    if (error instanceof RequestError && isNoAnswer.has(error.code)) return remembered
    throw error
  }
}

async function ask(boardId: string): Promise<RememberedBoard> {
  const [me, board] = await Promise.all([getMe(), getBoard(boardId)])
  return { me: me.person, board, room: undefined }
}

function later<T>(value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), patience))
}
