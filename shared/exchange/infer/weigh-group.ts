/** What the title of a frame says about the boxes inside: "Databases", "Kafka", "Third-party", "Legend". */
import type { DrawnGroup } from './drawing.ts'
import { foreignWords } from './foreign-words.ts'
import type { Lexicon } from './lexicon.ts'
import { heaviest, isPeople, raise, readLabel, type Weights } from './read-label.ts'
import { linesOf } from './split-label.ts'
import { wordsOfId } from './tokens.ts'
import { genericKindId } from './weigh-node.ts'

export interface Title {
  /** Id of the kind that the title names; empty for none. */
  readonly kind: string
  readonly isLegend: boolean
}

const legends =
  /^\W*(?:legend|key|notes?|colou?r (?:code|key|legend)s?|symbols?|abbreviations)\W*$/i
/** Frames that say where things run, not what they are. */
const places =
  /\b(?:kubernetes|k8s|eks|aks|gke|docker|compose|aws|azure|gcp|cloud|vpc|subnet|region|zone|network|cluster|namespace|host|server|machine|vm|on[-\s]?prem\w*|environment|node|internet|data ?cent(?:er|re)|infrastructure|platform|system|application)\b/i
const table: readonly (readonly [string, RegExp])[] = [
  [
    'external-service',
    /^(?!.*(?:\bback[-\s]?end|\binternal|\bcore)\b.*(?:&|\band\b|\+|\/)).*\b(?:external|third[-\s]?party|3rd[-\s]?party|vendors?|providers?|saas|outside)\b/i,
  ],
  [
    'web-client',
    /^(?:(?:external|front[-\s]?ends?|web|mobile|user|client|internet|public|desktop) )*(?:clients?|users?|actors?|apps|front[-\s]?ends?|presentation|ui|user interfaces?|api consumers|browsers?|end users?|people|personas|roles|channels|touch ?points|devices|clients? (?:&|and|\/) (?:users?|browsers?|apps?|ui))$/i,
  ],
  [
    'sql-db',
    /^(?:data(?:bases?| stores?| storage| persistence| & storage| and storage)?|dbs?|persistence|persistent storage|storage|stores?|(?:database|db|sql|postgres(?:ql)?|mysql|data|new db) (?:schemas?|tables?(?: & extensions)?|models?)|(?:core |domain )?(?:tables|entities))$/i,
  ],
  ['block-store', /^(?:(?:persistent|docker|named|data) )?volumes$/i],
  ['service', /\bagents?$/i],
  ['metrics', /\b(?:monitoring|observability|telemetry|metrics)\b/i],
  [
    'worker',
    /\b(?:workers?|background (?:jobs?|tasks?|process\w*)|consumers?|async (?:processing|jobs))\b/i,
  ],
  ['ci-cd', /\b(?:ci\/?cd|ci|build|pipeline|devops|deployment)\b/i],
  [
    'service',
    /\b(?:micro)?services?\b|\bback[-\s]?ends?\b|\bapi(?: layer)?\b|\bbusiness logic\b|\bapplication layer\b|\blogic\b/i,
  ],
]
/** "TrueNAS apps" and "Kafka consumers" are around the product, not in it. */
const around =
  /\b(?:apps|applications|services|workloads|consumers|producers|clients|tools|users|integrations?)$/i
/** Kinds that a frame lends to what is inside: a Kafka holds topics, a Redis holds keys. */
const lending = new Set(['data', 'messaging', 'outside'])

export function readGroups(
  lexicon: Lexicon,
  groups: readonly DrawnGroup[],
): ReadonlyMap<string, Title> {
  const byId = new Map(groups.map((group) => [group.id, group]))
  const titles = new Map(groups.map((group) => [group.id, readTitle(lexicon, group.label)]))
  for (const group of groups) settleTitle(group, byId, titles)
  return titles
}

/** A frame that says nothing lends what the frame around it says; a circle of frames ends the walk. */
function settleTitle(
  group: DrawnGroup,
  groups: ReadonlyMap<string, DrawnGroup>,
  titles: Map<string, Title>,
): void {
  const silent = new Set<string>()
  let at: DrawnGroup | undefined = group
  while (at !== undefined && !silent.has(at.id)) {
    const title = titles.get(at.id)
    if (title !== undefined && (title.kind !== '' || title.isLegend)) {
      for (const id of silent) titles.set(id, title)
      return
    }
    silent.add(at.id)
    at = groups.get(at.parentId ?? '')
  }
}

