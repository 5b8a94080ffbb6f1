/** How often something may be done: so much a second, gathered over a few seconds. */
import type { LiveLimits } from '../options.ts'

export interface Bucket {
  /** Whether it may be done once more now. */
  take(now: () => number): boolean
}

/** Frames of any kind; a burst of four seconds is let through, e.g. after a reconnect. */
export function createFrameLimit(limits: LiveLimits, now: number): Bucket {
  return createBucket(limits.framesPerSecond, limits.framesPerSecond * 4, now)
}

export function createPresenceLimit(limits: LiveLimits, now: number): Bucket {
  return createBucket(limits.presencePerSecond, limits.presencePerSecond, now)
}

function createBucket(perSecond: number, most: number, start: number): Bucket {
  let left = most
  let filledAt = start
  return {
    take(now) {
      if (left < 1) {
        const at = now()
        left = Math.min(most, left + (Math.max(0, at - filledAt) / 1000) * perSecond)
        filledAt = at
      }
      if (left < 1) return false
      left--
      return true
    },
  }
}
