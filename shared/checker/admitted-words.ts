/** How people put faults of data, consistency and scale into words, one entry for each rule that reads them. */
import type { AdmissionWords } from './admissions.ts'

const join = (...parts: readonly string[]) => new RegExp(parts.join('|'), 'i')
const near = (count: number) => `[^.;]{0,${count}}?`

const scarceThings =
  'stock|inventor\\w*|seats?|tickets?|rooms?|nights?|slots?|cabins?|tables?|courts?|availab\\w*|free|remaining|left|book(?:ing|ed)s?|reserv\\w*|quantit\\w*|appointments?|places?|pairs?|cars?|bikes?'
const people =
  'guests?|buyers?|customers?|people|persons?|users?|requests?|orders?|members|patients|clients|visitors|callers|fans|checkouts?|transactions?|shoppers|players|drivers|students|parents|famil(?:y|ies)|travell?ers|couples|teams'

export const oversell: AdmissionWords = {
  asIs: join(
    `\\b(?:no|without(?: an?| any)?|neither|nor)\\b${near(25)}\\b(?:lock\\w*|unique (?:constraint|index|key)|constraint|transactions?|version (?:check|column)|conditional \\w+|check)\\b${near(40)}\\b(?:between|around|on \\(|when|while|against|at (?:the )?(?:insert|booking)|$)`,
    `\\b(?:insert\\w*|decrement\\w*|subtract\\w*|book(?:s|ed)|writ\\w+|sav(?:es?|ed)|updat\\w*|reduc\\w*)\\b${near(60)}\\b(?:without|with no|but no)\\b${near(15)}\\b(?:lock\\w*|unique (?:constraint|index|key)|constraint|transactions?|version (?:check|column)|condition\\w*)`,
    `\\b(?:two|both|several|concurrent|simultaneous|parallel|three)\\b${near(12)}\\b(?:${people}|of them)\\b${near(80)}\\b(?:can|may|could|might|will|sometimes)\\b${near(25)}\\b(?:both|overwrite|the same|succeed|do so at once|at once|win|pass)\\b`,
    `\\b(?:double|over)[- ]?(?:book|sell|sold|allocat)\\w*\\b${near(20)}\\b(?:possible|not prevented|happens?|occurs?|can occur|are sorted out|unprotected)`,
    `\\b(?:can|may|could|might|gets?|sometimes) (?:be )?(?:double[- ]?booked|over-?sold|over-?booked|sold twice|booked twice|oversell)\\b`,
    `\\bnothing\\b${near(20)}\\b(?:prevent|stop|guard|protect|hinder|keep)\\w*\\b${near(40)}\\b(?:double|twice|over-?(?:sell|book)|same (?:seat|room|slot|night|item|ticket)|race)`,
    `\\bcheck[-\\s](?:then|and)[-\\s](?:insert|act|write|set|update)\\b|\\bread[-\\s]modify[-\\s]write\\b`,
    `\\b(?:reads?|checks?|checked|looks?|selects?|queries|fetch\\w*|loads?|asks?)\\b${near(70)}\\b(?:then|afterwards)\\b${near(50)}\\b(?:inserts?|inserted|writes?|written|saves?|saved|subtracts?|decrements?|updates?|books)\\b`,
    `\\b(?:reads?|is read|fetch\\w*|loads?|loaded)\\b${near(50)}\\b(?:decrement|subtract|reduc|lower)\\w*\\b${near(30)}\\b(?:in memory|in the (?:application|app|service|code))\\b`,
  ),
  about: new RegExp(`\\b(?:${scarceThings}|double|same (?:day|hour|one|thing|\\w+ twice))\\b`, 'i'),
  cured:
    /\b(?:for update|unique (?:constraint|index|key)|atomic\w*|serializable|conditional (?:write|update|insert)\w*|optimistic|pessimistic|where (?:stock|quantity|available|version)|advisory lock|row lock|locks? the row|holds? (?:the )?(?:seat|slot|room)|second (?:one )?(?:gets|fails|is refused)|refus\w+|reject\w+|409|lua)\b/i,
}

