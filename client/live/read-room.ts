/** The room document → what the interface shows. The server alone writes it, so values are trusted. */
import type * as Y from 'yjs'
import {
  documentRoots,
  threadHeadKey,
  type BoardInfo,
  type BoardVersion,
  type FindingThread,
  type RosterEntry,
  type ThreadComment,
  type ThreadHead,
} from '#shared/live.ts'
import type { Room, Thread } from './session.ts'

/** `undefined` while the document is empty. */
export function readRoom(doc: Y.Doc): Room | undefined {
  const board = doc.getMap(documentRoots.room.board)
  const roster: Y.Map<RosterEntry> = doc.getMap(documentRoots.room.roster)
  const threads: Y.Map<Y.Map<unknown>> = doc.getMap(documentRoots.room.threads)
  const findings: Y.Map<FindingThread> = doc.getMap(documentRoots.room.findings)
  const versions: Y.Map<BoardVersion> = doc.getMap(documentRoots.room.versions)
  if (board.size + roster.size === 0) return undefined
  return {
    board: readBoard(board),
    roster: new Map(roster.entries()),
    threads: [...threads.entries()].flatMap(readThread).sort((a, b) => b.createdAt - a.createdAt),
    findings: new Map(findings.entries()),
    versions: new Map(versions.entries()),
  }
}

function readBoard(map: Y.Map<unknown>): BoardInfo {
  const title = map.get('title')
  const scenarioId = map.get('scenarioId')
  return {
    title: typeof title === 'string' ? title : '',
    scenarioId: typeof scenarioId === 'string' ? scenarioId : null,
  }
}

function readThread([id, map]: readonly [string, Y.Map<unknown>]): Thread[] {
  const head = map.get(threadHeadKey) as ThreadHead | undefined
  if (head === undefined) return []
  const comments = [...map.entries()]
    .filter(([key]) => key !== threadHeadKey)
    .map(([key, value]) => ({ ...(value as ThreadComment), id: key }))
    .sort((a, b) => a.createdAt - b.createdAt)
  return [{ ...head, id, comments }]
}
