/**
 * Whether a sentence says that something is asked once for each item of a list. "One call for each booking" may
 * be the whole of what happens; it takes a word for a part of something, or a list, a page or a number of them.
 */
import { says } from './says.ts'

/** What is never there alone. */
const element =
  '(?:items?|rows?|lines?|line items?|positions?|results?|entr(?:y|ies)|elements?|records?|hits?|comments?|posts?|authors?|articles?|holdings?|child(?:ren)?|one|(?:of (?:them|these|those|the)\\b))'
/** Calls made for a person, an hour or a request are a rate. */
const rates =
  '(?:seconds?|secs?|s|minutes?|mins?|hours?|days?|night|weeks?|months?|years?|requests?|calls?|sessions?|connections?|sockets?|clients?|visits?|visitors?|ip|address(?:es)?|keys?|tenants?|regions?|zones?|instances?|nodes?|servers?|shards?|partitions?|pages?|search(?:es)?|logins?|sign-?ins?|attempts?|checkouts?|steps?|endpoints?|routes?|batch(?:es)?|devices?|apps?|purchases?|payments?|uploads?|transactions?)'
const verbs =
  '(?:quer(?:y|ies)|calls?|called|requests?|requested|fetch(?:es|ed)?|loads?|loaded|looks? ?ups?|looks? (?:\\w+ )?up|reads?|gets?|asks?|asked|selects?|selected|round[- ]trips?|hits?|resolves?)'
const each =
  '(?:per|for (?:each|every|all)(?: (?:single|one))?(?: of (?:the|its|his|her|their)(?: \\w+)?)?|once (?:per|for (?:each|every)))'
const gap = '[^.;→]{0,45}?'

const strong = new RegExp(
  [
    `\\b${verbs}\\b${gap}\\b${each} (?:\\w+ )?${element}\\b`,
    `\\b${each} (?:\\w+ )?${element}\\b${gap}\\b${verbs}\\b`,
    `^(?:once )?${each} (?:\\w+ )?${element}$`,
    `\\b(?:once )?${each} (?:\\w+ )?${element}\\b(?=.*\\b(?:\\w+ times|times \\w+)\\b)`,
    '\\bn ?\\+ ?1\\b',
    '\\b(?:lazily|lazy)\\b[^.;]{0,60}\\b(?:\\d{2,}|n) queries\\b',
    '\\b\\d{2,} queries\\b[^.;]{0,20}\\bone for the (?:list|page)\\b',
    `\\b(?:for )?(?:each|every) (?:row|item|line|hit|entry|result|record)\\b${gap}\\b(?:separately|by itself|on its own|its own (?:query|call))`,
    `\\b${verbs}\\b${gap}\\b(?:in a loop|one by one|one at a time|one after (?:another|the other))\\b`,
    `\\b(?:loops?|iterates?|goes) (?:over|through)\\b${gap}\\b${verbs}\\b`,
  ].join('|'),
  'i',
)

/** The same of any thing that is no measure of a rate. */
const weak = new RegExp(
  `\\b${verbs}\\b${gap}\\b${each} (?!(?:\\w+ )?${rates}\\b)\\w+|\\b${each} (?!(?:\\w+ )?${rates}\\b)\\w+\\b${gap}\\b${verbs}\\b|\\b(?:\\d{2,}|n) (?:\\w+ )?${verbs}\\b${gap}\\b(?:one )?${each}\\b`,
  'i',
)
/** Signs of a list: a number of things, where they were found or shown. */
const listed =
  /\b(?:lists?|pages?|found|shown|returned|results?|feed|history|timeline|fifty|hundred|dozens?|up to \d+|times|separate|own (?:query|call|request)|N (?:calls|queries|requests)|all (?:its|their|the) \w+|each of (?:the|them|its)|\d{2,} (?!ms\b|s\b|%|sec\w*|min\w*|req\w*|calls? (?:per|a)|AZ|zones)\w+)\b/i

const gathered =
  /\bbatch\w*|\bjoin\w*|\bin[-\s]list\b|\bin \(|\bbulk\b|\bpre-?(?:fetch|load|join)\w*|\bdata ?loaders?\b|\bmulti-?get\b|\bmget\b|\bin (?:one|a single)\b|\bat once\b|\b(?:one|single|a) (?:query|call|request) (?:for (?:all|the whole|every)|with)\b|\bone \w+ (?:query|call|request) for (?:all|the whole)\b|\ball at\b|\bcach\w*|\bcontrol|\bno n ?\+ ?1\b|\bsolved\b|\bavoid\w*|\binstead of\b|\brather than\b|\bwithout\b|\bwrites?\b|\binserts?\b|\bsends?\b|\bmails?\b|\bupload\w*|\bputs?\b|\brate\b|\blimit|\bquota|\bbackground\b|\bnight\w*|\bhourly\b|\basync\w*|\bmigrat\w*|\bretr(?:y|ies)\b|\btest(?:s|ed)?\b|\bat most (?:one|once)\b|\bexactly once\b/i

export function asksPerItem(text: string): boolean {
  if (text === '' || gathered.test(text)) return false
  if (says(text, strong)) return true
  return listed.test(text) && says(text, weak)
}
