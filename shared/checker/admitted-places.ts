/** How people put it that data lives, is asked or is shared in the wrong place. */
import type { AdmissionWords } from './admissions.ts'

const join = (...parts: readonly string[]) => new RegExp(parts.join('|'), 'i')
const near = (count: number) => `[^.;]{0,${count}}?`

const parties =
  '(?:tenants?|compan(?:y|ies)|customers?|organi[sz]ations?|firms?|clients?|schools?|clinics?|merchants?|employers?|practices?|hotels?|shops?|agenc(?:y|ies)|accounts?|workspaces?|partners?|teams?)'

export const mixedTenants: AdmissionWords = {
  asIs: join(
    `\\b(?:no|without(?: an?)?)\\b (?:\\w+ )?${parties}(?:['’]s)?[ _-]?(?:ids?|keys?|columns?|filters?|checks?|context)\\b`,
    `\\b(?:not|never|nobody|nowhere|n['’]t)\\b${near(20)}\\b(?:filter|compar|check|scop|enforc|separat|restrict|verif)\\w*\\b${near(45)}\\b(?:by|with|per|against|between|the|that|which|whose|of)\\b${near(25)}\\b(?:${parties}|caller|session|token|belongs?)\\b`,
    `\\b(?:user|customer|employee|member|someone|somebody|anybody|anyone|person|admin\\w*|staff|caller|clerk)s? (?:of|from|in|at) (?:one|a|any) ${parties}\\b${near(25)}\\b(?:can|could|may|is able to)\\b ${near(12)}(?:read|see|open|change|fetch|list|reach|get)s?\\b${near(45)}\\b(?:another|other|foreign|others|any)\\b`,
    `\\b(?:isolation|separation)\\b${near(40)}\\b(?:is|are) (?:not|nowhere|never)\\b`,
    `\\btold apart (?:only )?(?:by|in) the (?:front[- ]?end|client|browser|ui|app)\\b|\\b(?:only|just) the (?:front[- ]?end|client|browser|ui|app)\\b${near(25)}\\b(?:hides|filters|separates)`,
    `\\bnothing\\b${near(30)}\\b(?:which|what|whose)\\b ?${parties}\\b`,
    `\\b(?:whoever|anyone|anybody)\\b${near(60)}\\b(?:of|from) (?:another|other|a different|foreign) ${parties}\\b`,
    `\\b(?:side by side|mixed|together)\\b${near(25)}\\b(?:without|no)\\b${near(20)}\\b(?:key|column|id|field|anything)\\b`,
  ),
  about: new RegExp(`\\b${parties}\\b`, 'i'),
  cured:
    /\b(?:row[- ]level security|rls|cannot|schema per|database per|compares? (?:it|them)|answers? (?:403|404))\b/i,
}

const files =
  '(?:images?|photos?|pictures?|videos?|clips?|audio|recordings?|files?|pdfs?|scans?|scanned \\w+|attachments?|receipts?|uploads?|documents?|x-rays?|avatars?|thumbnails?|contracts?)'
const tables =
  '(?:databases?|tables?|rows?|columns?|postgres\\w*|mysql|mariadb|mongo\\w*|sql server|oracle|dynamo\\w*|cassandra|bytea|blobs?|blob columns?)'

