/** The class of data that a name speaks of, where it is plain: "payments" are money, "link" is content. */
import type { EntityClass } from '#shared/design/answers.ts'

const rows: readonly (readonly [EntityClass, RegExp])[] = [
  ['health', /\b(?:patients?|health|medical|diagnos\w+|prescriptions?)\b/],
  [
    'money',
    /\b(?:payments?|wallets?|balances?|ledgers?|transactions?|invoices?|refunds?|payouts?|transfers?)\b/,
  ],
  ['inventory', /\b(?:inventor(?:y|ies)|stocks?|stock levels?)\b/],
  ['booking', /\b(?:bookings?|reservations?|seats?|seat holds?|appointments?)\b/],
  ['session', /\b(?:sessions?|tokens?|refresh tokens?)\b/],
  ['presence', /\b(?:presence|online status|heartbeats?)\b/],
  ['message', /\b(?:messages?|chats?|conversations?|emails?)\b/],
  ['graph', /\b(?:follows?|followers?|friendships?|friends|edges|relationships?)\b/],
  ['counter', /\b(?:counts?|counters?|click sums?|like counts?|view counts?|likes|votes)\b/],
  ['timeseries', /\b(?:readings?|telemetry|metrics?|samples?|time ?series|sensor data)\b/],
  [
    'media',
    /\b(?:videos?|images?|photos?|pictures?|media|attachments?|files?|blobs?|thumbnails?|renditions?)\b/,
  ],
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
