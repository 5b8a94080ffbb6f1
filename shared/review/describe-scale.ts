/** The changed numbers of a design in words. */
import type { DiffEntry } from './diff-entry.ts'
import type { ScaleChange, ScaleField } from './scale-changes.ts'
import { arrow } from './words.ts'

const titles: Readonly<Record<ScaleField, string>> = {
  dailyActiveUsers: 'Daily active users',
  actionsPerUser: 'Actions per user and day',
  averageQps: 'Requests per second, average',
  peakQps: 'Requests per second, peak',
  readsPerWrite: 'Reads per write',
  latencyMs: 'Latency in ms',
  availabilityTarget: 'Availability in percent',
  rtoMinutes: 'Longest outage in minutes',
  rpoMinutes: 'Largest loss in minutes',
  dataBytes: 'Data in bytes',
  dataBytesPerYear: 'Data in bytes a year',
  retentionDays: 'Kept for days',
  regions: 'Regions',
  budgetPerMonth: 'Budget in dollars a month',
  teamSize: 'People in the team',
  compliance: 'Compliance',
  publicFacing: 'Public',
}

export function describeScale(changes: readonly ScaleChange[]): readonly DiffEntry[] {
  return changes.map(({ field, from, to }) => ({
    chapter: 'Scale',
    natures: [from === undefined ? 'added' : to === undefined ? 'removed' : 'changed'],
    title: titles[field],
    details: [arrow(from, to)],
  }))
}