export const filesInRows: AdmissionWords = {
  says: join(
    `\\b${files}\\b${near(60)}\\b(?:stored|kept|saved|written|put|placed|held|inserted|lie|lies|live|lives|go|goes|sit|sits|end up)\\b${near(10)}\\b(?:in|into|inside|to|within|as)\\b (?:straight |directly )?(?:the |a |an |our |its )?(?:\\w+ )?${tables}\\b`,
    `\\b(?:stor|keep|sav|put|writ|hold|insert)\\w*\\b${near(12)}\\b${files}\\b${near(25)}\\b(?:in|into|inside|to)\\b (?:the |a |an |our |its )?(?:\\w+ )?${tables}\\b`,
    `\\b${files} (?:itself|themselves)\\b${near(12)}\\b(?:is|are|lives?|lies?|sits?)\\b${near(12)}\\b(?:columns?|rows?|tables?|database)\\b`,
    `\\b(?:tables?|rows?|columns?)\\b${near(12)}\\b(?:holds?|contains?|keeps?|stores?)\\b${near(12)}\\b(?:${files} (?:itself|themselves)|bytes of)\\b`,
    `\\b(?:bytea|gridfs|longblob|mediumblob|blob columns?|large objects?)\\b`,
    `\\b${files}\\b${near(40)}\\b(?:as|in) (?:base ?64|binary|blobs?|bytes|hex)\\b`,
  ),
  cured:
    /\b(?:urls?|uri|paths?|object keys?|its key|their keys?|s3|gcs|minio|object stor\w+|bucket|metadata|references?|links?|names?|signature|hash|status|index\w*|description|elasticsearch|jsonb?|comments?)\b(?! store\b)/i,
}

const brief =
  /\b(?:sessions?|logins?|log-?ins?|signed in|tokens?|otps?|locks?|leases?|presence|rate limit\w*|typing|positions?|cursors?|nonces?|counters of limits|cached|cop(?:y|ies) of|rebuil\w*|read again|derived|re-?computed|baskets?|accept\w*|drafts?|leader ?boards?|queues?|jobs?)\b/i
const persistence = /\b(?:aof|append[- ]only|fsync|persisted|durable|memorydb|backed up)\b/i

export const onlyCopy: AdmissionWords = {
  asIs: join(
    `\\b(?:live|lives|kept|stored|exists?|held|stay|stays|remains?|sits?|reside)s?\\b${near(12)}\\b(?:only|alone|solely|exclusively|nowhere (?:else )?(?:but|than|except))\\b`,
    `\\b(?:live|lives|kept|stored|exists?|held|stays?)\\b${near(15)}\\b(?:in|inside)\\b${near(20)}\\b(?:only|alone|solely|exclusively)\\b`,
    `\\b(?:only|exclusively|solely) (?:kept|stored|held|lives?|in)\\b`,
    `\\b(?:is|are) the (?:only|single|sole) (?:place|copy|home|store|record)\\b`,
    `\\b(?:source of truth|system of record|primary store|master copy)\\b`,
    `\\b(?:is|are) (?:never|not) (?:written|stored|saved|copied|persisted)\\b${near(12)}\\b(?:to|in|into|anywhere)\\b`,
    `\\b(?:no|without(?: an?| any)?) other (?:copy|home|place|store|record)\\b`,
  ),
  about:
    /\b(?:redis|valkey|memcached|caches?|elastic\w*|opensearch|solr|search index|clickhouse|druid|warehouse|snowflake|bigquery|redshift|pinecone|vectors?)\b/i,
  cured: new RegExp(
    `${brief.source}|${persistence.source}|\\b(?:not|never|isn['’]t) (?:the |a )?(?:source of truth|system of record|only)|\\bonly (?:cop(?:y|ies)|caches?)\\b`,
    'i',
  ),
}

const reports =
  '(?:reports?|reporting|analytics|analysts?|dashboards?|bi|metabase|tableau|looker|power bi|superset|statistics|marketing|finance(?: team)?|controllers?|controlling|management|data scientists?)'
const live =
  "(?:(?:production|transactional|main|live|same|operational|primary|shop['’]s|oltp) (?:db\\b|databases?|stores?|tables?|postgres\\w*|mysql|instance|cluster|sql)|the (?:primary|production|master|writer)\\b|same (?:database|store|tables?))"

