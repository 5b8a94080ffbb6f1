/** A board with its images and threads as one file. Loaded when somebody exports. */
import type { BoardAsset } from '#shared/exchange/board-file.ts'
import { printBoardJson } from '#shared/exchange/board-json.ts'
import type { BoardRecord, Session } from '#client/live/session.ts'

/** The board, or other records of it, with images and threads in our versioned format. */
export async function boardJson(
  session: Session,
  records: readonly BoardRecord[] = session.store.allRecords(),
): Promise<Blob> {
  const room = session.room.get()
  const { board } = session.state.get()
  const text = printBoardJson({
    title: room.board.title || board.title,
    scenario: room.board.scenarioId ?? board.scenario,
    records,
    assets: await assetsOf(records),
    threads: room.threads.map((thread) => ({ ...thread, comments: [...thread.comments] })),
  })
  return new Blob([text], { type: 'application/json' })
}

/** Images that can be fetched now; the others are left out, and their places stay. */
async function assetsOf(records: readonly BoardRecord[]): Promise<readonly BoardAsset[]> {
  const found = await Promise.all(records.map(assetOf))
  return found.filter((asset) => asset !== undefined)
}

async function assetOf(record: BoardRecord): Promise<BoardAsset | undefined> {
  if (record.typeName !== 'asset' || record.type !== 'image') return undefined
  const { src, name } = record.props
  if (src === null) return undefined
  try {
    const response = await fetch(src)
    if (!response.ok) return undefined
    const content = await response.blob()
    return { id: record.id, name, mime: content.type, base64: await base64Of(content) }
  } catch {
    return undefined
  }
}

function base64Of(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('Cannot be read')))
    reader.readAsDataURL(content)
  })
}
