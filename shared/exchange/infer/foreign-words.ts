/** Names of the commonest parts in languages that drawings on the net are written in, as English ones. */
import { foreignNames } from './foreign-names.ts'

/** Where words stand without spaces between them, a name may begin and end anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

const english = new Map(
  Object.entries(foreignNames).flatMap(([word, names]) =>
    names.split(',').map((name): [string, string] => [plain(name), word]),
  ),
)
const byLength = [...english.keys()].toSorted((a, b) => b.length - a.length)
const firstWords = new Set(byLength.map((name) => /^\p{L}+/u.exec(name)?.[0] ?? ''))
const known = new RegExp(
  [
    `(?:${byLength.filter((name) => unspaced.test(name)).join('|')})ー?`,
    `(?<!\\p{L})(?:${byLength.filter((name) => !unspaced.test(name)).join('|')})(?!\\p{L})`,
  ].join('|'),
  'giu',
)

/** The same text with those names in English, spaced apart; other words stay. */
export function foreignWords(text: string): string {
  const whole = text.normalize('NFC')
  if (!unspaced.test(whole) && !hasForeignWord(whole)) return text
  return whole.replace(known, (found) => {
    const name = plain(found)
    return ` ${english.get(name) ?? english.get(name.replace(/ー$/, '')) ?? found} `
  })
}

/** The search is dear, and most labels are English. */
function hasForeignWord(text: string): boolean {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => firstWords.has(word))
}

function plain(name: string): string {
  return name.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')
}
