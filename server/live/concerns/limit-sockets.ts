/** How many sockets one person and one network address may hold. */
import type { ErrorCode } from '#shared/errors.ts'
import type { LiveLimits } from '../options.ts'
import type { Seat } from '../seat.ts'

export interface SocketCount {
  /** Counts a socket, or tells why there may not be one more. */
  enter(seat: Seat): ErrorCode | undefined
  leave(seat: Seat): void
}

export function createSocketCount(limits: LiveLimits): SocketCount {
  const people = new Map<string, number>()
  const addresses = new Map<string, number>()
  return {
    enter({ personId, address }) {
      if ((people.get(personId) ?? 0) >= limits.socketsPerPerson) return 'too_many_requests'
      if ((addresses.get(address) ?? 0) >= limits.socketsPerAddress) return 'too_many_requests'
      add(people, personId, 1)
      add(addresses, address, 1)
      return undefined
    },
    leave({ personId, address }) {
      add(people, personId, -1)
      add(addresses, address, -1)
    },
  }
}

function add(counts: Map<string, number>, key: string, change: number): void {
  const count = (counts.get(key) ?? 0) + change
  if (count > 0) counts.set(key, count)
  else counts.delete(key)
}
