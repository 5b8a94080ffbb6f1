/** Names of the commonest parts in languages that drawings on the net are written in, as English ones. */
import { foreignNames } from './foreign-names.ts'
import { foreignTrades } from './foreign-trades.ts'

/** Where words stand without spaces between them, a name may begin and end anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

const english = new Map(
  [...Object.entries(foreignTrades), ...Object.entries(foreignNames)].flatMap(([word, names]) =>
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

/** "Registro de contratos" is a registry of contracts: the thing stands first, and its subject after it. */
const ofSomething =
  /(?<![\p{L}\p{N}])((?:(?:load|reverse|message|mobile|web|api|rest|payment|event|data) +)?(?:servers?|services?|databases?|gateway|queue|registry|apps?|portal|module|system|dashboard|storage|cache|worker|scheduler|api|bus|engine|agent|interface|model|platform|controller|balancer|warehouse|logs|backend|frontend)) +(?:de la|de las|de los|de|del|dos|das|do|da|du|des|della|delle|dei|degli|di) +([\p{L}\p{N}]+(?: +[\p{L}\p{N}]+)?)(?![\p{L}\p{N}])/giu

/** The same text with those names in English, spaced apart; other words stay. */
export function foreignWords(text: string): string {
  const whole = text.normalize('NFC')
  if (!unspaced.test(whole) && !hasForeignWord(whole)) return text
  const told = whole.replace(known, (found) => {
    const name = plain(found)
    return ` ${english.get(name) ?? english.get(name.replace(/ー$/, '')) ?? found} `
  })
  return told === whole ? text : told.replace(ofSomething, '$2 $1')
}

/** The search is dear, and most labels are English. */
function hasForeignWord(text: string): boolean {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => firstWords.has(word))
}

function plain(name: string): string {
  return name.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')
}