const channelsIn =
  '(?:rabbit\\w*|kafka|sqs|queue|broker|delivery|deliver\\w*|messages?|events?|jobs?)'
const effects =
  '(?:mails?|e-?mails?|sms|letters?|customers?|cards?|money|rows?|amounts?|points?|charg\\w+|invoices?|labels?|notifications?|push(?:es)?|effects?|payments?|refunds?|orders?|parcels?|credits?|stock|balances?|coupons?)'

export const repeatedEffect: AdmissionWords = {
  asIs: join(
    `\\b(?:not|isn['’]t|aren['’]t|never made|non)[- ](?:yet )?idempotent\\b`,
    `\\b(?:no|without(?: an?| any)?|neither)\\b${near(30)}\\b(?:idempoten\\w*|de-?dup\\w*|inbox|duplicate (?:check|detection)|processed[- ](?:table|messages)|record of (?:the |which )?(?:messages?|events?|jobs?))\\b`,
    `\\b(?:duplicat\\w+|repeats?|redeliver\\w*|repeated (?:messages?|deliver\\w+|events?))\\b${near(25)}\\b(?:not|never|n['’]t|un)[- ]?${near(8)}(?:detect|recogni[sz]|filter|notic|handl|caught|skip|check|reject|remov|ignor)\\w*`,
    `\\b(?:does not|doesn['’]t|do not|don['’]t|never|nobody|nothing|keeps? no|has no)\\b${near(20)}\\b(?:check|remember|record|know|stor|track|keep|look|notic|recogni[sz]|detect|tell|filter|de-?dup|way)\\w*\\b${near(45)}\\b(?:twice|before|already|seen|duplicat\\w*|handled|processed|again|repeat\\w*|redeliver\\w*|second time|message ids?)\\b`,
    `\\b(?:does not|doesn['’]t|do not|don['’]t|nobody|nothing|no one) de-?dup\\w*`,
    `\\b(?:message|event|order|delivery|idempotency) (?:ids?|keys?) (?:is|are) (?:not|never|nowhere) (?:stored|kept|checked|recorded|remembered|used|compared)`,
    `\\b(?:twice|again|duplicat\\w*|at[- ]least[- ]once|redeliver\\w*|crash\\w*|dies|retr(?:y|ies)|restart\\w*|second time)\\b${near(90)}\\b(?:sends?|sent|gets?|charges?|charged|inserts?|books?|booked|pays?|paid|creates?|ships?|repeats?|receives?|count(?:s|ed)|credit(?:s|ed)|debit(?:s|ed)|adds?|added|prints?)\\b${near(40)}\\b(?:${effects}\\b${near(15)}\\b(?:twice|again|double|a second time|once more)|two ${effects}|(?:the )?(?:whole )?effect\\b|(?:twice|double|a second time)\\b)`,
    `\\b(?:sends?|sent|gets?|charges?|charged|inserts?|pays?|paid|receives?|credit(?:s|ed)|prints?|repeats?)\\b${near(40)}\\b(?:twice|two ${effects}|a second time|the whole effect|double)\\b${near(50)}\\b(?:when|if|after|on|because)\\b${near(30)}\\b(?:crash|redeliver|retr|restart|twice|again|dies|duplicate)\\w*`,
    `\\beach deliver\\w+ (?:inserts?|sends?|charges?|creates?|adds?|books?)\\b`,
  ),
  about: new RegExp(
    `\\b(?:${channelsIn}|consumers?|workers?|redeliver\\w*|idempoten\\w*|acks?|acknowledg\\w*|handlers?)\\b`,
    'i',
  ),
  cured:
    /\b(?:upsert\w*|is (?:skipped|ignored|dropped|recogni[sz]ed)|are (?:skipped|ignored|dropped|recogni[sz]ed)|de-?duplicates|changes nothing|no harm|harmless|same result|nobody minds|unique (?:constraint|index|key)|is idempotent|are idempotent|idempotency keys?)\b/i,
}

