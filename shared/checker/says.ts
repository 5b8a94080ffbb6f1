/** Whether a text says that something is there: "TLS everywhere" does, "no TLS yet" and "TLS: none" do not. */

const sentences = /[^.;\n!?]+(?:\.(?=\S)[^.;\n!?]*)*/g
/** Where an earlier "no" no longer reaches: "no passwords, OAuth instead", "no access without a token". */
const turns =
  /,|\(|\)|[–—]|\b(?:but|however|with|via|through|thanks|because|since|so|using|until|unless|except|instead|while|then|behind)\b|\band (?=no\b)/gi
const denials =
  /\b(?:no|not(?! only| just| every\w*| all)|never|none|nothing|nobody|neither(?!.*\bnor\b)|nor|without|lacks?|lacking|missing|un(?:protected|secured)|isn['’]?t|aren['’]?t|don['’]?t|doesn['’]?t|won['’]?t|didn['’]?t|haven['’]?t|hasn['’]?t|(?:decided|opted|voted|spoke) against|(?:goe?s?|went|do|does|did) without|cannot|can['’]?t|skip\w*|omit\w*|avoid\w*|out of scope|todo|tbd)\b/gi
const deniedAfter =
  /^[^,;()]{0,16}?(?::|=|\b(?:is|are|was|were|has been|have been|will be|will|comes?|still|remains?)\b|[-–—]\s|\()\s*(?:still |currently |deliberately |to be )?(?:(?:added|done|built|introduced|set up|coming) )?(?:not\b(?! optional| only| just)|superfluous\b|unnecessary\b|needless\b|pointless\b|unneeded\b|overkill\b|too (?:expensive|dear|costly|slow|much)\b|none\b|no\b|never\b|missing\b|absent\b|disabled\b|off\b|todo\b|tbd\b|later\b|n\/a\b|skipped\b|omitted\b|out of scope\b|planned\b|left out\b|dropped\b|postponed\b|cut\b|follow (?:later|in)\b|come (?:later|in)\b|wait(?:s|ing)? (?:until|for) (?:v2|later|the (?:next|second))|in (?:v2|version 2|a later|(?:the|our) (?:next|second|third) (?:release|version|phase|step|year|quarter)|phase (?:2|two))\b|after (?:the )?launch\b|next (?:year|quarter|month|release)\b|lacking\b|decided later\b)|^[^,;()]{0,16}?\b(?:will be|is|are|was|were|gets?) (?:switched|turned) off\b|^[^,;()]{0,16}?\b(?:would|could) (?:double|cost|be\b|need\b|have\b|take\b|help\b|mean\b)|^\s*(?:superfluous|unnecessary|needless|pointless|obsolete)\b|^\s*(?:missing|absent|disabled|todo|tbd|omitted|skipped|not yet|later|out of scope)\b/i
const inner =
  /\b(?:not|never|no|none|neither|nor|without|cannot|instead of|rather than)\b|n['’]t\b/i
const refusals =
  /\b(?:reject\w*|refus\w*|den(?:y|ies|ied)|forbid\w*|forbidden|block(?:s|ed)?|drops|dropped|disallow\w*|prevent\w*|impossible|40[13]|429|nobody|no one|nothing)\b/i

/**
 * Whether a text says what `words` looks for. A negation nearby takes it back, a second one returns it
 * ("nothing gets in without a token"). `words` must not be global.
 */
export function says(text: string, words: RegExp): boolean {
  return words.test(text) && mentions(text, words).some(({ isSaid }) => isSaid)
}

/**
 * The same for a pattern that spans several words, which may hold the negation themselves: "passwords are
 * never kept in plain text". Not for patterns that look for a negation ("tokens never expire").
 */
export function saysOutright(text: string, words: RegExp): boolean {
  if (!words.test(text)) return false
  return mentions(text, words).some(({ isSaid, match }) => isSaid && !inner.test(match))
}

/** Whether a text names something only to say that it is not there: "no auth yet". */
export function denies(text: string, words: RegExp): boolean {
  if (!words.test(text)) return false
  const found = mentions(text, words)
  return found.length > 0 && !found.some(({ isSaid }) => isSaid)
}

interface Mention {
  readonly match: string
  readonly isSaid: boolean
}

function mentions(text: string, words: RegExp): readonly Mention[] {
  const all = new RegExp(words.source, `${words.flags}g`)
  return [...text.matchAll(sentences)].flatMap(({ 0: sentence, index }) => {
    // "Dumps or a standby?" claims neither.
    if (text[index + sentence.length] === '?') return []
    return [...sentence.matchAll(all)].map((match) => {
      const before = sentence.slice(0, match.index)
      const after = sentence.slice(match.index + match[0].length)
      return { match: match[0], isSaid: !isDenied(before, after) }
    })
  })
}

/** "No dumps, base backups or snapshots": a list with an "or" is denied to its end. */
const deniedList =
  /\b(?:no|without|neither|never|nor any)\s+(?:[\w-]+\s){0,3}[\w-]+,\s(?:(?:[\w-]+\s){0,3}[\w-]+,\s)*(?:(?:or|nor)\s)?(?:[\w-]+\s){0,3}(?:(?:or|nor)\s+(?:[\w-]+\s){0,3})?$/i
const listGoesOn = /^[\w\s-]{0,40},?\s(?:or|nor)\s|^,(?:\s[\w-]+){1,4},?\s(?:or|nor)\s/i
const listHasEnd = /\b(?:or|nor)\s(?:[\w-]+\s){0,3}$/i

function isInDeniedList(before: string, after: string): boolean {
  const near = before.slice(-reach)
  return deniedList.test(near) && (listHasEnd.test(near) || listGoesOn.test(after))
}

function isDenied(before: string, after: string): boolean {
  if (deniedAfter.test(after) || isInDeniedList(before, after)) return true
  const count = [...(reachOf(before).match(denials) ?? [])].length
  if (count % 2 === 0) return false
  // "Requests without a token are refused" speaks of tokens that are asked for.
  return !refusals.test(after)
}

/** "Nothing is dropped: it is parked" turns; "what is missing: parking" does not. */
const explains =
  /(?<=\b(?:is|are|was|were|has|have|gets?|does|do)\s[^:]{3,60})(?<!\b(?:missing|scope|absent|open|todo|tbd|yet|lack\w*|skip\w*|out|without|later|none|done|planned|following|these|there|have|drawn|shown)):\s/i

/** Characters that seven words do not exceed, so that a page without a full stop is not read again and again. */
const reach = 160

/** The words before that can still speak of what follows: up to seven since the last turn of the sentence. */
function reachOf(before: string): string {
  const clause = before.slice(-reach).split(turns).at(-1)?.split(explains).at(-1) ?? ''
  return clause.split(/\s+/).slice(-8).join(' ')
}
