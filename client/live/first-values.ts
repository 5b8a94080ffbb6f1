/** What a session says before the server has said anything. */
import type { BoardSummary, Person } from '#shared/api.ts'
import type { Presence } from '#shared/live.ts'
import type { Room, SessionState } from './session.ts'

export function firstState(board: BoardSummary, hasUnsentEdits: boolean): SessionState {
  return {
    sync: 'loading',
    refusal: undefined,
    board,
    hasUnsentEdits,
    nextAttemptAt: undefined,
  }
}

export function firstRoom(me: Person, { title, scenario, role, owner }: BoardSummary): Room {
  return {
    board: { title, scenarioId: scenario },
    roster: new Map([[me.id, { name: me.name, color: me.color, role, owner }]]),
    threads: [],
    findings: new Map(),
    versions: new Map(),
  }
}

export function firstPresence(me: Person): Presence {
  return {
    person: me.id,
    pageId: 'page:page',
    cursor: null,
    selection: [],
    viewport: { x: 0, y: 0, w: 0, h: 0 },
    following: null,
    summon: 0,
  }
}

export function isSameState(a: SessionState, b: SessionState): boolean {
  return (
    a.sync === b.sync &&
    a.refusal === b.refusal &&
    a.board === b.board &&
    a.hasUnsentEdits === b.hasUnsentEdits &&
    a.nextAttemptAt === b.nextAttemptAt
  )
}