const places =
  '(?:regions?|databases?|sides?|sites?|data ?cent(?:er|re)s?|primar(?:y|ies)|continents?|copies|clusters?|masters?|leaders?|stores?|zones?)'

export const undecidedConflict: AdmissionWords = {
  asIs: join(
    `\\b(?:conflict\\w*|same (?:note|record|row|document|order|item|entry|profile|page|cart)|at once|which (?:version|change|edit|write|copy)|who wins)\\b${near(70)}\\b(?:not (?:yet )?(?:been )?(?:decided|thought|defined|specified|settled|resolved|handled|considered|solved)|undecided|undefined|unresolved|nobody (?:has )?(?:decided|knows|thought|defined)|nobody['’]s|no (?:rule|policy|plan|answer|strategy)|tbd|left open|left to chance|luck)`,
    `\\b(?:not (?:yet )?(?:been )?(?:decided|defined|specified|settled)|undecided|undefined|nobody (?:has )?(?:decided|knows|thought|defined)|no (?:rule|policy|plan|answer|strategy|idea))\\b${near(50)}\\b(?:conflict\\w*|which (?:version|change|edit|write|copy)|who wins|concurrent (?:edits?|changes?|writes?))`,
    `\\b(?:conflict\\w*|concurrent (?:edits?|changes?|writes?)|diverg\\w+)\\b${near(15)}\\b(?:are|is) (?:not|never) (?:detected|resolved|handled|merged|noticed)`,
    `\\b(?:both|two|all)\\b${near(30)}\\b(?:overwrit\\w+)\\b${near(20)}\\b(?:each other|one another|silently)`,
  ),
  about: new RegExp(
    `\\b(?:both|two|regions?|replicat\\w+|offline|sync\\w*|multi[- ]\\w+|europe|america|asia|continents?|${places}|at once|edits?)\\b`,
    'i',
  ),
}

export const unsafeLock: AdmissionWords = {
  asIs: join(
    `\\b(?:no|without(?: an?| any)?|never|not|nor|neither)\\b${near(20)}\\b(?:ttl|expir\\w*|leases?|time-?outs?|fenc\\w*|renew\\w*|check\\w* (?:the |who )?own\\w*|owner check)`,
    `\\b(?:stays?|stuck|remains?|held|kept|locked|blocked|persists?)\\b${near(25)}\\b(?:for ?ever|until (?:the )?(?:owner|holder|somebody|someone|an? (?:operator|admin\\w*)|it is|released|deleted|they))`,
    `\\b(?:by hand|manually)\\b`,
    `\\b(?:owner|holder|process|worker|job|who(?:ever)? holds it)\\b${near(20)}\\b(?:dies|crash\\w*|is killed)\\b${near(40)}\\b(?:stays?|stuck|for ?ever|deadlock\\w*|nobody|delete|remove)`,
    `\\bsetnx\\b`,
  ),
  about:
    /\b(?:locks?|mutex|leader (?:key|election|lock)|setnx|locking|semaphore)\b(?! (?:the )?(?:rows?|tables?)\b)/i,
  cured:
    /\b(?:ttl|expires? (?:after|in)|lease of|leased|fencing tokens?|redlock|watchdog|\d+ ?(?:s|seconds?|ms|min|minutes) (?:ttl|expiry|lease|later))\b/i,
}

const saved =
  '(?:sav(?:es?|ed)|writ(?:es?|ten)|insert(?:s|ed)?|commit(?:s|ted)?|stor(?:es?|ed)|persist(?:s|ed)?|updat(?:es?|ed))'
const publishes =
  '(?:publish(?:es|ed)?|produc(?:es?|ed)|sends?|sent|emit(?:s|ted)?|push(?:es|ed)?|enqueu(?:es?|ed)|put(?:s)?)'

