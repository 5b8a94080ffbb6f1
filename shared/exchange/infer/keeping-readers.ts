/** Words that state how a component keeps data: shards, copies, backups, how long. */
import {
  time,
  isData,
  keepsData,
  isMessaging,
  wholeNumber,
  numberOf,
  hours,
  gigabytes,
  type PropertyReader,
} from './property-reader.ts'

/** Of one property the first row that matches wins. */
export const keepingPart: readonly PropertyReader[] = [
  {
    id: 'shards',
    pattern:
      /\b(\d[\d,]*)\s*(?:[-\s]way\s+)?(?:logical |virtual |hash |physical )?(?:shards?|sharded)\b/i,
    valueOf: wholeNumber,
    fits: isData,
  },
  {
    id: 'shards',
    pattern: /\bshard(?:s|ed|ing)?[\s:=(]*(?:into |over |across |[x×]\s?)?(\d[\d,]*)\b/i,
    valueOf: wholeNumber,
    fits: isData,
  },
  {
    id: 'shardKey',
    pattern:
      /\b(?:shard(?:s|ed|ing)?(?:\s+[x×]?\d+)?\s*(?:key)?|partition(?:ing)? key)\s*(?:by|on|:|=)\s*(?:hash(?:ed)?(?: of)?\s*\(?)?\s*([\w.\- ]{2,40}?)(?=$|[,;()+]|\s(?:and|with|in|over|across)\b)/i,
    valueOf: ([, key]) => key?.trim(),
    fits: isData,
  },
  { id: 'shardMethod', pattern: /\bconsistent[-\s]hash\w*/i, valueOf: 'consistent hash' },
  {
    id: 'shardMethod',
    pattern: /\bhash(?:ed)?[-\s](?:shard\w*|partition\w*)|\bshard\w*\s+by\s+hash|\bmodulo\b/i,
    valueOf: 'hash',
    fits: isData,
  },
  {
    id: 'shardMethod',
    pattern: /\brange[-\s](?:shard\w*|partition\w*)/i,
    valueOf: 'range',
    fits: isData,
  },
  {
    id: 'shardMethod',
    pattern:
      /\bgeo[-\s]?(?:shard\w*|partition\w*)|\bshard\w*\s+by\s+(?:region|country|geograph\w*)/i,
    valueOf: 'geography',
    fits: isData,
  },
  {
    id: 'partitions',
    pattern: /\b(\d[\d,]*)\s*partitions\b/i,
    valueOf: wholeNumber,
    fits: isMessaging,
  },
  {
    id: 'partitions',
    pattern: /\bpartitions?[\s:=x×(]+(\d[\d,]*)\b/i,
    valueOf: wholeNumber,
    fits: isMessaging,
  },
  {
    id: 'backup',
    pattern:
      /\bcontinuous(?:ly)?[-\s](?:back\w*|archiv\w*)|\bpitr\b|\bpoint[-\s]in[-\s]time\b|\bwal[-\s](?:archiv\w*|shipping|g\b)/i,
    valueOf: 'continuous',
    fits: keepsData,
  },
  {
    id: 'backup',
    pattern:
      /\bhourly[-\s]+(?:\w+\s+)?(?:dumps?|back[-\s]?ups?|snapshots?|exports?)\b|\b(?:dumps?|back[-\s]?ups?|backed up|snapshots?)[\s:(]+(?:hourly|every hour)/i,
    valueOf: 'hourly',
    fits: keepsData,
  },
  {
    id: 'backup',
    pattern:
      /\bweekly[-\s]+(?:\w+\s+)?(?:dumps?|back[-\s]?ups?|snapshots?)\b|\b(?:dumps?|back[-\s]?ups?|backed up|snapshots?)[\s:(]+weekly/i,
    valueOf: 'weekly',
    fits: keepsData,
  },
  {
    id: 'backup',
    pattern:
      /\b(?:nightly|daily|every (?:day|night))[-\s]+(?:\w+\s+)?(?:dumps?|back[-\s]?ups?|snapshots?|exports?)\b/i,
    valueOf: 'daily',
    fits: keepsData,
  },
  {
    id: 'backup',
    pattern: /\b(?:dumps?|back(?:ed)?[-\s]?ups?|snapshots?)\b|\bpg_dump\b/i,
    valueOf: 'daily',
    fits: (kind) => keepsData(kind) && kind?.id !== 'backup',
    whenDenied: 'none',
  },
  {
    id: 'backupTested',
    pattern:
      /\b(?:restores?|recovery|backups?)\s+(?:are |is )?(?:tested|drill\w*|rehears\w*|verified)|\btested (?:restores?|backups?)|\brestore (?:tests?|drills?)/i,
    valueOf: true,
  },
  {
    id: 'invalidation',
    pattern:
      /\binvalidat\w+\s+(?:on|by|at|after|with)\s+(?:each |every )?(?:write|update|change|save)s?\b|\bwrite[-\s]invalidat\w*/i,
    valueOf: 'on write',
  },
  {
    id: 'invalidation',
    pattern:
      /\b(?:event|cdc)[-\s](?:based|driven)?\s*invalidat\w*|\binvalidat\w+\s+(?:by|via|on|through)\s+(?:events?|messages?|cdc|pub)/i,
    valueOf: 'events',
  },
  {
    id: 'invalidation',
    pattern:
      /\bversioned (?:keys?|urls?|assets?|files?)|\bfingerprint\w*|\bhashed (?:names?|urls?|assets?)/i,
    valueOf: 'versioned keys',
  },
  { id: 'eviction', pattern: /\b(lru|lfu)\b/i, valueOf: ([, name]) => name?.toUpperCase() },
  {
    id: 'eviction',
    pattern: /\bfifo\b/i,
    valueOf: 'FIFO',
    fits: (kind) => kind?.traits.includes('derived') === true,
  },
  { id: 'eviction', pattern: /\bno[-\s]?eviction\b/i, valueOf: 'none' },
  {
    id: 'hitRate',
    pattern: /\b(\d{1,3}(?:\.\d+)?)\s?%\s*(?:cache\s*)?(?:hits?|hit[-\s]?rate|hit[-\s]?ratio)\b/i,
    valueOf: numberOf,
  },
  {
    id: 'hitRate',
    pattern: /\bhit[-\s]?(?:rate|ratio)[\s:=~(]*(\d{1,3}(?:\.\d+)?)\s?%/i,
    valueOf: numberOf,
  },
  {
    id: 'persistent',
    pattern: /\b(?:aof|rdb)\b|\bpersist(?:ent|ed|ence)\b|\bdurable\b/i,
    valueOf: true,
    whenDenied: false,
  },
  {
    id: 'persistent',
    pattern: /\bephemeral\b|\bin[-\s]memory only\b|\bvolatile\b/i,
    valueOf: false,
  },
  {
    id: 'dlq',
    pattern: /\bdlqs?\b|\bdead[-\s]?letters?\b/i,
    valueOf: true,
    fits: (kind) => kind?.id !== 'dead-letter-queue',
    whenDenied: false,
  },
  {
    id: 'ordering',
    pattern:
      /\bper[-\s](?:key|user|partition|group|conversation)[-\s]order\w*|\border(?:ed|ing)\s+(?:by|per)\s+\w+|\bfifo\b/i,
    valueOf: 'per-key',
    fits: isMessaging,
  },
  {
    id: 'ordering',
    pattern: /\b(?:total(?:ly)?|global(?:ly)?|strict(?:ly)?)[-\s]order\w*/i,
    valueOf: 'total',
    fits: isMessaging,
  },
  {
    id: 'retentionHours',
    pattern: new RegExp(
      `\\b(?:retention|retain\\w*|keeps?|kept|keep for|stores?)[\\s:=(]*(?:of |for )?${time}`,
      'i',
    ),
    valueOf: hours,
  },
  {
    id: 'retentionHours',
    pattern: new RegExp(`${time}[-\\s]*(?:retention|retained|of history)`, 'i'),
    valueOf: hours,
  },
  {
    id: 'encryptedAtRest',
    pattern:
      /\bencrypt(?:ed|ion)(?:\s+(?:at[-\s]rest|disks?|volumes?|storage))?\b(?!\s+(?:in transit|connection))|\baes[-\s]?256\b|\bsse[-\s](?:kms|s3)\b|\btde\b/i,
    valueOf: true,
    fits: keepsData,
    whenDenied: false,
  },
  {
    id: 'storageGb',
    pattern: /(?<![\w.])(\d[\d.,]*)\s?(gb|gib|tb|tib|pb|pib)\b(?!\s*(?:ram|memory|\/|per|a day))/i,
    valueOf: gigabytes,
    fits: isData,
  },
]
