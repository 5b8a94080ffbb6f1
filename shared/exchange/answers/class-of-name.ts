/**
 * The class of data that a name speaks of, where it is plain: "users" are personal, "link" is content. Classes
 * that rules speak loudly about (money, bookings, stock, counters, media) are not guessed here: "payment
 * history" moves no money, and a table of photos may hold nothing but their addresses.
 */
import type { EntityClass } from '#shared/design/answers.ts'

const rows: readonly (readonly [EntityClass, RegExp])[] = [
  ['health', /\b(?:patients?|health|medical|diagnos\w+|prescriptions?)\b/],
  ['message', /^(?:chat |direct |group )?messages?$/],
  ['timeseries', /^(?:sensor |meter )?(?:readings?|telemetry|measurements?|samples?)$/],
  ['session', /\b(?:sessions?|tokens?|refresh tokens?)\b/],
  ['presence', /\b(?:presence|online status|heartbeats?)\b/],
  ['event', /\b(?:events?|clicks?|audit(?: logs?)?|activity logs?|impressions?)\b/],
  ['search', /\b(?:search (?:index|documents?)|inverted index)\b/],
  ['config', /\b(?:configs?|configurations?|settings?|feature flags?|rules?)\b/],
  [
    'pii',
    /\b(?:users?|accounts?|customers?|profiles?|people|person|members?|drivers?|riders?|contacts?|addresses)\b/,
  ],
  [
    'content',
    /\b(?:links?|urls?|posts?|articles?|comments?|tweets?|pages?|documents?|products?|recipes?|notes?|pastes?|listings?)\b/,
  ],
]

/** `undefined` where the name does not tell; the last word of a name tells most. */
export function classOfName(name: string): EntityClass | undefined {
  const text = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .toLowerCase()
  const last = text.split(' ').at(-1) ?? ''
  return classIn(last) ?? classIn(text)
}

function classIn(text: string): EntityClass | undefined {
  return rows.find(([, pattern]) => pattern.test(text))?.[0]
}