export const dualWrite: AdmissionWords = {
  asIs: join(
    `\\b(?:no|without(?: an?| any)?)\\b${near(20)}\\b(?:outbox|saga|transactions? (?:over|across|around|spanning|for) (?:both|the two|them))\\b`,
    `\\b${saved}\\b${near(60)}\\b(?:then|afterwards|after that|next)\\b${near(20)}\\b${publishes}\\b${near(40)}\\b(?:kafka|rabbit\\w*|sqs|queue|topic|broker|stream|events?|messages?|bus)\\b`,
    `\\b(?:directly |right |just |immediately )?after (?:the |its |every |each )?(?:commit|insert|write|save)\\b${near(40)}\\b${publishes}\\b`,
    `\\b${publishes}\\b${near(30)}\\b(?:directly |right |just |immediately )?after (?:the |its |every |each )?(?:commit|insert|write|save)\\b`,
    `\\b(?:dies|crash\\w*|fails?|down|stops|broken?)\\b${near(50)}\\b(?:event|message)s?\\b${near(15)}\\b(?:is|are|gets?|goes) (?:lost|missing)|\\b(?:loses?|lost|missing) (?:the |its |an )?(?:event|message)s?\\b`,
    `\\b(?:dies|crash\\w*|fails?)\\b${near(15)}\\bbetween\\b${near(60)}\\b(?:never|lost|missing|without|disagree|half)`,
    `\\b(?:publish|send|produce|second write|second|other)\\b${near(12)}\\bfails?\\b${near(50)}\\b(?:disagree|out of step|inconsistent|differ|half|without|stays|nobody|lost|never)`,
    `\\b(?:both|two) (?:databases|stores|systems)\\b${near(40)}\\b(?:in one request|one after the other|separately|in (?:one|the same) (?:step|handler|call|method))`,
    `\\bone after the other\\b${near(40)}\\b(?:nothing|nobody|no one)\\b${near(20)}\\b(?:repair|undo|compensat|notic|roll)\\w*`,
    `\\bdual[- ]writ\\w+\\b`,
  ),
  about:
    /\b(?:outbox|dual[- ]writ\w+|publish\w*|events?|kafka|rabbit\w*|queue|broker|topic|both|two|sqs|one after the other|separately)\b/i,
  cured:
    /\b(?:outbox (?:row|table|relay|pattern|worker)?|cdc|change (?:data )?capture|debezium|sagas?|compensat\w*|two[- ]phase|2pc|reconcil\w*|same transaction|one transaction|repair(?:s|ed)? (?:by|every|job|nightly)|repair job|(?:avoid|avoids|avoided|forbidden|ruled out))\b/i,
}

const copies = '(?:secondar(?:y|ies)|(?:read )?replicas?|followers?|stand-?by|lagging cop(?:y|ies))'
const afterWrite =
  '(?:(?:right|directly|immediately|just|straight|shortly|also)? ?after (?:a |the |each |every |an |its |their )?(?:write|sav\\w*|order\\w*|edit\\w*|chang\\w*|updat\\w*|post\\w*|pay\\w*|booking|submit\\w*)|follows? the write|own (?:change|write|order|edit)s?|sees? (?:the |an |their )?(?:old|former|previous|stale|earlier)|(?:old|former|stale) (?:\\w+ )?(?:value|version|profile|balance|state|copy)|(?:change|edit|order|post)s? (?:is|are|seems?) (?:gone|missing|invisible)|until (?:they|he|she|it) reloads?|for everything|including the)'

