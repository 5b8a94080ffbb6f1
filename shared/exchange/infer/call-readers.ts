/** Words that state how calls are made, on components and on arrows. Of one property the first row that matches wins. */
import {
  time,
  count,
  remembers,
  wholeNumber,
  numberOf,
  perMinute,
  seconds,
  milliseconds,
  type PropertyReader,
} from './property-reader.ts'

/** What a component and an arrow state alike. */
export const anyPart: readonly PropertyReader[] = [
  {
    id: 'authn',
    pattern:
      /\b(mutual tls|mtls|oauth ?2?(?:\.0)?|oidc|openid connect|jwts?|api[-\s]?keys?|saml|sso|basic auth|bearer tokens?|signed cookies?|hmac|iam auth\w*|passkeys?|webauthn|2fa|mfa)\b/i,
    valueOf: ([, name]) => name,
  },
  {
    id: 'rateLimit',
    pattern: new RegExp(
      `(?:rate[-\\s]?limit\\w*|quotas?|throttl\\w*|limit(?:ed)?(?: to)?|max\\.?)[\\s:=(]*(?:of |to |at )?${count}\\s*(?:req(?:uest)?s?|calls?|hits?)?\\s*(?:\\/|per |a |an )\\s*(s|sec|second|m|min|minute|h|hour|d|day)\\b`,
      'i',
    ),
    valueOf: perMinute,
  },
  {
    id: 'rateLimit',
    pattern: new RegExp(
      `\\b${count}\\s*(?:req(?:uest)?s?|calls?)?\\s*(?:\\/|per |a |an )\\s*(s|sec|second|m|min|minute|h|hour|d|day)\\s*(?:rate limit|quota|limit|per (?:user|client|ip|key))`,
      'i',
    ),
    valueOf: perMinute,
  },
  {
    id: 'timeoutMs',
    pattern: new RegExp(`\\btime[-\\s]?out\\w*[\\s:=(]*(?:of |after )?${time}`, 'i'),
    valueOf: milliseconds,
  },
  { id: 'timeoutMs', pattern: new RegExp(`${time}\\s*time[-\\s]?out`, 'i'), valueOf: milliseconds },
  {
    id: 'retries',
    pattern: /\b(\d{1,3})\s*(?:x\s*)?(?:retries|retry|attempts)\b/i,
    valueOf: wholeNumber,
  },
  {
    id: 'retries',
    pattern: /\b(?:retries|retry|max[-\s]?retries|attempts)[\s:=x×(]+(\d{1,3})\b/i,
    valueOf: wholeNumber,
  },
  {
    id: 'circuitBreaker',
    pattern: /\bcircuit[-\s]?break\w*|\bbreaker\b/i,
    valueOf: true,
    whenDenied: false,
  },
  {
    id: 'fallback',
    pattern: /\bfall(?:s|ing)?[-\s]?back(?:s)?(?:\s*(?:to|:|=)\s*([^,;()]{2,60}))?/i,
    valueOf: ([, to]) => to?.trim() ?? 'yes',
  },
  { id: 'delivery', pattern: /\bexactly[-\s]once\b/i, valueOf: 'exactly-once' },
  { id: 'delivery', pattern: /\bat[-\s]least[-\s]once\b/i, valueOf: 'at-least-once' },
  {
    id: 'delivery',
    pattern: /\bat[-\s]most[-\s]once\b|\bfire[-\s]and[-\s]forget\b/i,
    valueOf: 'at-most-once',
  },
  {
    id: 'dataClass',
    pattern:
      /\b(pii|phi|pci(?:[-\s]?dss)?|personal data|card data|health (?:data|records?)|payment data)\b/i,
    valueOf: ([, name]) => name,
  },
  {
    id: 'cachePattern',
    pattern: /\b(?:cache[-\s]aside|lazy[-\s]load\w*|look[-\s]aside)\b/i,
    valueOf: 'cache-aside',
  },
  { id: 'cachePattern', pattern: /\bread[-\s]through\b/i, valueOf: 'read-through' },
  { id: 'cachePattern', pattern: /\bwrite[-\s]through\b/i, valueOf: 'write-through' },
  { id: 'cachePattern', pattern: /\bwrite[-\s](?:behind|back)\b/i, valueOf: 'write-behind' },
  { id: 'cachePattern', pattern: /\bwrite[-\s]around\b/i, valueOf: 'write-around' },
  { id: 'replication', pattern: /\bsemi[-\s]?sync\w*/i, valueOf: 'semi-synchronous' },
  {
    id: 'replication',
    pattern:
      /\basync(?:hronous(?:ly)?)?[-\s]+(?:multi[-\s]az\s+|cross[-\s]region\s+|streaming\s+)?(?:repli\w+|stand-?by|secondary|copy|copies|follower)|\brepli\w+[\s,(:-]+async\w*/i,
    valueOf: 'asynchronous',
  },
  {
    id: 'replication',
    pattern:
      /\bsync(?:hronous(?:ly)?)?[-\s]+(?:multi[-\s]az\s+|cross[-\s]region\s+|streaming\s+)?(?:repli\w+|stand-?by|secondary|copy|copies|follower)|\brepli\w+[\s,(:-]+sync\w*/i,
    valueOf: 'synchronous',
  },
  { id: 'replication', pattern: /\bquorum\b|\braft\b|\bpaxos\b|\bconsensus\b/i, valueOf: 'quorum' },
  {
    id: 'ttl',
    pattern: new RegExp(
      `\\b(?:ttl|time[-\\s]to[-\\s]live|expir(?:es?|y|ation|ing)|cached?|kept)[\\s:=≤<(~]*(?:of |after |in |for |is )?${time}`,
      'i',
    ),
    valueOf: seconds,
    fits: remembers,
  },
  {
    id: 'ttl',
    pattern: new RegExp(`${time}\\s*(?:ttl|time[-\\s]to[-\\s]live|expiry|expiration)`, 'i'),
    valueOf: seconds,
    fits: remembers,
  },
]

/** What an arrow alone states. */
export const edgePart: readonly PropertyReader[] = [
  {
    id: 'encrypted',
    pattern:
      /\bm?tls\b|\bmutual tls\b|\bhttps\b|\bwss\b|\bssl\b|\bssh\b|\bsftp\b|\bftps\b|\bamqps\b|\bmqtts\b|\bgrpcs\b|\bvpn\b|\bencrypted\b|\bipsec\b|\bwireguard\b/i,
    valueOf: true,
    whenDenied: false,
  },
  {
    id: 'encrypted',
    pattern: /\bplain[-\s]?(?:text|http)\b|\bunencrypted\b|\bhttp only\b/i,
    valueOf: false,
  },
  { id: 'retryJitter', pattern: /\bjitter\w*/i, valueOf: true, whenDenied: false },
  {
    id: 'retryMultiplier',
    pattern: /\bexponential(?:ly)?\b|\bexp\.? back[-\s]?off\b/i,
    valueOf: 2,
  },
  { id: 'idempotent', pattern: /\bidempoten\w*|\bdedup\w*/i, valueOf: true, whenDenied: false },
  {
    id: 'interval',
    pattern:
      /\b(nightly|hourly|daily|weekly|monthly|every (?:\d+ ?)?(?:night|day|week|month|(?:min|minute|hour|second|sec)s?|[smhd])\b)/i,
    valueOf: ([, name]) => name,
  },
  {
    id: 'share',
    pattern:
      /(?<![\w.])(\d{1,3}(?:\.\d+)?)\s?%\s*(?:of (?:the )?(?:traffic|requests|users|reads|writes|load|calls)|traffic|requests|reads|writes|$)/i,
    valueOf: numberOf,
  },
  {
    id: 'qps',
    pattern: new RegExp(
      `(?<![\\w.])~?${count}\\s*(?:rps|qps|tps|(?:req(?:uest)?s?|msgs?|messages?|events?|reads?|writes?|ops|calls?|queries)\\s*(?:\\/|per |a )\\s*s(?:ec(?:ond)?)?)\\b`,
      'i',
    ),
    valueOf: numberOf,
  },
  {
    id: 'latencyMs',
    pattern:
      /(?<!time[-\s]?out\w*[\s:=(]*(?:of |after )?|[\w.])[~<≈]?\s?(\d[\d.,]*)\s?(?:ms|milliseconds)\b(?!\s*(?:time|ttl))/i,
    valueOf: numberOf,
  },
]
