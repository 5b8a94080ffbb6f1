/** What a frame around components stands for, by the words of its title. */
import type { BoundaryType } from '#shared/design/vocabulary.ts'

/** Zones of a data lake, of time and of trust are no data centres. */
const otherZones =
  /\b(?:landing|raw|bronze|silver|gold|curated|staging|trusted|time|hosted|dns|drop|edge|comfort)[-\s]zones?\b/i
const words: readonly (readonly [BoundaryType, RegExp])[] = [
  [
    'trust-zone',
    /\b(?:(?:un)?trust(?:ed)?|dmz|demilitari[sz]ed|pci(?:[-\s]dss)?|secure|security|public|restricted|perimeter)[-\s](?:zone|boundary|domain|area|enclave)\b|\bdmz\b|\buntrusted\b|\bpci\b|\bperimeter\b|\btrusted\b|\bsecure\b|\btrust\b/i,
  ],
  [
    'zone',
    /\bzones?\b|\bazs?(?:[-\s]?\w{1,2})?\b|\b[a-z]{2}(?:-gov)?-[a-z]+-\d[a-f]\b|\b(?:europe|asia|us|australia)-[a-z]+\d-[a-f]\b|\bdata ?cent(?:er|re)s?\b|\bdcs?[-\s]?\d*\b|\bracks?\b/i,
  ],
  [
    'region',
    /\bregions?\b|\b(?:us|eu|ap|sa|ca|me|af|il|cn)-(?:gov-)?(?:east|west|north|south|central|northeast|southeast|northwest|southwest)|\b(?:europe|asia|us|australia|northamerica|southamerica)-(?:east|west|north|south|central|northeast|southeast)\d|\b(?:east|west|north|south|central)(?:us|europe)\d?\b|\bemea\b|\bapac\b|\bamericas\b/i,
  ],
]

/** A plain grouping ("Back end") counts as a network: the frame that promises least. */
export function readBoundaryType(title: string): BoundaryType {
  const found = words.find(([, pattern]) => pattern.test(title))?.[0] ?? 'network'
  return found === 'zone' && otherZones.test(title) ? 'network' : found
}