export const staleCopy: AdmissionWords = {
  asIs: join(
    `\\b${copies}\\b[^;]{0,140}?\\b${afterWrite}`,
    `${afterWrite}\\b[^;]{0,140}?\\b${copies}\\b`,
    `\\b(?:all|every|any|each|the) (?:reads?|quer(?:y|ies)|look-?ups?)\\b${near(40)}\\b${copies}\\b${near(40)}\\b(?:without exception|always|even|also|the one)`,
    `\\b(?:read[- ]your[- ](?:own[- ])?writes?)\\b${near(20)}\\b(?:not|never|n['’]t|missing|broken)\\b`,
    `\\bnothing\\b${near(10)}\\b(?:routes?|pins?|sends?)\\b${near(30)}\\b(?:primary|leader|master)\\b`,
  ),
  about: new RegExp(`\\b${copies}\\b`, 'i'),
  cured:
    /\b(?:from the (?:primary|leader|writer|master)|to the (?:primary|leader|writer|master)|pinned|sticky|gtid|lsn|waits? for|synchronous(?:ly)?|only for fail-?over)\b/i,
}

const shards = '(?:shards?|partitions?)'
const counted =
  '(?:\\d+ |two |three |four |six |eight |ten |twelve |sixteen |thirty-two |sixty-four )?'

export const allShards: AdmissionWords = {
  says: join(
    `\\b(?:ask|quer|read|scan|hit|visit|search|touch|go|sen[dt]|fan|broadcast|collect|gather|need|call|contact|hits)\\w*\\b${near(40)}\\b(?:all|every|each|the whole set|many|several)(?: of)?(?: the| our| its)? ?${counted}(?:of )?(?:\\w+ )?${shards}\\b`,
    `\\b(?:all|every|each)(?: of)?(?: the| our)? ${counted}${shards}\\b${near(15)}\\b(?:is|are|must be|has to be|have to be|gets?) (?:asked|queried|read|searched|scanned|touched|hit|visited)`,
    `\\bjoins? (?:\\w+ ){0,3}(?:across|over|between) (?:the |several |all )?${shards}\\b|\\bcross[- ]shard (?:joins?|quer\\w+|transactions?)\\b`,
    `\\bscatter[-\\s](?:and[-\\s])?gather\\b`,
    `\\b(?:each|every) (?:request|query|page|read|search)\\b${near(15)}\\btouches all\\b`,
  ),
  about: /\b(?:shard|partition)/i,
  cured:
    /\b(?:rare(?:ly)?|seldom|nightly|once a (?:day|week|month)|weekly|monthly|admin\w*|support|staff|backups?|migrat\w*|restor\w*|health|monitor\w*|batch|export\w*|reports?|accept\w*|deploy\w*|schema change|look-?up table|global index)\b/i,
}

export const hotShard: AdmissionWords = {
  says: join(
    `\\b(?:all|most|nearly|almost|the bulk|the majority|\\d{2} ?(?:%|percent)|everything|traffic|load|writes?|messages?|rows)\\b${near(50)}\\b(?:goes?|lands?|falls?|hits?|ends? up|lies?|lives?|sits?|are written|is written|arrives?)\\b${near(20)}\\b(?:one|a single|the same|the newest|the last|the latest|the current|the first) ${shards}\\b`,
    `\\b(?:one|a single|the newest|the last|the latest|${shards} \\d+)\\b ?(?:${shards})?${near(15)}\\b(?:gets?|takes?|carries|receives?|holds?|serves?|bears?)\\b${near(15)}\\b(?:all|most|nearly all|almost all|the bulk|\\d{2} ?(?:%|percent)|ten times|\\w+ times)\\b`,
    `\\bhot(?:test)? ${shards}\\b|\\b${shards} (?:is|runs|gets|becomes) (?:very |permanently |always )?(?:hot|overloaded)\\b`,
    `\\b(?:largest|biggest|busiest|whole)\\b${near(30)}\\b(?:sits?|lives?|lands?|is|lies?|fits?)\\b${near(12)}\\b(?:on|in) (?:one|a single|the same) ${shards}\\b`,
    `\\b(?:always|only|all)\\b${near(15)}\\b(?:go(?:es)?|land|written|write)\\b${near(10)}\\bto the (?:newest|last|latest|current) ${shards}\\b`,
  ),
  about: /\b(?:shard|partition)/i,
  cured:
    /\b(?:salt\w*|split over|sub-?shards?|buckets?|moved? to its own|own shard|isolated|rebalanc\w*|archiv\w*|retention|expired?)\b/i,
}

