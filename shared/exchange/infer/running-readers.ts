/** Words that state how a component runs: where, how many, who cares for it. */
import { count, isData, wholeNumber, numberOf, type PropertyReader } from './property-reader.ts'

/** Of one property the first row that matches wins. */
export const runningPart: readonly PropertyReader[] = [
  {
    id: 'zones',
    pattern: /\b(\d{1,2})\s*(?:availability[-\s])?(?:zones|azs?|data ?cent(?:er|re)s|dcs)\b/i,
    valueOf: wholeNumber,
  },
  {
    id: 'zones',
    pattern:
      /\b(?:two|both)\s+(?:availability[-\s])?(?:zones|azs)\b|\bmulti[-\s]?(?:az|zone|zonal|dc)\b|\bzone[-\s]redundant\b|\bcross[-\s](?:az|zone)\b/i,
    valueOf: 2,
    whenDenied: 1,
  },
  { id: 'zones', pattern: /\bthree\s+(?:availability[-\s])?(?:zones|azs)\b/i, valueOf: 3 },
  { id: 'zones', pattern: /\bsingle[-\s](?:az|zone)\b/i, valueOf: 1 },
  { id: 'regions', pattern: /\b(\d{1,2})\s*regions\b/i, valueOf: wholeNumber },
  {
    id: 'regions',
    pattern:
      /\bmulti[-\s]?region(?:al)?\b|\bcross[-\s]region\b|\btwo regions\b|\bgeo[-\s](?:replicated|redundant)\b|\bglobal tables?\b/i,
    valueOf: 2,
  },
  {
    id: 'managed',
    pattern: /(?<!self[-\s])\b(?:fully[-\s])?managed\b|\bserverless\b|\bsaas\b/i,
    valueOf: true,
    whenDenied: false,
  },
  {
    id: 'managed',
    pattern: /\bself[-\s](?:managed|hosted|run)\b|\bon[-\s]prem\w*/i,
    valueOf: false,
  },
  {
    id: 'failover',
    pattern: /\bmanual(?:ly)?[-\s]fail(?:ed)?[-\s]?over\b|\bfail[-\s]?over[\s:(]+manual/i,
    valueOf: 'manual',
  },
  {
    id: 'failover',
    pattern:
      /\bauto\w*[-\s]+fail[-\s]?over\b|\bfail[-\s]?over[\s:(]+auto|\bsentinel\b|\bpatroni\b|\bfail[-\s]?over\b|\bmulti[-\s]az\b/i,
    valueOf: 'automatic',
    fits: isData,
    whenDenied: 'none',
  },
  {
    id: 'encryptedInTransit',
    pattern: /\bm?tls\b|\bmutual tls\b|\bhttps\b|\bssl\b|\bencrypt\w*\s+in[-\s]transit\b/i,
    valueOf: true,
    whenDenied: false,
  },
  { id: 'stateful', pattern: /\bstateful\b|\bsticky\b/i, valueOf: true },
  { id: 'stateful', pattern: /\bstateless\b/i, valueOf: false },
  {
    id: 'sessionIn',
    pattern:
      /\bsticky[-\s]sessions?\b|\bsession affinity\b|\bin[-\s](?:memory|process) sessions?\b/i,
    valueOf: 'instance',
  },
  {
    id: 'sessionIn',
    pattern:
      /\bsessions? (?:in|on|via) (?:redis|memcached|a? ?(?:shared |session )?store|the database|dynamodb)\b/i,
    valueOf: 'shared store',
  },
  {
    id: 'healthCheck',
    pattern: /\bhealth[-\s]?checks?\b|\bhealth[-\s]?probes?\b|\bliveness\b/i,
    valueOf: true,
    whenDenied: false,
  },
  {
    id: 'autoscaleMin',
    pattern:
      /\b(?:auto[-\s]?scal\w*|asg|hpa|scales?|scaled)\b[\s:=(,]*(?:from |between |min(?:imum)? )?(\d{1,5})\s*(?:-|–|—|\.\.+|…|to|and|\/|,?\s*max(?:imum)?)\s*\d{1,5}\b/i,
    valueOf: wholeNumber,
  },
  {
    id: 'autoscaleMin',
    pattern:
      /\b(\d{1,5})\s*(?:-|–|—|\.\.+|…|to)\s*\d{1,5}\s+(?:pods?|instances?|nodes?|replicas?|tasks?|workers?|servers?|containers?)\b/i,
    valueOf: wholeNumber,
  },
  {
    id: 'autoscaleMin',
    pattern: /\bmin(?:imum)?[\s:=]*(\d{1,5})[\s,;/]*max/i,
    valueOf: wholeNumber,
  },
  {
    id: 'autoscaleMax',
    pattern:
      /\b(?:auto[-\s]?scal\w*|asg|hpa|scales?|scaled)\b[\s:=(,]*(?:from |between |min(?:imum)? )?\d{1,5}\s*(?:-|–|—|\.\.+|…|to|and|\/|,?\s*max(?:imum)?)\s*(\d{1,5})\b/i,
    valueOf: wholeNumber,
  },
  {
    id: 'autoscaleMax',
    pattern:
      /\b\d{1,5}\s*(?:-|–|—|\.\.+|…|to)\s*(\d{1,5})\s+(?:pods?|instances?|nodes?|replicas?|tasks?|workers?|servers?|containers?)\b/i,
    valueOf: wholeNumber,
  },
  {
    id: 'autoscaleMax',
    pattern: /\bmax(?:imum)?[\s:=]*(\d{1,5})\s*(?:pods?|instances?|nodes?|replicas?|$|[,)])/i,
    valueOf: wholeNumber,
  },
  {
    id: 'autoscaleMetric',
    pattern:
      /\b(?:auto[-\s]?scal\w*|hpa|scales?)\b[^,;)]*?\b(?:on|by)\s+(cpu|memory|queue (?:depth|length|lag)|lag|requests?|rps|qps|connections)\b/i,
    valueOf: ([, name]) => name,
  },
  {
    id: 'idempotentConsumer',
    pattern: /\bidempoten\w*|\bdedup\w*/i,
    valueOf: true,
    whenDenied: false,
  },
  {
    id: 'capacityQps',
    pattern: new RegExp(
      `\\b(?:up to|max\\.?|capacity|handles?|each|limit)[\\s:=(~]*(?:of |is )?${count}\\s*(?:rps|qps|tps|req(?:uest)?s?\\s*\\/\\s*s\\w*|ops\\s*\\/\\s*s\\w*|writes?\\s*\\/\\s*s\\w*|reads?\\s*\\/\\s*s\\w*)(?!\\s*(?:per|a|each|for (?:a|each)|\\/)\\s*(?:user|client|customer|key|ip|tenant|device|caller|account|token|partner))`,
      'i',
    ),
    valueOf: numberOf,
  },
  {
    id: 'capacityQps',
    pattern: new RegExp(
      `\\b${count}\\s*(?:rps|qps|tps|req(?:uest)?s?\\s*\\/\\s*s\\w*|ops\\s*\\/\\s*s\\w*)\\s*(?:each|per (?:instance|node|pod|server)|capacity)`,
      'i',
    ),
    valueOf: numberOf,
  },
  {
    id: 'connections',
    pattern: new RegExp(
      `\\b${count}\\s*(?:ws |open |concurrent |websocket )?(?:connections|sockets|conns?)\\s*(?:each|per (?:instance|node|pod|server))`,
      'i',
    ),
    valueOf: numberOf,
  },
  {
    id: 'public',
    pattern: /\b(?:internet|public(?:ly)?)[-\s](?:facing|accessible|exposed|reachable)\b/i,
    valueOf: true,
    whenDenied: false,
  },
  {
    id: 'external',
    pattern: /\b(?:external|3rd[-\s]?party|third[-\s]?party)\b/i,
    valueOf: true,
    fits: (kind) => kind?.traits.includes('external') === true,
  },
  {
    id: 'costPerMonth',
    pattern: /[$€£]\s?(\d[\d.,]*\s?[km]?)\s*(?:\/|per |a )\s*mo(?:nth)?\b/i,
    valueOf: numberOf,
  },
  {
    id: 'team',
    pattern: /\b(?:owned by|owner:|team:)\s*(?:the |team )?([\w -]{2,40}?)(?=$|[,;()])/i,
    valueOf: ([, name]) => name?.trim(),
  },
]
