/**
 * The arithmetic of a capacity estimate (knowledge/f-numbers.md F.5, which names its sources). Decimal
 * units throughout (F.3). Every function answers a plain number and takes nonnegative ones.
 */
export const secondsPerDay = 86_400
export const daysPerYear = 365
const minutesPerDay = 1_440
/** A tier is planned to run this full at the peak (F.5, headroom form). */
const targetUtilisation = 0.7

/** Requests per second on average, out of requests in a day. */
export function averageRate(requestsPerDay: number): number {
  return requestsPerDay / secondsPerDay
}

/** Requests per second on average, out of people in a day and what each of them does. */
export function averageRateOfUsers(dailyActiveUsers: number, actionsPerUser: number): number {
  return averageRate(dailyActiveUsers * actionsPerUser)
}

/** Requests per second at peak; the factor is usually 2 to 10. */
export function peakRate(average: number, peakFactor: number): number {
  return average * peakFactor
}

/** Reads and writes per second of a total, for so many reads to each write. */
export function splitRate(
  total: number,
  readsPerWrite: number,
): { readonly reads: number; readonly writes: number } {
  const writes = total / (readsPerWrite + 1)
  return { reads: total - writes, writes }
}

/** Bytes added in a day. */
export function dailyBytes(itemsPerDay: number, bytesPerItem: number): number {
  return itemsPerDay * bytesPerItem
}

/** Bytes added in a year, all copies counted. */
export function annualBytes(bytesPerDay: number, copies = 1): number {
  return bytesPerDay * daysPerYear * copies
}

/** Bytes per second, out of bytes in an item and items per second. */
export function bandwidth(bytesPerItem: number, itemsPerSecond: number): number {
  return bytesPerItem * itemsPerSecond
}

/** Bits per second, out of bytes per second. */
export function toBits(bytesPerSecond: number): number {
  return bytesPerSecond * 8
}

/** People connected at one time on average; times the peak factor at the peak. */
export function concurrentUsers(dailyActiveUsers: number, sessionMinutes: number): number {
  return (dailyActiveUsers * sessionMinutes) / minutesPerDay
}

/** Requests in the system at one time (J. Little, "A proof for the queuing formula L = λW", 1961). */
export function requestsInFlight(ratePerSecond: number, latencyMs: number): number {
  return (ratePerSecond * latencyMs) / 1000
}

/** Instances that carry a peak; none for a capacity of none. */
export function serversFor(peak: number, capacityPerServer: number, redundancy = 1): number {
  return capacityPerServer > 0 ? Math.ceil(peak / capacityPerServer) * redundancy : 0
}

/** Instances that carry a peak at 70 % and survive the loss of one; none for a capacity of none. */
export function serversWithHeadroom(peak: number, capacityPerServer: number): number {
  if (capacityPerServer <= 0) return 0
  return Math.ceil(peak / (capacityPerServer * targetUtilisation)) + 1
}
