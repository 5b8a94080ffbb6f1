/** Who opens which board with which rights: from the server, or as this browser remembers it. */
import { RequestError } from '#client/lib/request.ts'
import { getBoard, getMe, getSettings } from '#client/lib/requests.ts'
import { browserCopies, recall, type RememberedBoard } from '#client/live/local-copy.ts'

/** Longer than this nobody looks at a spinner while a copy lies in the browser, in milliseconds. */
const patience = 2000

/** These say that the server cannot answer now, not that it refuses. */
const isNoAnswer = new Set(['offline', 'unexpected', 'storage_unavailable', 'stopping'])

export interface BoardEntry extends RememberedBoard {
  /** tldraw's licence key, where whoever hosts this has one. */
  readonly licenseKey: string | undefined
}

/** Rejects with the server's refusal, or with its silence when nothing is remembered. */
export async function findEntry(boardId: string): Promise<BoardEntry> {
  const recalled = recall(browserCopies(), boardId)
  const asked = ask(boardId)
  if (recalled === undefined) return asked
  const remembered: BoardEntry = { ...recalled, licenseKey: undefined }
  try {
    return await Promise.race([asked, later(remembered)])
  } catch (error) {
    if (error instanceof RequestError && isNoAnswer.has(error.code)) return remembered
    throw error
  }
}

async function ask(boardId: string): Promise<BoardEntry> {
  const [me, board, settings] = await Promise.all([
    getMe(),
    getBoard(boardId),
    // Without an answer the canvas shows tldraw's mark, which is what it does without a key.
    getSettings().catch(() => undefined),
  ])
  const licenseKey = settings?.tldrawLicenseKey ?? undefined
  return { me: me.person, board, room: undefined, licenseKey }
}

function later<T>(value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), patience))
}