const looking =
  '(?:look(?:ed|s)?[- ]?ups?|looked up|filter\\w*|list\\w*|search\\w*|find\\w*|found|quer\\w+|select\\w*|sort\\w*|overview|fetch\\w*|page views?|read\\w*|scan\\w*)'

export const missingIndex: AdmissionWords = {
  asIs: join(
    `\\b(?:no|without(?: an?| any)?|lacks?(?: an?)?)\\b (?:\\w+ ){0,3}?ind(?:ex(?:es)?|ices)\\b(?! (?:is|are) (?:unused|wasted|left|too)| helps)`,
    `\\b(?:is|are|was) not indexed\\b|\\bun-?indexed\\b|\\b(?:isn|aren)['’]t indexed\\b`,
    `\\b(?:only|just) (?:the )?primary key\\b${near(15)}\\bindex`,
  ),
  says: join(
    `\\bfull(?:[- ]table)?[- ]scans?\\b|\\btable scans?\\b|\\bsequential scans?\\b|\\bseq scans?\\b`,
    `\\b(?:scans?|reads?|read through|goes? through|walks?)\\b${near(10)}\\b(?:the (?:whole|entire|full|complete)|all|every)\\b${near(30)}\\b(?:tables?|rows|records|documents|collection|entries)\\b`,
    `\\b(?:scans?|reads?|read) the (?:whole|entire|full|complete) \\w+`,
  ),
  about: new RegExp(`\\b${looking}\\b`, 'i'),
  cured:
    /\b(?:nightly|weekly|monthly|batch|report\w*|export\w*|back-?ups?|migrat\w*|archive|small table|few (?:hundred|dozen)|(?:\d{1,3}|a hundred|hundreds of) rows|search (?:index|engine|box)|\bi?like\b|wildcards?|full[- ]text|free[- ]text|fields?text|shards?|s3|bucket)\b/i,
}

export const wastefulIndex: AdmissionWords = {
  says: join(
    `\\b(?:all|every|each)\\b${near(20)}\\b(?:columns?|fields?|attributes?|properties)\\b${near(25)}\\b(?:index(?:es|ed)?)\\b`,
    `\\bind(?:ex(?:es|ed|ing)?|ices)\\b${near(12)}\\b(?:all|every|each)(?: of)?(?: the| our| its)? (?:\\d+ |single )?(?:columns?|fields?|attributes?|properties)\\b`,
    `\\bunused ind(?:ex(?:es)?|ices)\\b`,
    `\\bind(?:ex(?:es)?|ices)\\b (?:on|over|for) (?:the )?(?:boolean|flag|gender|sex|is_\\w+|has_\\w+|active|deleted)\\b`,
    `\\b(?:1[2-9]|[2-9]\\d|a dozen|dozens of|fifteen|twenty|thirty|forty) (?:\\w+ )?ind(?:exes|ices)\\b`,
  ),
  asIs: join(
    `\\bind(?:exes|ices)\\b${near(25)}\\b(?:nobody|no query|no one|none of|never|not)\\b${near(12)}\\b(?:use[ds]?|needs?|reads?|hits?)\\b`,
    `\\b(?:two|three|four|few) (?:distinct |different |possible )?values?\\b${near(15)}\\b(?:has|have|carries|gets?)\\b${near(10)}\\bindex`,
  ),
  about: /\b(?:tables?|columns?|fields?|rows?|database|quer(?:y|ies)|index\w*|inserts?)\b/i,
  cured:
    /\b(?:drop(?:s|ped)?|remov(?:es?|ed)|elastic\w*|opensearch|search index|inverted|searched have)\b/i,
}
