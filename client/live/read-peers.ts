/** Awareness states → peers: only well-formed ones, and only of people whom the roster knows. */
import { maxSharedSelection, type Presence, type RosterEntry } from '#shared/live.ts'
import type { Peer } from './session.ts'

export function readPeers(
  states: ReadonlyMap<number, unknown>,
  roster: ReadonlyMap<string, RosterEntry>,
): readonly Peer[] {
  const peers: Peer[] = []
  for (const [clientId, state] of states) {
    const presence = readPresence(state)
    const entry = presence === undefined ? undefined : roster.get(presence.person)
    if (presence === undefined || entry === undefined) continue
    peers.push({ ...presence, clientId, entry })
  }
  return peers.sort((a, b) => a.clientId - b.clientId)
}

/** The presence in an awareness state, its selection capped; `undefined` when it does not fit. */
export function readPresence(state: unknown): Presence | undefined {
  if (!isObject(state)) return undefined
  const { person, pageId, cursor, selection, viewport, following, summon } = state
  if (typeof person !== 'string' || typeof pageId !== 'string') return undefined
  if (!isStringOrNull(following) || typeof summon !== 'number') return undefined
  if (cursor !== null && !isPoint(cursor)) return undefined
  if (!isBox(viewport) || !Array.isArray(selection)) return undefined
  return {
    person,
    pageId,
    cursor: cursor === null ? null : { x: cursor.x, y: cursor.y },
    selection: selection.filter((id) => typeof id === 'string').slice(0, maxSharedSelection),
    viewport: { x: viewport.x, y: viewport.y, w: viewport.w, h: viewport.h },
    following,
    summon,
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isStringOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}

function isPoint(value: unknown): value is { x: number; y: number } {
  return isObject(value) && Number.isFinite(value['x']) && Number.isFinite(value['y'])
}

function isBox(value: unknown): value is Presence['viewport'] {
  return isObject(value) && isSize(value['w']) && isSize(value['h']) && isPoint(value)
}

function isSize(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
