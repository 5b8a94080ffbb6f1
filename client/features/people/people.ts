/** Who is here, out of everybody's tabs. Pure, so that it can be tested without a board. */
import { mayAct } from '#shared/access.ts'
import type { RosterEntry } from '#shared/live.ts'
import type { Peer } from '#client/live/session.ts'

export interface PersonHere {
  readonly id: string
  readonly entry: RosterEntry
  /** Person whom one of their tabs follows. */
  readonly following: readonly string[]
  readonly tabs: readonly Peer[]
}

/** Others on the board, one entry a person however many tabs they have, by name. */
export function peopleHere(peers: readonly Peer[], me: string): readonly PersonHere[] {
  const byPerson = new Map<string, Peer[]>()
  for (const peer of peers) {
    if (peer.person === me) continue
    byPerson.set(peer.person, [...(byPerson.get(peer.person) ?? []), peer])
  }
  return [...byPerson]
    .flatMap(([id, tabs]) => {
      const entry = tabs[0]?.entry
      if (entry === undefined) return []
      return [{ id, entry, tabs, following: tabs.flatMap((tab) => tab.following ?? []) }]
    })
    .sort((a, b) => a.entry.name.localeCompare(b.entry.name) || a.id.localeCompare(b.id))
}

/** The tab of a person that is worth following: the one with a pointer on the canvas, else the first. */
export function tabToFollow(person: PersonHere): Peer | undefined {
  return person.tabs.find((tab) => tab.cursor !== null) ?? person.tabs[0]
}

/** Summons by tab, of those alone who may lead. */
export function summonsOf(peers: readonly Peer[]): ReadonlyMap<number, Peer> {
  const leaders = peers.filter((peer) => mayAct(peer.entry, 'lead'))
  return new Map(leaders.map((peer) => [peer.clientId, peer]))
}

/** The leader whose number grew since `before`; a leader seen for the first time calls nobody. */
export function newSummon(
  before: ReadonlyMap<number, Peer>,
  now: ReadonlyMap<number, Peer>,
): Peer | undefined {
  return [...now.values()].find((peer) => {
    const earlier = before.get(peer.clientId)
    return earlier !== undefined && peer.summon > earlier.summon
  })
}

/**
 * Whether nothing changed that is shown around the canvas. Pointers are drawn on it and move all the
 * time; only whose tab has one counts, and every move of the person who is followed.
 */
export function isSameCompany(
  before: readonly Peer[],
  now: readonly Peer[],
  followed: string | undefined,
): boolean {
  if (before.length !== now.length) return false
  return now.every((peer, at) => {
    const known = before[at]
    if (known === undefined || peer.person === followed) return known === peer
    return (
      known.clientId === peer.clientId &&
      known.person === peer.person &&
      known.entry === peer.entry &&
      known.following === peer.following &&
      known.summon === peer.summon &&
      (known.cursor === null) === (peer.cursor === null)
    )
  })
}
