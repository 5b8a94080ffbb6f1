/** What the last word of a name tells when no word of it is known: doers do, and papers lie about. */
import { matchesIn, wordsIn, type Lexicon } from './lexicon.ts'
import { linesOf, splitLabel } from './split-label.ts'
import { singular } from './tokens.ts'

/** Nouns that look like doers and are none. */
const noDoers =
  /^(?:header|footer|number|letter|paper|power|colou?r|error|vector|sector|factor|chapter|offer|water|character|parameter|owner|ledger|order|border|center|folder|placeholder|layer|tier|buyer|weather|timer|master|author|register|chart\w*|other|another|over|under|after|outer|inner|per|for|later|user|door|floor|mirror|cover|filter|counter|banner|slider|popover|paper|member|customer|career|driver|newsletter|router|docker|helper|wrapper|trigger|answer|remainder|reminder|mother|father|summer|winter|super|hyper|transfer|buffer|pointer|identifier|marker|sticker|voucher|poster|barrier|carrier|corner|dinner|disorder|gender|matter|meter|parser tree|silver|soldier|tower|trader|wonder|flavor|behavior|indoor|outdoor|armor|honor|labor|minor|major|prior|junior|senior|superior|interior|exterior|visitor|operator|investor|sensor|motor|tutor|doctor|actor|monitor|creator|supervisor|competitor|predecessor|ancestor)$/
const doers =
  /^[a-z]{2,}(?:[bcdfghjklmnpqrstvwxyz]er|[aeiou][dgklmnprtvz]er|ator|itor|ctor|ssor|izer|iser)$/

/** Papers, rights and states: things that a system has, and that do not run. */
const papers =
  /^(?:rule|policy|documentation|specification|spec|guide|guideline|readme|rout|httproute|virtualservice|matrix|realm|credential set|state management|connection pool|class diagram|class|enum|dto|entity|type|interface definition|contract|license|licence|requirement|checklist|roadmap|plan|template|manifest|diagram|criteria|criterion|principle|assumption|constraint|metadata|variable|constant|parameter|argument|payload|header|footer|report|summary|score|result|finding|insight|recommendation list|output|artefact|deliverable|milestone|scenario|use case|feature|benefit|goal|role|permission set|branch|commit|tag|script|snapshot id|uid|gid|username|password|column|row|field|attribute|prompt|question|answer|decision|approval|review|step|stage|phase)$/

/** What a program reads, hands on or brings forth: data on its way, and no part that runs. */
const artefacts =
  /^(?:query|history|chunk|passage|paragraph|sentence|frame|transcript|subtitle|caption|observation|reward|transaction|signature|claim|binary|executable|bytecode|ast|texture|shader|sprite|waveform|spectrogram|keyframe|measurement|keystroke|triple|taxonomy|thought|task list|tool call|utterance|citation|excerpt|draft|patch|trade-off|tradeoff|bottleneck|helper|utility|exception|nonce|digest|mnemonic|passphrase|otp|cookie|assertion|attestation|power supply|supply|battery|ethernet|uart|gpio|i2c|spi)$/

/** Whether a name ends in one who does something: "Sale normalizer", "Price scorer". */
export function isDoer(lexicon: Lexicon, label: string): boolean {
  const last = lastWord(lexicon, label)
  return last !== undefined && doers.test(last) && !noDoers.test(last)
}

/** Whether a name ends in a paper, a right or a state, of which no kind speaks. */
export function isPaper(lexicon: Lexicon, label: string): boolean {
  const last = lastWord(lexicon, label)
  return last !== undefined && (papers.test(last) || artefacts.test(last))
}

/** The last word of the name, unless the lexicon knows it. */
function lastWord(lexicon: Lexicon, label: string): string | undefined {
  const tokens = wordsIn(lexicon, splitLabel(label).names[0] ?? '')
  const last = tokens.at(-1)
  const isKnown = matchesIn(lexicon, tokens).at(-1)?.end === tokens.length
  return last === undefined || isKnown ? undefined : singular(last)
}

