/** What a frame around components stands for, by the words of its title. */
import type { BoundaryType } from '#shared/design/vocabulary.ts'

const words: readonly (readonly [BoundaryType, RegExp])[] = [
  ['zone', /\b(?:zones?|az(?:[-\s]?\w)?|availability|data ?cent(?:er|re)s?|dc ?\d*|racks?)\b/i],
  [
    'region',
    /\bregions?\b|\b(?:us|eu|ap|sa|ca|me|af)-(?:east|west|north|south|central)|\bemea\b|\bapac\b/i,
  ],
  ['trust-zone', /\b(?:trust(?:ed)?|untrusted|dmz|pci|secure|public zone|perimeter)\b/i],
]

/** A plain grouping ("Back end") counts as a network: the frame that promises least. */
export function readBoundaryType(title: string): BoundaryType {
  return words.find(([, pattern]) => pattern.test(title))?.[0] ?? 'network'
}
