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
  // Kept here, since looking for them among thousands of shapes would cost each move of a pointer.
  const shown = new Set<TLInstancePresence['id']>()
  const show = () => showPeers(store, peers.get(), shown, now)
  const stop = peers.subscribe(show)
  show()
  return () => {
    stop()
    showPeers(store, [], shown, now)
  }
}

/** tldraw's user of a peer: two tabs of one person are two users, so that each is drawn. */
export function presenceUserId(peer: Pick<Peer, 'person' | 'clientId'>): string {
  return `${peer.person}:${peer.clientId}`
}

function showPeers(
  store: TLStore,
  peers: readonly Peer[],
  shown: Set<TLInstancePresence['id']>,
  now: () => number,
): void {
  const gone = new Set(shown)
  const news: TLInstancePresence[] = []
  for (const peer of peers) {
    const id = InstancePresenceRecordType.createId(String(peer.clientId))
    const before = store.get(id)
    const record = presenceOf(peer, before, now)
    gone.delete(id)
    if (record === undefined) continue
    shown.add(id)
    if (!isEqual(record, before)) news.push(record)
  }
  if (news.length + gone.size === 0) return
  for (const id of gone) shown.delete(id)
  store.mergeRemoteChanges(() => {
    store.remove([...gone])
    store.put(news)
  })
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