/** "1. Client Layer (React)", "🖥️ Clients" and "Client-Side" are all the clients. */
function bareTitle(label: string): string {
  return foreignWords(label)
    .replace(/\([^()]*\)|<br\s*\/?>.*|\[[^[\]]*\]/gi, ' ')
    .replace(/^[^\p{L}]*(?:(?:layer|tier|step|phase|zone|plane)\s*)?\d*[^\p{L}]*/iu, '')
    .replace(/[-\s]+(?:layer|tier|side|zone|stack|area|group|section|level)s?\W*$/i, '')
    .replace(/[^\p{L}\p{N}]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function readTitle(lexicon: Lexicon, label: string): Title {
  if (legends.test(label)) return { kind: '', isLegend: true }
  const bare = bareTitle(label)
  const named = table.find(([, pattern]) => pattern.test(bare))
  const reading = readLabel(lexicon, label, '')
  const kind = heaviest(reading.weights)
  const isLent =
    reading.isNamed && !around.test(bare) && isLending(lexicon, kind, reading.technology)
  if (isLent && named?.[0] !== 'external-service') return { kind, isLegend: false }
  if (named !== undefined) return { kind: named[0], isLegend: false }
  if (reading.technology !== '' && around.test(bare)) return { kind: 'service', isLegend: false }
  return {
    kind: places.test(label) || !reading.isNamed ? '' : lentBy(lexicon, kind),
    isLegend: false,
  }
}

/** "Stripe" around a box says whose it is; "Bank" and "Store" are as likely the firm that draws. */
function isLending(lexicon: Lexicon, kind: string, product: string): boolean {
  const group = lexicon.kinds.get(kind)?.group ?? ''
  const isGeneral = group === 'outside' || kind === 'search-index' || kind === 'etl-pipeline'
  return lending.has(group) && (!isGeneral || product !== '')
}

function lentBy(lexicon: Lexicon, kind: string): string {
  const group = lexicon.kinds.get(kind)?.group
  return group === 'observability' ||
    group === 'edge' ||
    kind === 'web-client' ||
    kind === 'auth-service'
    ? kind
    : ''
}

const looks = /(?:\s|^)(?:node|style|box|class|styles|color|cls|def|fill)$/i

/** What the names of a look say: boxes that are coloured alike are alike. */
export function titleOfClasses(
  lexicon: Lexicon,
  classes: readonly string[] = [],
): Title | undefined {
  const names = classes.map((name) => wordsOfId(name).replace(looks, '').trim())
  const titles = names.filter((name) => name.length > 1).map((name) => readTitle(lexicon, name))
  return titles.find(({ kind }) => kind !== '')
}

/** A box inside of a frame: what is known of it by itself. */
export interface Inside {
  readonly weights: Weights
  readonly isNamed: boolean
  readonly label: string
}

const serving = /\b(?:apis?|back[-\s]?ends?|servers?|services?|gateway|proxy|functions?)\b/i

/** A named box keeps its name; one that says little takes what the frame says. */
export function weighByGroup(lexicon: Lexicon, one: Inside, title: Title | undefined): void {
  if (title === undefined || title.kind === '') return
  const own = heaviest(one.weights)
  if (own === genericKindId || !lexicon.kinds.has(own) || isServing(one, title.kind)) return
  if (title.kind === 'sql-db' && keepsOtherwise(lexicon, one.weights)) return
  lend(lexicon, one, title.kind)
}

/** What serves stands among the screens because they call it, or because nobody moved it. */
function isServing({ weights, label }: Inside, lent: string): boolean {
  const best = weights.get(heaviest(weights)) ?? 0
  return lent === 'web-client' && best >= 0.6 && serving.test(foreignWords(label))
}

/** What is known to keep data in its own way is no database of rows, whatever stands around it. */
function keepsOtherwise(lexicon: Lexicon, weights: Weights): boolean {
  const own = heaviest(weights)
  return lexicon.kinds.get(own)?.group === 'data' && (weights.get(own) ?? 0) >= 0.45
}

function lend(lexicon: Lexicon, { weights, isNamed, label }: Inside, kind: string): void {
  const own = heaviest(weights)
  const best = weights.get(own) ?? 0
  // "Users" among services keeps the users, and a "Market analyst" among agents is a program.
  if (kind === 'service' && own === 'web-client' && isPeople(linesOf(label)[0] ?? ''))
    raise(weights, kind, best + 0.01)
  else if (own !== kind && isHinted(weights, kind, isNamed))
    raise(weights, kind, Math.min(0.98, best + 0.02))
  else if (kind === 'external-service') moveOut(lexicon, { weights, isNamed, label })
  else if (best < 0.6 || isLikeLent(lexicon, own, kind, isNamed))
    raise(weights, kind, Math.max(0.66, best + 0.01))
}

/** What a name says for itself outweighs what is merely said beside it. */
function isHinted(weights: Weights, kind: string, isNamed: boolean): boolean {
  return (weights.get(kind) ?? 0) >= (isNamed ? 0.5 : 0.01)
}

/** What a frame of third parties holds is a third party, unless it is a client or clearly our own. */
function moveOut(lexicon: Lexicon, { weights, isNamed, label }: Inside): void {
  // A bot is one's own, whoever carries its words.
  if (/\bbots?$/i.test(linesOf(label)[0] ?? '')) return
  const own = heaviest(weights)
  const traits = lexicon.kinds.get(own)?.traits ?? []
  if (traits.includes('client') && isNamed) return
  if (!isNamed || own === 'service' || traits.includes('compute')) {
    raise(weights, 'external-service', (weights.get(own) ?? 0) + 0.02)
  }
}

/** "Users" in a frame of databases, or "Orders" in one of workers: a general word gives way. */
function isLikeLent(lexicon: Lexicon, own: string, kind: string, isNamed: boolean): boolean {
  const isData = lexicon.kinds.get(kind)?.group === 'data'
  if (isData && lexicon.kinds.get(own)?.traits.includes('client') === true) return true
  return !isNamed && (kind === 'web-client' || kind === 'worker') && own === 'service'
}