const host =
  /^(?:https?:\/\/)?(?:\*\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|app|local|lan|internal|home|me|co|xyz|info|cloud|tech|site|online|arpa|test|example|de|fr|uk|eu|cn|jp|br|ru|in|id|vn)(?:[:/]\S*)?$/i

/** Whether a label is the address of something and nothing else. */
export function isHostName(label: string): boolean {
  return host.test(label.trim()) && label.split('.').length > 2
}

const volume = /^(?:[\w.-]+[-_])(?:data|vol|volume|storage|pvc)$/i

/** A place on a disk; "/api" and the like are addresses. */
const folder =
  /^(?:~|\.{1,2})?\/(?:tmp|var|data|mnt|opt|etc|home|usr|srv|media|volumes?|backups?|logs?|dev)\b/i
/** Whether a label is called like a volume of what it names first: "postgres-data", "redis_volume". */
export function isVolume(lexicon: Lexicon, label: string): boolean {
  const name = linesOf(label)[0] ?? ''
  if (folder.test(name)) return true
  if (!volume.test(name)) return false
  const [first] = matchesIn(lexicon, wordsIn(lexicon, name.replace(/[-_]+/g, ' ')))
  return first?.start === 0 && first.phrase.product !== undefined
}

const dataFile =
  /^\.?[\w./-]*\.(?:jsonl?|csv|tsv|parquet|ndjson|bin|dat|npy|npz|pkl|pickle|onnx|gguf|pt|wav|mp[34]|log|bak|xlsx?|docx?|md)$|(?:^|\s)(?:[\w.-]+\s){0,3}(?:folders?|directory|directories|dirs?)$/i

/** Whether a name is that of a file with data or of a folder: a store where it is drawn as one. */
export function isDataFile(label: string): boolean {
  return dataFile.test(linesOf(label)[0] ?? '')
}

/** "shop.dev" is somebody's site; what is ours is named by its part in the drawing. */
export function isSite(label: string): boolean {
  return /^(?:www\.)?[a-z][\w-]+\.(?:com|org|net|io|dev|me|tv|gg|ai|fm|gov|edu)$/i.test(
    (linesOf(label)[0] ?? '').trim(),
  )
}

const anyCloud =
  /^(?:(?:private|public|hybrid|multi|aws|amazon|azure|google|gcp|oracle|ibm|alibaba|tencent|the|edge|our|on|point|word|tag|virtual|spring|iot|eu|us|vpc|production|prod|dev|staging|main|primary|secondary|home|central|global|local|own|self|internal)[-\s])*cloud$/i

/** "Acme Cloud" is run by Acme: a name and the word after it. */
export function isCloudOfVendor(lexicon: Lexicon, label: string): boolean {
  const name = (linesOf(label)[0] ?? '').trim()
  if (!/^(?:\p{Lu}[\p{L}\d]*\s){1,2}Cloud$/u.test(name) || anyCloud.test(name)) return false
  const [first] = matchesIn(lexicon, wordsIn(lexicon, name.replace(/\sCloud$/, '')))
  return first === undefined || first.phrase.product !== undefined
}

const topic =
  /^(?=.*\/)(?=.*(?:^|\/)[+#](?:\/|$))[\w{}<>$+#/-]+$|^topic:?\s+[\w{}<>$-]+(?:[/.][\w{}<>$#+-]+)+$/i
const happened =
  /^[a-z][a-z\d]*(?:[-_.][a-z\d]+)*[-_.](?:created|updated|deleted|changed|completed|failed|placed|paid|shipped|cancelled|requested|received|processed|uploaded|registered|approved|rejected|published|finished|started|events|topic|stream)$/
const dead = /^[\w-]+(?:[-_.][\w-]+)*[-_.](?:dlq|dlt|dlx)$/i

/** What a name is of messages, written as brokers write it: "meters/+/state", "invoice.paid", "mails.DLQ". */
export function readTopic(label: string): string | undefined {
  const name = (linesOf(label)[0] ?? '').trim()
  if (dead.test(name)) return 'dead-letter-queue'
  if (topic.test(name)) return 'pubsub'
  return happened.test(name) ? 'event-stream' : undefined
}
