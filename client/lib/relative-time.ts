/** A moment as people say it: "just now", "5 minutes ago", "yesterday", then the date. */
const steps = [
  { unit: 'day', milliseconds: 86_400_000 },
  { unit: 'hour', milliseconds: 3_600_000 },
  { unit: 'minute', milliseconds: 60_000 },
] as const

export function relativeTime(at: number, now: number): string {
  const passed = Math.max(0, now - at)
  if (passed >= 7 * steps[0].milliseconds) return dateOf(at)
  const step = steps.find(({ milliseconds }) => passed >= milliseconds)
  if (step === undefined) return 'just now'
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  return format.format(-Math.floor(passed / step.milliseconds), step.unit)
}

/** Day, month and year with the time, for a tooltip. */
export function exactTime(at: number): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}

function dateOf(at: number): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(at)
}
