/**
 * Peers → the presence records that tldraw draws as cursors and selections. Names and colours come from
 * the roster, ids from the connection; what a peer says of itself is only where it is.
 */
import {
  InstancePresenceRecordType,
  PageRecordType,
  type TLInstancePresence,
  type TLStore,
} from '@tldraw/tlschema'
import { isEqual } from '@tldraw/utils'
import type { Peer, Readable } from './session.ts'

/** Answers how to stop; the records of all peers are removed then. */
export function bindPresence(
  store: TLStore,
  peers: Readable<readonly Peer[]>,
  now: () => number,
): () => void {
  const show = () => showPeers(store, peers.get(), now)
  const stop = peers.subscribe(show)
  show()
  return () => {
    stop()
    showPeers(store, [], now)
  }
}

/** tldraw's user of a peer: two tabs of one person are two users, so that each is drawn. */
export function presenceUserId(peer: Pick<Peer, 'person' | 'clientId'>): string {
  return `${peer.person}:${peer.clientId}`
}

function showPeers(store: TLStore, peers: readonly Peer[], now: () => number): void {
  const shown = new Map(presencesIn(store).map((record) => [record.id, record]))
  const news: TLInstancePresence[] = []
  for (const peer of peers) {
    const id = InstancePresenceRecordType.createId(String(peer.clientId))
    const before = shown.get(id)
    shown.delete(id)
    const record = presenceOf(peer, before, now)
    if (record !== undefined && !isEqual(record, before)) news.push(record)
  }
  if (news.length + shown.size === 0) return
  store.mergeRemoteChanges(() => {
    store.remove([...shown.keys()])
    store.put(news)
  })
}

function presencesIn(store: TLStore): TLInstancePresence[] {
  return store.allRecords().filter((record) => record.typeName === 'instance_presence')
}

/** `undefined` when what the peer says is nothing that tldraw can draw. */
function presenceOf(
  peer: Peer,
  before: TLInstancePresence | undefined,
  now: () => number,
): TLInstancePresence | undefined {
  try {
    const record = InstancePresenceRecordType.validate({
      ...InstancePresenceRecordType.create({
        id: InstancePresenceRecordType.createId(String(peer.clientId)),
        userId: presenceUserId(peer),
        userName: peer.entry.name,
        currentPageId: PageRecordType.createId('unknown'),
      }),
      color: peer.entry.color,
      currentPageId: peer.pageId,
      selectedShapeIds: peer.selection,
      cursor: peer.cursor === null ? null : { ...peer.cursor, type: 'default', rotation: 0 },
      lastActivityTimestamp: before?.lastActivityTimestamp ?? null,
    })
    return isEqual(record, before) ? record : { ...record, lastActivityTimestamp: now() }
  } catch {
    return undefined
  }
}