export const reportsOnLive: AdmissionWords = {
  says: join(
    `\\b${reports}\\b${near(90)}\\b${live}`,
    `\\b${live}\\b${near(60)}\\b${reports}\\b`,
    `\\b${reports}\\b${near(25)}\\b(?:quer(?:y|ies)|reads?|runs?|scans?|aggregates?|run long)\\b${near(45)}\\b(?:postgres\\w*|mysql|mongo\\w*|mariadb|oracle|sql server|the database|all orders|\\w+ table)\\b`,
    `\\blong (?:sql|queries)\\b${near(60)}\\b(?:main|live|production|primary)\\b`,
  ),
  asIs: join(
    `\\bno (?:data )?(?:warehouse|reporting (?:database|replica|copy)|olap \\w+)\\b${near(30)}\\b${reports}`,
  ),
  cured:
    /\b(?:replicas?|read[- ]?only copy|stand-?by|secondary|follower|(?:load|feed|export)(?:s|ed)? (?:in)?to|feeds (?:bigquery|snowflake|redshift|clickhouse)|warehouse (?:holds|gets|is fed|answers)|nightly (?:copy|dump|export)|etl|elt|cdc|snapshots?|grafana|prometheus|slow query|error rate|latenc\w*|alerts?)\b/i,
}

export const textSearch: AdmissionWords = {
  says: join(
    `\\bi?like\\b ?(?:['"\`‘“]|quer(?:y|ies)|with (?:a )?(?:leading|wildcard)|%|over|on )`,
    `\\bILIKE\\b|\\bLIKE quer\\w+|\\bleading wildcards?\\b|\\bwildcards? (?:on both|in front|at the (?:start|beginning|front))\\b`,
    `\\bsearch\\w*\\b${near(60)}\\b(?:table scan|scans? (?:the|all|every)|regular expressions?|regexp?s?|wildcards?)\\b`,
    `\\bmatch(?:es|ed|ing)? (?:the )?words? (?:with|by) (?:regular|regex)`,
  ),
  about:
    /\bsearch\w*|\bfree[- ]text|\bfull[- ]text|\bnames?\b|\bwords?\b|\btitles?\b|\bdescriptions?\b/i,
  cured:
    /\b(?:elastic\w*|opensearch|solr|algolia|typesense|meili\w*|trigram|gin|tsvector|prefix match|few (?:hundred|thousand)|small|\d{1,3} (?:rows|entries|items))\b/i,
}

const sharp =
  '(?:balances?|money|payments?|wallets?|gift cards?|vouchers?|coins?|credits?|stock|inventor\\w*|seats?|tickets?|reservations?|bookings?|ledgers?|purchases?|refunds?|payouts?)'

export const looseMoney: AdmissionWords = {
  asIs: join(
    `\\b${sharp}\\b[^;]{0,140}?(?:\\b(?:consistency(?: level)?|cl|at|level) ?=? ?ONE\\b|\\beventual(?:ly)?\\b|\\blast[- ]writ\\w+[- ]wins?\\b|\\bno (?:lightweight transactions?|lwt|transactions?|conditional)|\\bread[- ]modify[- ]write\\b|\\bboth (?:succeed|win|go through)|\\bwithout (?:lightweight |any )?(?:transactions?|lwt)|\\block-?free overwrite)`,
    `(?:\\beventual(?:ly)?[- ]consisten\\w+|\\blast[- ]writ\\w+[- ]wins?\\b|\\bconsistency ONE\\b)[^;]{0,100}?\\b${sharp}\\b`,
  ),
  cured:
    /\b(?:quorum|serial|lightweight transactions? (?:guard|protect|are used)|compare[- ]and[- ]set|strong(?:ly)? consisten\w*|postgres\w* (?:holds|keeps) the|linear\w+|history|search|analytics|views?|feeds?|copy|projection)\b/i,
}

const services = '(?:services?|teams?|modules?|applications?|apps|systems?|components?)'

