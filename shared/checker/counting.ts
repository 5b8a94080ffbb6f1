/** Counters that are updated in place, as code, sentences and labels tell it, and the ways that gather counts first. */
import type { CheckContext } from './define-rule.ts'
import { isSaidInDrawing, type Saying } from './said.ts'
import { says } from './says.ts'
import { toldAbout, toldOf } from './told.ts'

const deed =
  '(?:like|view|click|play|vote|reaction|visit|download|hit|impression|share|open|redirect|scan|stream|listen|purchase|donation|pledge|follow|answer|request|read|page load|emoji|heart|clap|event|sale|order|play-?back)s?'
const tally =
  '(?:\\w+[-_\\s])?(?:counter|count|tally|tallies|total|sum|score|aggregate|number of \\w+)s?(?:[-_\\s](?:rows?|columns?|fields?|records?|documents?))?'
const raise =
  '(?:updat(?:es?|ed|ing)|increment(?:s|ed|ing)?|increas(?:es?|ed|ing)|bump(?:s|ed|ing)?|rais(?:es?|ed|ing)|add(?:s|ed|ing)? (?:one|1) to|count(?:s|ed|ing)? up|writ(?:es?|ten))'

/** `n = n + 1`, `$inc`, "like_count += 1". */
const code =
  /\b([\w.]{1,40})\s*=\s*\1\s*\+\s*(?:\d|\$|:|\?|@|amount|delta|excluded)|\$inc\b|\b\w*(?:count|counter|total|votes|likes|views)\s*\+=\s*1\b/i

export const updatesInPlace = new RegExp(
  [
    code.source,
    `\\b${tally}\\b[^.;]{0,60}?\\b(?:is|are|gets?|being)\\s+(?:\\w+ly )?${raise}\\b[^.;]{0,50}?\\b(?:each|every|per|any|with the|by the|in the same)\\b`,
    `\\b(?:each|every|per|on) ${deed}\\b[^.;]{0,40}?\\b${raise}\\b[^.;]{0,40}?\\b${tally}`,
    `\\b${raise}\\b[^.;]{0,40}?\\b${tally}\\b[^.;]{0,40}?\\b(?:on|for|with|at|per|in the transaction of) (?:each|every|any|${deed})\\b`,
    `\\b(?:one|a|single|same|its) (?:row|record|document|column)\\b[^.;]{0,60}?\\b${raise}\\b[^.;]{0,40}?\\b(?:each|every|per)\\b`,
    `\\b(?:increment|bump|rais|add one to|count up)\\w*\\s+(?:in )?(?:the |exactly )?(?:same|one|a single) (?:row|record|document|column|counter)\\b`,
    `\\b(?:each|every) ${deed}\\b[^.;]{0,30}?\\b(?:updates?|increments?|locks?|hits?|writes?)\\b[^.;]{0,30}?\\b(?:same|one|a single) (?:row|record|document)\\b`,
    `\\b(?:updates?|increments?|locks?|raises?)\\b[^.;]{0,60}?\\b(?:row|record|counter|total)\\b[^.;]{0,60}?\\b(?:all|everybody|everyone|others) (?:\\w+ )?(?:waits?|queues?) for (?:that|it|the same|one)\\b`,
  ].join('|'),
  'i',
)

/** What also goes up by one and is no counter that everybody shares. */
const ownNumber =
  /\b(?:version|revision|sequence|seq|offset|epoch|attempts?|retr(?:y|ies)|page|index|quantity|balance|stock|fencing|generation|cursor|quota|rate[- ]limit\w*)\b[^.;]{0,30}\b(?:increment|increas|bump|updat)|\b(?:increment|increas|bump)\w*\b[^.;]{0,20}\b(?:version|revision|sequence|seq|offset|epoch|attempts?|retry|generation|quota)/i

const gathering =
  /\b(?:shard(?:ed|ing)? (?:the )?(?:counter|count|tall)\w*|(?:counter|count|tall)\w* (?:is |are )?shard\w*|slots?|stripes?|striped|sub-?counters?|batch\w*|flush\w*|aggregat\w*|roll(?:s|ed)?[- ]?ups?|buffer\w*|approximat\w*|hyperloglog|count-min|write[- ]behind|append[- ]only|asynchronous\w*|window\w*|micro-?batch\w*|spread|sampl\w*|coalesc\w*|crdt|nightly|hourly|periodic\w*|sums? (?:each|every|per|of)|(?:each|every) (?:\d+ |few |other )?(?:seconds?|minutes?|hours?|s|min)|(?:own|separate|new) rows?|computed (?:on read|later))\b/i
const gatheredLabels =
  /\b(?:shard\w* counters?|counter shards?|batch\w*|flush\w*|aggregat\w*|sums? (?:each|every|per)|roll-?ups?|buffer\w*|approximate\w*|hyperloglog|write-behind|append[-\s]only|asynchronous\w* count\w*|count\w* (?:in|with) (?:redis|memory|a stream)|counts? per)\b/i
const elsewhere =
  /\b(?:count\w*|incr\w*|tall(?:y|ies)|sum(?:s|med)?|(?:click|view|like|vote|play|impression|reaction)s?(?: events?)?)\b[^.;]{0,40}\b(?:in|by|with|through|via|into|to|onto|on)\b[^.;]{0,15}\b(?:redis|memory|streams?|flink|kafka|kinesis|queues?|pub\/?sub|cache|clickhouse|sqs|topic)\b/i
const counted = new RegExp(
  `\\bcount\\w*|\\btotals?\\b|\\btall(?:y|ies)\\b|\\bsums?\\b|\\b(?:like|view|click|play|vote|reaction|impression)s?\\b`,
  'i',
)

/** Whether counts are gathered before they are written, on the drawing or in a sentence about counting. */
export function isGathered(context: CheckContext): boolean {
  if (isSaidInDrawing(context, gatheredLabels)) return true
  if (toldAbout(context, elsewhere).length > 0) return true
  return toldAbout(context, gathering).some(({ text }) => isAboutCounts(text))
}

function isAboutCounts(text: string): boolean {
  return text
    .split(/(?<=[.;!?])\s+/)
    .some((part) => counted.test(part) && says(part, gathering) && !code.test(part))
}

/** Sentences that update a counter in place. */
export function inPlaceTold(context: CheckContext): readonly Saying[] {
  if (toldOf(context).length === 0) return []
  return toldAbout(context, updatesInPlace).filter(({ text }) => !ownNumber.test(text))
}