export const sharedTables: AdmissionWords = {
  says: join(
    `\\b(?:both|all|two|three|four|five|several|many|different)(?: \\w+)? ${services}\\b${near(40)}\\b(?:writ|chang|updat|shar|insert|modif|access|use|own)\\w*\\b${near(30)}\\b(?:(?:same|shared|one|each other['’]s|a single|common) (?:\\w+ )?(?:tables?|schemas?|rows|database|collections?)|(?:orders?|users?|\\w+) tables?)\\b`,
    `\\b(?:services?|teams?)\\b${near(30)}\\b(?:writ|updat|chang|set|insert|modif)\\w*\\b${near(40)}\\b(?:straight|directly)\\b${near(25)}\\b(?:tables?|rows|schema|database)\\b`,
    `\\b(?:writ|updat|chang|set|insert|modif)(?:e|es|s)\\b${near(40)}\\b(?:tables?|rows|schema|columns?|flags?)\\b${near(30)}\\b(?:directly|straight|of the \\w+[- ]service|owned by)\\b`,
    `\\b(?:writ|updat|chang|set|insert|modif)(?:e|es|s)\\b${near(40)}\\b(?:straight|directly)?\\b ?(?:in|into|on) (?:the )?\\w+[- ]service['’]s (?:tables?|rows|schema|database)`,
    `\\b(?:one|a single|the same|a shared|shared|common) (?:database )?(?:schema|tables?|database)\\b${near(20)}\\b(?:for|by|between|of|among) (?:all|both|every|the two|several) (?:\\w+ )?${services}\\b`,
    `\\b(?:tables?|schema|database)\\b${near(40)}\\b(?:is|are) shared\\b${near(40)}\\b(?:both|all|services?|teams?|write)`,
  ),
  cured:
    /\b(?:own schema|schema per|schema each|separate (?:schemas?|databases?)|read[- ]only|views?|modular monolith|migrat\w* (?:away|to)|only reads?)\b/i,
}

export const ownMemory: AdmissionWords = {
  says: join(
    `\\b(?:sessions?|carts?|baskets?|log-?ins?(?: state)?|who (?:is|has) (?:signed|logged) in|uploads?|drafts?|(?:game|user|chat|room|editing|wizard|quiz) state|shopping lists?)\\b${near(60)}\\b(?:in|on)\\b${near(25)}\\b(?:memory|heap|ram\\b|local (?:map|disk|files?|dictionary|variables?|state|storage)|process)`,
    `\\b(?:keeps?|holds?|stores?|remembers?)\\b${near(40)}\\b(?:sessions?|carts?|who (?:is|has) (?:signed|logged) in|uploads?|drafts?)\\b${near(30)}\\b(?:in|on)\\b${near(15)}\\b(?:ram\\b|memory|heap|local|disk)`,
    `\\b(?:each|every)\\b${near(30)}\\b(?:instances?|servers?|pods?|nodes?|replicas?|processes)\\b${near(12)}\\b(?:keeps?|holds?|has|remembers?|stores?) (?:its|their) own (?:sessions?|carts?|log-?ins?|state|uploads?)`,
  ),
  asIs: join(
    `\\b(?:sessions?|carts?|state|uploads?|log-?ins?)\\b${near(12)}\\b(?:is|are) not shared\\b`,
    `\\b(?:another|different|other|wrong|second) (?:instance|server|pod|node)\\b${near(50)}\\b(?:(?:log|sign)s? ?in again|finds? (?:an )?empty|not found|is unknown|does not know|(?:lost|loses?|empty))`,
    `\\b(?:instance|server|pod|node)\\b${near(40)}\\b(?:restart|die|crash)\\w*\\b${near(25)}\\b(?:los(?:es?|t)|gone)\\b${near(20)}\\b(?:sessions?|carts?|log-?ins?|uploads?|drafts?)`,
  ),
  cured:
    /\b(?:cach\w*|cop(?:y|ies)|re-?load\w*|rebuil\w*|sticky|affinity|hash\w*|redis|memcached|session store|shared store|accept\w*|replicated|presence)\b/i,
}
